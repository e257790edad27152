import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choose, threeWay } from '../../../model/compare/threeWay.ts';
import { processSchema, type Process } from '../../../model/process.ts';
import type { Step } from '../../../model/steps/index.ts';
import { anyChange, anyMeasure, changed } from '../bpmn/randomChange.ts';
import { begin, end, smallProcess, task } from '../../scenarios/smallProcess.ts';

const base = smallProcess([begin(), task('look', { due: { workingDays: 10 } }), task('decide'), end()], ['begin > look > decide > done']);
const withStep = (id: string, change: object, from: Process = base): Process => ({ ...from, steps: from.steps.map((step) => (step.id === id ? ({ ...step, ...change } as Step) : step)) });
const without = (id: string): Process => ({ ...base, steps: base.steps.filter((step) => step.id !== id), flows: base.flows.filter(({ from, to }) => from !== id && to !== id) });

describe('two owners saved', () => {
  test('what each changed alone is taken from both', () => {
    const { merged, conflicts } = threeWay(base, withStep('look', { due: { workingDays: 8 } }), { ...withStep('look', { role: 'reviewer' }), firstDayCounts: false });
    expect(conflicts).toEqual([]);
    expect(merged).toEqual({ ...withStep('look', { due: { workingDays: 8 }, role: 'reviewer' }), firstDayCounts: false });
  });

  test('what both changed differently is a choice, told in a sentence', () => {
    const mine = withStep('look', { due: { workingDays: 8 } });
    const theirs = withStep('look', { due: { workingDays: 5 } });
    const { merged, conflicts } = threeWay(base, mine, theirs);
    expect(merged).toEqual(mine);
    expect(conflicts).toEqual([{
      path: ['steps', 'look', 'due'],
      what: { step: 'look', field: 'due' },
      message: { zh: '步骤“look”的办理期限：您改为“8 个工作日”，对方改为“5 个工作日”；请选择。', en: 'Due of step “look”: you made it “8 working days”, the other “5 working days”; choose one.' },
      base: { workingDays: 10 }, mine: { workingDays: 8 }, theirs: { workingDays: 5 },
    }]);
    const [conflict] = conflicts;
    if (conflict) expect([choose(merged, conflict, 'theirs'), choose(merged, conflict, 'base'), choose(merged, conflict, 'mine')]).toEqual([theirs, base, mine]);
  });

  test('removed here and changed there is a choice; a flow to what was removed is named', () => {
    const { merged, conflicts } = threeWay(base, without('decide'), withStep('decide', { role: 'reviewer' }));
    expect(merged.steps.map(({ id }) => id)).toEqual(['begin', 'look', 'done']);
    expect(conflicts.map(({ message }) => message.en)).toEqual(['The step “decide”: you removed it and the other changed it; choose one.']);
    const drawn = { ...base, flows: [...base.flows, { id: 'more', from: 'look', to: 'decide' }] };
    expect(threeWay(base, without('decide'), drawn).conflicts.map(({ what, message }) => [what.flow, message.en])).toEqual([['more', 'The other’s flow leads to or from the step “decide”, which you removed; keep the step or take the flow away.']]);
  });

  test('steps that both added stand where each put them', () => {
    const mine = { ...base, steps: [base.steps[0] ?? begin(), task('mine'), ...base.steps.slice(1)] };
    const theirs = { ...base, steps: [...base.steps.slice(0, 2), task('theirs'), ...base.steps.slice(2)] };
    expect(threeWay(base, mine, theirs).merged.steps.map(({ id }) => id)).toEqual(['begin', 'mine', 'look', 'theirs', 'decide', 'done']);
  });
});

describe('for any changes', () => {
  const drafts = fc.tuple(anyMeasure, fc.array(anyChange, { maxLength: 4 }), fc.array(anyChange, { maxLength: 4 })).map(([measure, a, b]) => [measure, a.reduce(changed, measure), b.reduce(changed, measure)] as const);

  test('one side alone, or both alike, needs no choice', () => {
    fc.assert(
      fc.property(drafts, ([measure, mine]) => {
        expect(threeWay(measure, mine, measure)).toEqual({ merged: mine, conflicts: [] });
        expect(threeWay(measure, measure, mine)).toEqual({ merged: mine, conflicts: [] });
        expect(threeWay(measure, mine, structuredClone(mine))).toEqual({ merged: mine, conflicts: [] });
      }),
      { numRuns: 60 },
    );
  });

  test('what comes of two is well-formed, both see the same conflicts, and each has two languages', () => {
    fc.assert(
      fc.property(drafts, ([measure, mine, theirs]) => {
        const { merged, conflicts } = threeWay(measure, mine, theirs);
        expect(processSchema.safeParse(merged).success).toBe(true);
        expect(conflicts.map(({ path }) => path.join('/')).toSorted()).toEqual(threeWay(measure, theirs, mine).conflicts.map(({ path }) => path.join('/')).toSorted());
        for (const { message } of conflicts) expect(`${message.zh}${message.en}`).toMatch(/[\u4e00-\u9fff].*。.*\.$/s);
      }),
      { numRuns: 100 },
    );
  });
});
