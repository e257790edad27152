import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateUnaryTest } from '../../../model/condition.ts';
import { decide, type DecisionTable } from '../../../model/decisionTable.ts';
import type { JsonSchema } from '../../../model/form/jsonSchema.ts';
import { mostFindings, tableFindings } from '../../../model/table/tableFindings.ts';
import type { Json, JsonObject } from '../../../model/text.ts';
import { measures } from '../../../measures/index.ts';
import { caseSchema } from '../../../model/caseSchema.ts';

const schema: JsonSchema = {
  type: 'object',
  properties: {
    amount: { type: 'integer', minimum: 0, maximum: 1_000 },
    count: { type: 'integer' },
    kind: { type: 'string', enum: ['a', 'b', 'c'] },
    ok: { type: 'boolean' },
    day: { type: 'string', format: 'date' },
    word: { type: 'string' },
    rows: { type: 'array', items: { type: 'integer' } },
  },
};

const named = (id: string) => ({ zh: id, en: id });

function table(hitPolicy: DecisionTable['hitPolicy'], inputs: string[], rows: string[][]): DecisionTable {
  return {
    hitPolicy,
    inputs: inputs.map((expression, index) => ({ id: `in${index}`, label: named(expression), expression })),
    outputs: [{ id: 'out', label: named('out'), type: 'integer' }],
    rules: rows.map((when, index) => ({ id: `r${index + 1}`, when, then: [index] })),
  };
}

const matching = ({ rules }: DecisionTable, inputs: Json[]): string[] =>
  rules.filter(({ when }) => when.every((cell, column) => evaluateUnaryTest(cell, inputs[column] ?? null, {}) === true)).map(({ id }) => id);

const cells: { [input: string]: fc.Arbitrary<string> } = {
  amount: fc.oneof(
    fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '!='), fc.nat(20)).map(([operator, value]) => `${operator} ${value}`),
    fc.tuple(fc.constantFrom('[', '('), fc.nat(10), fc.nat(10), fc.constantFrom(']', ')')).map(([open, low, more, close]) => `${open}${low}..${low + more}${close}`),
    fc.tuple(fc.nat(20), fc.nat(20)).map(([one, other]) => `${one}, ${other}`),
    fc.tuple(fc.nat(20), fc.nat(20)).map(([one, other]) => `? > ${one} and not(? = ${other})`),
  ),
  kind: fc.oneof(fc.constantFrom('"a"', '"b"', '"c"', '"a", "b"', 'not("a")', 'not("b", "c")', 'contains(?, "a")')),
  ok: fc.constantFrom('true', 'false', '? = true'),
  day: fc.tuple(fc.constantFrom('<', '<=', '>', '>='), fc.integer({ min: 1, max: 9 })).map(([operator, day]) => `${operator} date("2026-03-0${day}")`),
  word: fc.constantFrom('"x"', '"y"', 'not("x")', '"x", "y"', '!= "y"'),
};

const values: { [input: string]: fc.Arbitrary<Json> } = {
  amount: fc.integer({ min: 0, max: 40 }),
  kind: fc.constantFrom('a', 'b', 'c'),
  ok: fc.boolean(),
  day: fc.integer({ min: 1, max: 28 }).map((day) => `2026-03-${String(day).padStart(2, '0')}`),
  word: fc.constantFrom('x', 'y', 'z', '其他', ''),
};

const inputNames = fc.uniqueArray(fc.constantFrom(...Object.keys(cells)), { minLength: 1, maxLength: 3 });

const tableAndInputs = inputNames.chain((names) =>
  fc.record({
    policy: fc.constantFrom('unique' as const, 'first' as const),
    rows: fc.array(fc.tuple(...names.map((name) => fc.oneof({ weight: 1, arbitrary: fc.constant('-') }, { weight: 3, arbitrary: cells[name] ?? fc.constant('-') }))), { maxLength: 6 }),
    samples: fc.array(fc.tuple(...names.map((name) => values[name] ?? fc.constant(null))), { minLength: 20, maxLength: 20 }),
    names: fc.constant(names),
  }),
);

