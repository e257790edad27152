import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendars } from '../../../measures/calendars.ts';
import type { Process } from '../../../model/process.ts';
import { playScenario } from '../../../model/scenario/playScenario.ts';
import type { ScenarioLine } from '../../../model/scenario/scenario.ts';
import { randomProcess } from '../kernel/randomProcess.ts';

/** A draft in the middle of its work: steps deleted, flows torn off, ids mistyped, parents and hosts gone. */
const brokenDraft: fc.Arbitrary<Process> = fc.tuple(randomProcess, fc.array(fc.tuple(fc.nat(9), fc.nat(999), fc.nat(999)), { maxLength: 8 })).map(([process, cuts]) => {
  let draft = process;
  for (const [what, one, other] of cuts) {
    const { steps, flows } = draft;
    const at = steps.length === 0 ? 0 : one % steps.length;
    const flowAt = flows.length === 0 ? 0 : one % flows.length;
    const some = steps[steps.length === 0 ? 0 : other % steps.length]?.id ?? 'nobody';
    const cut: (() => Partial<Process>)[] = [
      () => ({ steps: steps.filter((_, index) => index !== at) }),
      () => ({ flows: flows.filter((_, index) => index !== flowAt) }),
      () => ({ flows: flows.map((flow, index) => (index === flowAt ? { ...flow, to: 'nowhere' } : flow)) }),
      () => ({ flows: flows.map((flow, index) => (index === flowAt ? { ...flow, from: some, condition: 'declaration.n >' } : flow)) }),
      () => ({ steps: steps.map((step, index) => (index === at ? { ...step, id: some } : step)) }),
      () => ({ steps: steps.map((step, index) => (index === at ? { ...step, parent: some } : step)) }),
      () => ({ steps: steps.map((step, index) => (index === at && 'host' in step ? { ...step, host: some } : step)) }),
      () => ({ steps: steps.map((step, index) => (index === at && 'check' in step ? { ...step, check: 'oracle' } : step)) }),
      () => ({ flows: [...flows, { id: `more${one}`, from: some, to: steps[at]?.id ?? 'nowhere' }] }),
      () => ({ forms: [], roles: [] }),
    ];
    draft = { ...draft, ...cut[what]?.() };
  }
  return draft;
});

const line: fc.Arbitrary<(process: Process) => ScenarioLine> = fc.tuple(fc.nat(7), fc.nat(999)).map(([what, pick]) => (process) => {
  const step = process.steps[process.steps.length === 0 ? 0 : pick % process.steps.length];
  const id = step?.id ?? 'nobody';
  const choices = step && 'outcomes' in step ? step.outcomes.map((outcome) => outcome.id) : ['done'];
  const lines: ScenarioLine[] = [
    { line: 'complete', step: id, outcome: choices[pick % choices.length] ?? 'done', data: { reason: '因为' } },
    { line: 'answer', check: 'creditDefault', answer: pick % 2 === 0 ? { succeeds: {} } : { fails: 'unreachable' } },
    { line: 'passWorkingDays', days: 1 + (pick % 20) },
    { line: 'passToNextClock' },
    { line: 'message', message: 'objection', data: {} },
    { line: 'resolve', step: id, how: 'retry', reason: '再试' },
    { line: 'expectTasks', steps: [id] },
    { line: 'expectReached', step: id },
  ];
  return lines[what] as ScenarioLine; // there are eight
});

test('no draft is so broken, and no scenario so wrong, that playing it throws or does not end', () => {
  const codes = new Set<string>();
  fc.assert(
    fc.property(brokenDraft, fc.array(line, { maxLength: 25 }), (process, lines) => {
      const start = { day: '2026-03-02', applicant: { creditCode: '91440300FAKE00013H', name: '虚构公司' }, declaration: { n: 3, a: true }, years: [2026] };
      const before = JSON.stringify(process);
      const { faults, trail } = playScenario(process, { name: { zh: '任意', en: 'any' }, start, lines: lines.map((make) => make(process)) }, calendars);
      expect(trail.length).toBeGreaterThan(0);
      for (const { at } of faults) codes.add(at < 0 ? 'draft' : 'line');
      expect(JSON.stringify(process)).toBe(before);
    }),
    { numRuns: 400 },
  );
  expect(codes).toEqual(new Set(['draft', 'line'])); // the drafts were broken, and the stories wrong
});
