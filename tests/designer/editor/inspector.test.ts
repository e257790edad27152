import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { problemsElsewhere, problemsOf } from '../../../designer/editor/inspector/problemsAt.ts';
import { latenessEdits } from '../../../designer/editor/inspector/reminders.ts';
import { pair, pairsOf, setsOf } from '../../../designer/editor/inspector/separation.ts';
import { durationOf, partsOf } from '../../../designer/editor/inspector/widgets/duration.ts';
import { choices } from '../../../designer/editor/inspector/widgets/names.ts';
import { widgetNames } from '../../../designer/editor/inspector/widgets/widget.ts';
import { measures } from '../../../measures/index.ts';
import { begin as beginHistory, perform, undo } from '../../../model/edits/history.ts';
import { apply } from '../../../model/edits/index.ts';
import type { Problem } from '../../../model/problem.ts';
import { findProblems } from '../../../model/rules/index.ts';
import { stepKinds, stepSchema } from '../../../model/steps/index.ts';
import { durationMs } from '../../../model/steps/period.ts';
import { fieldsOf, leastValue, type Field } from '../../../model/steps/stepFields.ts';
import { begin, end, smallProcess, task } from '../../scenarios/smallProcess.ts';

const kinds = Object.values(stepKinds).map(({ kind, fields }) => [kind, fieldsOf(fields as z.ZodType)] as const);

function everyField(fields: readonly Field[]): Field[] {
  return fields.flatMap((field) => [field, ...(field.shape.shape === 'group' ? everyField(field.shape.fields) : [])]);
}

describe('the fields of a step are read from its kind alone', () => {
  test.each(kinds)('%s: each can be filled in', (_kind, fields) => {
    expect(fields.length).toBeGreaterThan(4);
    for (const { name, shape } of everyField(fields)) {
      expect(shape.shape, name).not.toBe('unknown');
      if (shape.shape === 'widget' && shape.widget !== 'onCanvas') expect(widgetNames, name).toContain(shape.widget);
      if (shape.shape === 'group') expect(shape.fields.length, name).toBeGreaterThan(0);
    }
  });

  test.each(kinds)('%s: an optional group begins with what its schema accepts', (_kind, fields) => {
    for (const field of fields) {
      if (field.shape.shape === 'group') expect(field.schema.safeParse(leastValue(field, { zh: '名', en: 'name' })).success, field.name).toBe(true);
    }
  });

  test('a field without a label is not for people', () => {
    expect(fieldsOf(z.strictObject({ hidden: z.string(), shown: z.int().min(2).optional().meta({ label: { zh: '甲', en: 'A' } }) }))).toMatchObject([
      { name: 'shown', label: { en: 'A' }, optional: true, shape: { shape: 'integer', least: 2 } },
    ]);
  });
});

test.each(measures.map((process) => [process.id, process] as const))('%s: every reference in use is among what can be chosen', (_id, process) => {
  for (const step of process.steps) {
    const values = new Map<string, unknown>(Object.entries(step));
    for (const { name, shape } of fieldsOf(stepKinds[step.kind].fields as z.ZodType)) {
      const options = shape.shape === 'widget' ? choices[shape.widget]?.(process, step) : undefined;
      const value = values.get(name);
      if (options && value !== undefined) expect(options.map((option) => option.value), `${step.id}.${name}`).toContain(value);
    }
  }
});

describe('reminders and escalations', () => {
  const process = smallProcess([begin(), task('review'), end()], ['begin > review > done']);
  const host = process.steps[1]!; // the task above

  test('a reminder is a timer that writes and ends, with no new problem, and one entry of undo', () => {
    const edits = latenessEdits(process, host, 3, 'remind');
    const history = edits.reduce((sofar, edit, index) => perform(sofar, edit, index > 0), beginHistory(process));
    const added = history.process.steps.filter((step) => !process.steps.some(({ id }) => id === step.id));
    expect(added.map(({ kind }) => kind)).toEqual(['boundaryTimer', 'serviceTask', 'endEvent']);
    expect(added[0]).toMatchObject({ host: 'review', interrupting: false, wait: { workingDays: 3 } });
    expect(added[1]).toMatchObject({ check: 'reminder' });
    expect(findProblems(history.process)).toEqual(findProblems(process));
    expect(undo(history).process).toBe(process);
    expect(undo(history).past).toEqual([]);
  });

  test('an escalation ends the waiting, and asks for its way', () => {
    const edits = latenessEdits(process, host, 9, 'escalate');
    const after = edits.reduce(apply, process);
    expect(after.steps.at(-1)).toMatchObject({ kind: 'boundaryTimer', interrupting: true, wait: { workingDays: 9 } });
    expect(findProblems(after).some(({ where }) => where.step === after.steps.at(-1)?.id)).toBe(true);
  });

  test('a second reminder has names of its own; a step that does not wait has none', () => {
    const once = latenessEdits(process, host, 3, 'remind').reduce(apply, process);
    const twice = latenessEdits(once, host, 5, 'remind').reduce(apply, once);
    expect(twice.steps).toHaveLength(once.steps.length + 3);
    expect(latenessEdits(process, process.steps[0]!, 3, 'remind')).toEqual([]); // the start event
  });
});

test('sets of duties come to the same pairs as they did', () => {
  const duties = ['a', 'b', 'c', 'd', 'e'];
  const all = duties.flatMap((one, index) => duties.slice(index + 1).map((other) => pair(one, other)));
  fc.assert(
    fc.property(fc.subarray(all), (chosen) => {
      const sets = setsOf(new Set(chosen), duties);
      expect([...pairsOf(sets)].sort()).toEqual([...chosen].sort());
      expect(sets.every((set) => set.length > 1)).toBe(true);
    }),
  );
  expect(setsOf(pairsOf([['a', 'b', 'c']]), duties)).toEqual([['a', 'b', 'c']]);
});

test('a duration is its days, hours and minutes', () => {
  fc.assert(
    fc.property(fc.nat(999), fc.nat(23), fc.nat(59), (days, hours, minutes) => {
      const duration = durationOf([days, hours, minutes]);
      expect(partsOf(duration)).toEqual([days, hours, minutes]);
      expect(durationMs(duration)).toBe(((days * 24 + hours) * 60 + minutes) * 60_000);
      expect(stepSchema.safeParse({ id: 'wait', kind: 'timerCatchEvent', name: { zh: 'w', en: 'w' }, stage: 'declaration', position: { x: 0, y: 0 }, wait: { duration } }).success).toBe(true);
    }),
  );
});

test('problems stand at the field they name, else above', () => {
  const at = (field?: string): Problem => ({ rule: 'r', severity: 'error', message: { zh: field ?? '', en: field ?? '' }, where: { step: 's', ...(field === undefined ? {} : { field }) } });
  const problems = [at(), at('due'), at('due.workingDays'), at('table.rules.0.when.1'), at('host'), { ...at('due'), where: { step: 'other', field: 'due' } }];
  const fields = (found: Problem[]) => found.map(({ where }) => where.field);
  expect(fields(problemsOf(problems, { step: 's', field: 'due' }))).toEqual(['due', 'due.workingDays']);
  expect(fields(problemsOf(problems, { step: 's', field: 'due' }, ['workingDays']))).toEqual(['due']);
  expect(fields(problemsOf(problems, { step: 's', field: 'table' }))).toEqual(['table.rules.0.when.1']);
  expect(fields(problemsElsewhere(problems, { step: 's' }, ['due', 'table']))).toEqual([undefined, 'host']);
});
