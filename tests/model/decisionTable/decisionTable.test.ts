import { describe, expect, it } from 'vitest';
import { decide, decisionTableSchema, tableFaults, type DecisionTable } from '../../../model/decisionTable.ts';
import type { JsonSchema } from '../../../model/form/jsonSchema.ts';

const label = (en: string) => ({ zh: `列 ${en}`, en });

const level: DecisionTable = {
  hitPolicy: 'unique',
  inputs: [
    { id: 'amount', label: label('amount'), expression: 'declaration.amount' },
    { id: 'kind', label: label('kind'), expression: 'declaration.kind' },
  ],
  outputs: [
    { id: 'who', label: label('who'), type: 'string' },
    { id: 'audit', label: label('audit'), type: 'boolean' },
  ],
  rules: [
    { id: 'small', when: ['< 50000000', '-'], then: ['deputy', false] },
    { id: 'middle', when: ['[50000000..200000000[', '"a"'], then: ['taskForce', true] },
    { id: 'middleOther', when: ['[50000000..200000000[', 'not("a")'], then: ['taskForce', false] },
    { id: 'large', when: ['>= 200000000', '-'], then: ['leadingGroup', true], note: label('by the district meeting') },
  ],
};

const score: DecisionTable = {
  hitPolicy: 'collectSum',
  inputs: [{ id: 'staff', label: label('staff'), expression: 'declaration.staff' }],
  outputs: [{ id: 'points', label: label('points'), type: 'integer' }],
  rules: [
    { id: 'ten', when: ['>= 10'], then: [5] },
    { id: 'twenty', when: ['>= 20'], then: [7] },
  ],
};

const schema: JsonSchema = {
  type: 'object',
  properties: {
    declaration: {
      type: 'object',
      properties: { amount: { type: 'integer' }, staff: { type: 'integer' }, kind: { type: 'string', enum: ['a', 'b', 'c'] } },
    },
  },
};

const given = (amount: number, kind: string | null = 'a') => ({ declaration: { amount, kind } });

describe('decide', () => {
  it.each([
    [49_999_999, 'a', 'small', { who: 'deputy', audit: false }],
    [50_000_000, 'a', 'middle', { who: 'taskForce', audit: true }],
    [199_999_999, 'b', 'middleOther', { who: 'taskForce', audit: false }],
    [200_000_000, 'c', 'large', { who: 'leadingGroup', audit: true }],
  ])('%i fen of kind %s: %s', (amount, kind, row, outputs) => {
    expect(decide(level, given(amount, kind))).toEqual({ outputs, rows: [row] });
  });

  it('faults a unique table in which two rows match, or none', () => {
    const both = { ...level, rules: [...level.rules, { id: 'again', when: ['> 1', '-'], then: ['x', true] }] };
    expect(decide(both, given(5))).toMatchObject({ fault: { en: expect.stringContaining('small, again') } });
    expect(decide({ ...level, rules: level.rules.slice(1) }, given(5))).toMatchObject({ fault: { en: expect.stringContaining('No row') } });
  });

  it('takes the first hit, in the order of the rows', () => {
    const first: DecisionTable = { ...level, hitPolicy: 'first', rules: [...level.rules.slice(3), { id: 'rest', when: ['-', '-'], then: ['deputy', false] }] };
    expect(decide(first, given(300_000_000))).toMatchObject({ rows: ['large'] });
    expect(decide(first, given(1, null))).toMatchObject({ rows: ['rest'] });
    expect(decide({ ...first, rules: first.rules.slice(0, 1) }, given(1))).toHaveProperty('fault');
  });

  it.each([[9, 0, []], [10, 5, ['ten']], [25, 12, ['ten', 'twenty']]])('adds up: %i staff give %i points', (staff, points, rows) => {
    expect(decide(score, { declaration: { staff } })).toEqual({ outputs: { points }, rows });
  });

  it('never passes over a row that might have matched', () => {
    expect(decide(level, given(60_000_000, null))).toMatchObject({ fault: { en: expect.stringContaining('Row middle') } });
    expect(decide(score, { declaration: {} })).toHaveProperty('fault');
    // The kind is not asked for where the amount alone decides.
    expect(decide(level, given(5, null))).toMatchObject({ rows: ['small'] });
  });

  it('faults what cannot be added or read', () => {
    expect(decide({ ...score, rules: [{ id: 'x', when: ['-'], then: ['5'] }] }, { declaration: { staff: 1 } })).toHaveProperty('fault');
    expect(decide({ ...score, rules: [{ id: 'x', when: ['now()'], then: [5] }] }, { declaration: { staff: 1 } })).toHaveProperty('fault');
    expect(decide({ ...score, inputs: [{ id: 'x', label: label('x'), expression: 'today()' }] }, {})).toHaveProperty('fault');
    expect(decide({ ...score, rules: [{ id: 'short', when: [], then: [5] }] }, { declaration: { staff: 1 } })).toHaveProperty('fault');
  });
});

describe('tableFaults', () => {
  it('finds nothing in a good table', () => {
    for (const table of [level, score]) {
      expect(decisionTableSchema.safeParse(table).success).toBe(true);
      expect(tableFaults(table, schema)).toEqual([]);
    }
  });

  const withRule = (when: string[], then: DecisionTable['rules'][number]['then']): DecisionTable => ({ ...level, rules: [{ id: 'x', when, then }] });

  it.each<[string, DecisionTable, string, string]>([
    ['a cell of another type', withRule(['"a"', '-'], ['x', true]), 'rules.0.when.0', 'cannot be compared'],
    ['a value that cannot occur', withRule(['-', '"z"'], ['x', true]), 'rules.0.when.1', '"z" is not a value'],
    ['a negated value that cannot occur', withRule(['-', 'not("z")'], ['x', true]), 'rules.0.when.1', '"z" is not a value'],
    ['an unreadable cell', withRule(['> ', '-'], ['x', true]), 'rules.0.when.0', 'Cannot be read'],
    ['an empty cell', withRule(['', '-'], ['x', true]), 'rules.0.when.0', 'Cannot be read'],
    ['an output of another type', withRule(['-', '-'], ['x', 'true']), 'rules.0.then.1', '"true" is not yes or no'],
    ['a row too short', withRule(['-'], ['x', true]), 'rules.0.when', 'needs 2 cells and has 1'],
    ['a row without an output', withRule(['-', '-'], ['x']), 'rules.0.then', 'needs 2 cells and has 1'],
    ['no rows', { ...level, rules: [] }, 'rules', 'no rows'],
    ['no outputs', { ...score, outputs: [], rules: [{ id: 'x', when: ['-'], then: [] }] }, 'outputs', 'no output columns'],
    ['an unknown name', { ...score, inputs: [{ id: 'a', label: label('a'), expression: 'declaration.stuff' }] }, 'inputs.0.expression', 'no datum named'],
    ['a sum of texts', { ...score, outputs: [{ id: 'a', label: label('a'), type: 'string' }], rules: [] }, 'outputs.0.type', 'integer outputs'],
    ['a name twice', { ...score, rules: score.rules.map((rule) => ({ ...rule, id: 'same' })) }, 'rules.1.id', 'used twice'],
  ])('finds %s', (_, table, field, words) => {
    const faults = tableFaults(table, schema);
    expect(faults.map((fault) => fault.field)).toContain(field);
    expect(faults.find((fault) => fault.field === field)?.message.en).toContain(words);
  });
});