describe('every finding is true, and none is missing', () => {
  test('of random tables', () => {
    let [gaps, overlaps, idle, missed] = [0, 0, 0, 0];
    fc.assert(
      fc.property(tableAndInputs, ({ policy, names, rows, samples }) => {
        const own = table(policy, names, rows);
        const found = tableFindings(own, schema);
        const more = found.notes.length > 0;
        for (const gap of found.gaps) {
          gaps += 1;
          expect(matching(own, gap.example)).toEqual([]);
          expect(gap.when.every((cell, column) => evaluateUnaryTest(cell, gap.example[column] ?? null, {}) === true || own.inputs[column] === undefined)).toBe(true);
        }
        for (const { rows: both, example } of found.overlaps) {
          overlaps += 1;
          expect(matching(own, example)).toEqual(expect.arrayContaining(both));
        }
        for (const inputs of samples) {
          const hits = matching(own, inputs);
          if (hits.length === 0) {
            missed += 1;
            expect(more || found.gaps.some(({ when }) => when.every((cell, column) => evaluateUnaryTest(cell, inputs[column] ?? null, {}) === true))).toBe(true);
          }
          // A row that is hit first is not idle, and rows that hit together are told of.
          if (policy === 'first') expect(found.idle.map(({ row }) => row)).not.toContain(hits[0]);
          else if (hits.length > 1) expect(more || found.overlaps.some(({ rows: [one, other] }) => hits[0] === one && hits[1] === other)).toBe(true);
        }
        idle += found.idle.length;
      }),
      { numRuns: 400 },
    );
    // The property has spoken of each kind of finding often.
    expect(Math.min(gaps, overlaps, idle, missed)).toBeGreaterThan(50);
  });

  test('a row made of a gap closes it', () => {
    fc.assert(
      fc.property(tableAndInputs, ({ policy, names, rows }) => {
        const own = table(policy, names, rows);
        const found = tableFindings(own, schema);
        fc.pre(found.gaps.length > 0 && found.gaps.length < mostFindings);
        const closed = table(policy, names, [...rows, ...found.gaps.map(({ when }) => when)]);
        expect(tableFindings(closed, schema).gaps).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('what is said', () => {
  test('of a gap: the cells of a row that would close it, and an example', () => {
    const found = tableFindings(table('unique', ['amount', 'ok'], [['< 10', '-'], ['> 10', 'true']]), schema);
    expect(found.gaps).toMatchObject([
      { when: ['10', '-'], example: [10, true] },
      { when: ['>= 11', 'false'], example: [11, false] },
    ]);
    expect(found.gaps[1]?.message).toEqual({
      zh: '当“amount”为 >= 11，“ok”为 false时，没有一行符合；例如 amount = 11、ok = false。',
      en: 'No row matches when “amount” is >= 11 and “ok” is false; for example amount = 11, ok = false.',
    });
  });

  test('a field’s own bounds are no gaps', () => {
    expect(tableFindings(table('unique', ['amount'], [['[0..500]'], ['[501..1000]']]), schema).gaps).toEqual([]);
    expect(tableFindings(table('unique', ['count'], [['[0..500]'], ['> 500']]), schema).gaps).toMatchObject([{ when: ['<= -1'], example: [-1] }]);
  });

  test('an enumeration, days and other texts', () => {
    const gapsOf = (input: string, ...rows: string[]) => tableFindings(table('unique', [input], rows.map((cell) => [cell])), schema).gaps.map(({ when }) => when[0]);
    expect(gapsOf('kind', '"a"')).toEqual(['"b", "c"']);
    expect(gapsOf('day', '< date("2026-03-01")', '> date("2026-03-31")')).toEqual(['[date("2026-03-01")..date("2026-03-31")]']);
    expect(gapsOf('word', '"x"', '"y"')).toEqual(['not("x", "y")']);
  });

  test('fractions lie between whole numbers', () => {
    expect(tableFindings(table('unique', ['amount / 3'], [['<= 1'], ['>= 2']]), schema).gaps).toMatchObject([{ when: ['(1..2)'], example: [1.5] }]);
  });

  test('the same expression in two columns is asked once', () => {
    expect(tableFindings(table('unique', ['amount', 'amount'], [['> 5', '< 3'], ['-', '-']]), schema).overlaps).toEqual([]);
  });

  test('rows of a first-hit table that are never reached', () => {
    expect(tableFindings(table('first', ['amount'], [['> 5'], ['> 7'], ['-'], ['3']]), schema).idle.map(({ row }) => row)).toEqual(['r2', 'r4']);
  });

  test('what cannot be judged is said and never reported as a finding', () => {
    const found = tableFindings(table('unique', ['amount', 'rows'], [['> count', '-'], ['< 5', '-'], ['> 3', 'list contains(?, 3)']]), schema);
    expect(found.notes.map(({ en }) => en)).toEqual([expect.stringContaining('Row r1'), expect.stringContaining('Row r3')]);
    expect(found.overlaps).toEqual([]);
    // Row 1 may hold anywhere, so nothing is surely left out.
    expect(found.gaps).toEqual([]);
    expect(tableFindings(table('unique', ['count', 'count + 1'], [['-', '-']]), schema).notes).toHaveLength(1);
  });

  test('a table that adds up leaves nothing out', () => {
    const sum = table('collectSum', ['amount'], [['> 5'], ['> 7']]);
    expect(tableFindings(sum, schema)).toEqual({ gaps: [], overlaps: [], idle: [], notes: [] });
    expect(decide(sum, { amount: 1 })).toMatchObject({ outputs: { out: 0 } });
  });

  test('a table too wide says so, quickly', () => {
    const inputs = Array.from({ length: 20 }, (_, index) => `amount + ${index}`);
    const rows = inputs.map((_, row) => inputs.map((_input, column) => (row === column ? '> 5' : '-')));
    const began = performance.now();
    const found = tableFindings(table('unique', inputs, rows.map((row, index) => row.map((cell, column) => (column === (index * 7) % 20 ? '< 9' : cell)))), schema);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(found.gaps.length).toBeLessThanOrEqual(mostFindings);
  });
});

describe('the tables of the programme', () => {
  const tables = measures.flatMap((process) => process.steps.flatMap((step) => ('table' in step ? [{ process, step }] : [])));

  test.each(tables.map(({ process, step }) => [`${process.id} ${step.id}`, process, step] as const))('%s leaves nothing out', (_name, process, { table: own }) => {
    const found = tableFindings(own, caseSchema(process));
    expect(found.gaps.map(({ message }) => message.en)).toEqual([]);
    expect(found.overlaps.map(({ message }) => message.en)).toEqual([]);
    expect(found.idle.map(({ message }) => message.en)).toEqual([]);
  });

  test('a found gap is a fault of the decision itself', () => {
    const own = table('unique', ['amount', 'kind'], [['< 10', '"a"'], ['>= 10', '-']]);
    const [gap] = tableFindings(own, schema).gaps;
    const data: JsonObject = { amount: gap?.example[0] ?? null, kind: gap?.example[1] ?? null };
    expect(decide(own, data)).toHaveProperty('fault');
  });
});
