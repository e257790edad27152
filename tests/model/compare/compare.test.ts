import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { measures } from '../../../measures/index.ts';
import { aspects, compare } from '../../../model/compare/index.ts';
import { processSchema, type Process } from '../../../model/process.ts';
import { same } from '../../../model/same.ts';
import type { Step } from '../../../model/steps/index.ts';
import { anyChange, anyMeasure, changed } from '../bpmn/randomChange.ts';
import { begin, end, exclusive, onTime, smallProcess, task } from '../../scenarios/smallProcess.ts';
import { randomProcess } from '../kernel/randomProcess.ts';

const base = smallProcess(
  [begin(), { ...task('look', { due: { workingDays: 10 }, choices: ['yes', 'no'] }), name: { zh: '现场核查', en: 'On-site check' } }, onTime('late', 'look', { workingDays: 3 }), exclusive('gate'), end()],
  ['begin > look > gate', 'gate > done if look.outcome = "yes"', 'gate > look else', 'late > done'],
);
const withStep = (id: string, change: (step: Step) => Step): Process => ({ ...base, steps: base.steps.map((step) => (step.id === id ? change(step) : step)) });
const said = (after: Process, before = base) => compare(before, after).map(({ change, message }) => [change, message.zh, message.en]);

describe('differences in sentences', () => {
  test.each<[string, Process, string, string, string]>([
    ['another deadline', withStep('look', (step) => ({ ...step, due: { workingDays: 8 } }) as Step), 'changed', '“现场核查”的办理期限由 10 个工作日改为 8 个工作日', '“On-site check” is now due in 8 working days instead of 10'],
    ['a move', withStep('look', (step) => ({ ...step, position: { x: 5, y: 0 } })), 'moved', '“现场核查”在画布上移动', '“On-site check” was moved on the canvas'],
    ['another role', withStep('look', (step) => ({ ...step, role: 'reviewer' }) as Step), 'changed', '“现场核查”的角色由 clerk 改为 reviewer', 'Role of “On-site check” is now reviewer instead of clerk'],
    ['another wait', withStep('late', (step) => ({ ...step, wait: { workingDays: 5 } }) as Step), 'changed', '“late”的等待由 3 个工作日改为 5 个工作日', '“late” now waits 5 working days instead of 3 working days'],
    ['a new step', { ...base, steps: [...base.steps, task('more')] }, 'added', '新增步骤“more”', 'Step “more” was added'],
    ['another way', { ...base, flows: base.flows.map((flow) => (flow.id === 'f5' ? { ...flow, to: 'gate' } : flow)) }, 'changed', '连线“late → gate”由“late”到“done”改为“late”到“gate”', 'The flow “late → gate” now goes from “late” to “gate” instead of from “late” to “done”'],
    ['another condition', { ...base, flows: base.flows.map((flow) => (flow.condition ? { ...flow, condition: 'look.outcome = "no"' } : flow)) }, 'changed', '连线“gate → done”的条件由 look.outcome = "yes" 改为 look.outcome = "no"', 'The condition of flow “gate → done” is now look.outcome = "no" instead of look.outcome = "yes"'],
    ['a field more', { ...base, forms: base.forms.map((form) => ({ ...form, schema: { ...form.schema, properties: { amount: { type: 'integer', 'x-zh': '金额', 'x-en': 'Amount' } } } })) }, 'added', '表单“declaration”新增字段“金额”', 'Field “Amount” in form “declaration” was added'],
  ])('%s', (_name, after, change, zh, en) => {
    expect(said(after)).toEqual([[change, zh, en]]);
  });

  test('a step known by another identifier is renamed, and what names it follows in silence', () => {
    const after = processSchema.parse(JSON.parse(JSON.stringify(base).replaceAll('"look"', '"inspect"').replaceAll('look.outcome', 'inspect.outcome')));
    expect(said(after).map(([, , en]) => en)).toEqual(['“On-site check” is now known as inspect instead of look']);
    expect(after.flows[2]?.condition).toBe('inspect.outcome = "yes"');
  });

  test('a decision table is told row by row, money in yuan', () => {
    const [measure] = measures;
    if (!measure) return expect.unreachable();
    const after = structuredClone(measure);
    const step = after.steps.find(({ id }) => id === 'decisionLevel');
    if (!step || !('table' in step)) return expect.unreachable();
    const row = step.table.rules[0];
    if (row) row.when = ['<= 60000000'];
    after.measure.support.capFen += 100;
    const sentences = compare(measure, after).map(({ message }) => message.en);
    expect(sentences[0]).toMatch(/“Amount \(fen\)” of row “deputy” in the table of “Level of decision” is now <= 60000000 instead of <= 50000000/);
    expect(sentences[1]).toMatch(/^The cap of the support is now ¥[\d,]+\.00 instead of ¥[\d,]+\.00$/);
  });
});

describe('nothing is missed', () => {
  test('every field of a process has one aspect, every aspect one file', () => {
    const covered = aspects.flatMap(({ covers }) => covers);
    expect(covered.toSorted()).toEqual(['awardedBy', 'declarationForm', 'firstDayCounts', 'flows', 'forms', 'id', 'measure', 'name', 'roles', 'separation', 'stages', 'steps']);
    expect(aspects.map(({ aspect }) => `${aspect}.ts`).toSorted()).toEqual(readdirSync(new URL('../../../model/compare/aspects/', import.meta.url)).toSorted());
  });

  test('what is the same has no differences', () => {
    for (const measure of measures) expect(compare(measure, structuredClone(measure))).toEqual([]);
    fc.assert(fc.property(randomProcess, (process) => compare(process, structuredClone(process)).length === 0), { numRuns: 30 });
  });

  test('every single change of a measure is noticed, in both directions and both languages', () => {
    fc.assert(
      fc.property(anyMeasure, anyChange, (measure, change) => {
        const after = changed(measure, change);
        for (const differences of [compare(measure, after), compare(after, measure)]) {
          expect(differences.length > 0).toBe(!same(measure, after));
          for (const { message } of differences) {
            expect(message.zh.length).toBeGreaterThan(0);
            expect(message.en.length).toBeGreaterThan(0);
            expect(`${message.zh}${message.en}`).not.toMatch(/undefined|\[object/);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test('any two processes can be compared', () => {
    fc.assert(fc.property(randomProcess, randomProcess, (before, after) => compare(before, after).length > 0 === !same(before, after)), { numRuns: 40 });
  });
});
