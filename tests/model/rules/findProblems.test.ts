import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processSchema, type Flow, type Process } from '../../../model/process.ts';
import { findProblems, rules } from '../../../model/rules/index.ts';
import { stageIds } from '../../../model/steps/defineStep.ts';
import { stepKinds, type Step } from '../../../model/steps/index.ts';
import { make, processOf, soundProcess, way } from './processes.ts';

const ids = ['start', 'end', 'a', 'b', 'c', 'd', 'constructor', 'today'];
const id = fc.constantFrom(...ids);
const feel = fc.constantFrom('declaration.first', 'a.outcome = "approve"', 'a.outcome = "no"', 'visits.b > 2', 'constructor.outcome = "approve"', ')(', 'for x in [1] return x');

const step: fc.Arbitrary<Step> = fc
  .record({ id, host: id, parent: fc.option(id, { nil: undefined }), stage: fc.constantFrom(...stageIds), when: fc.option(feel, { nil: undefined }), text: id, feel, yes: fc.boolean() })
  .chain((some) => {
    const more = {
      stage: some.stage,
      ...(some.parent === undefined ? {} : { parent: some.parent }),
      ...(some.when === undefined ? {} : { required: { when: some.when, rule: 'r', reason: { zh: '原因', en: 'Reason' } } }),
      ...(some.yes ? { whileSuspended: true } : {}),
    };
    return fc.constantFrom(
      make.start(some.id, more),
      make.end(some.id, { ...more, end: some.yes ? 'error' : 'plain' }),
      make.task(some.id, { ...more, duty: some.text, resumes: some.text, writes: some.text, form: some.text }),
      make.several(some.id, { ...more, duty: some.text }),
      make.service(some.id, { ...more, check: some.yes ? 'budgetReserve' : some.text }),
      make.exclusive(some.id, more),
      make.inclusive(some.id, more),
      make.parallel(some.id, more),
      make.timer(some.id, { ...more, wait: { workingDays: some.feel } }),
      make.message(some.id, { ...more, message: some.text, suspends: some.yes }),
      make.sub(some.id, more),
      make.onTime(some.id, some.host, more),
      make.onMessage(some.id, some.host, { ...more, suspends: some.yes, message: some.text }),
      make.onError(some.id, some.host, { ...more, ...(some.yes ? { error: some.text } : {}) }),
    );
  });

const flow: fc.Arbitrary<Flow> = fc
  .record({ id, from: id, to: id, condition: fc.option(feel, { nil: undefined }), isDefault: fc.boolean() })
  .map(({ condition, ...rest }) => ({ ...rest, ...(condition === undefined ? {} : { condition }) }));

/** Drafts as they come about while somebody draws: dangling, cyclic, doubled, half done. */
const draft: fc.Arbitrary<Process> = fc
  .record({
    steps: fc.array(step, { maxLength: 8 }),
    flows: fc.array(flow, { maxLength: 12 }),
    separation: fc.array(fc.array(id, { minLength: 2, maxLength: 3 }), { maxLength: 2 }),
    declarationForm: fc.constantFrom('declaration', 'gone'),
    awardedBy: id,
  })
  .map(({ steps, flows, ...more }) => processOf(steps, [flows], more));

describe('findProblems', () => {
  it('finds nothing in a sound process', () => {
    expect(findProblems(soundProcess())).toEqual([]);
  });

  it('finds what a step’s own kind finds', () => {
    const process = processOf([make.several('vote', { agree: 'perhaps' })], []);
    expect(findProblems(process)).toContainEqual(expect.objectContaining({ rule: 'multiInstanceUserTask', where: { step: 'vote', field: 'agree' } }));
  });

  it('is total: every well-formed draft gives a list of problems with a known rule, both languages, and a place that exists', () => {
    const names = new Set([...rules.map((rule) => rule.rule), ...Object.keys(stepKinds)]);
    fc.assert(
      fc.property(draft, (process) => {
        expect(processSchema.safeParse(process).error).toBeUndefined();
        const before = JSON.stringify(process);
        for (const { rule, message, where } of findProblems(process)) {
          expect(names).toContain(rule);
          expect(message.zh.length * message.en.length).toBeGreaterThan(0);
          if (where.step !== undefined) expect(process.steps.map((candidate) => candidate.id)).toContain(where.step);
          if (where.flow !== undefined) expect(process.flows.map((candidate) => candidate.id)).toContain(where.flow);
        }
        expect(JSON.stringify(process)).toBe(before);
      }),
      { numRuns: 300, seed: 20_261_123 },
    );
  });

  it('takes deep nesting and long loops without exhausting the stack', () => {
    const nested = Array.from({ length: 2_000 }, (_, depth) => make.sub(`s${depth}`, depth === 0 ? {} : { parent: `s${depth - 1}` }));
    expect(findProblems(processOf(nested, [])).filter((problem) => problem.rule === 'scopes')).toEqual([]);
    const chain = Array.from({ length: 2_000 }, (_, place) => make.exclusive(`g${place}`));
    const ring = way([...chain.map((gateway) => gateway.id), 'g0'].join(' > '));
    expect(findProblems(processOf(chain, [ring])).filter((problem) => problem.rule === 'cycleWaits')).toHaveLength(1);
  });

  it('looks at a process as often as it is long, not as its square', () => {
    const looksAt = (length: number): number => {
      let looks = 0;
      const counted = <T extends object>(value: T): T => new Proxy(value, { get: (target, key) => ((looks += 1), Reflect.get(target, key)) });
      const tasks = Array.from({ length }, (_, place) => [make.task(`t${place}`), make.exclusive(`g${place}`)]).flat();
      const flows = Array.from({ length }, (_, place) => [
        ...way(`t${place} > g${place}`),
        ...way(`g${place} > t${(place + 1) % length}`, { condition: `t${place}.outcome = "approve"` }),
        ...way(`g${place} > t${place}`, { id: `back${place}`, isDefault: true }),
      ]);
      findProblems(processOf([make.start(), ...tasks, make.end()].map(counted), [[...way('start > t0'), ...flows.flat()].map(counted)]));
      return looks;
    };
    // Eight times the length: a square would look 64 times as often.
    expect(looksAt(480) / looksAt(60)).toBeLessThan(9);
  });
});
