import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellField, cellOf, cellText, columnsOf, withCell, withColumn, withColumnAt, withInput, withOutput, withoutRow, withRow, withRowMoved } from '../../../designer/editor/table/tableEdits.ts';
import { decisionTableSchema, tableFaults, type DecisionTable } from '../../../model/decisionTable.ts';

const named = (id: string) => ({ zh: id, en: id });

const table: DecisionTable = {
  hitPolicy: 'unique',
  inputs: [{ id: 'a', label: named('a'), expression: 'a' }],
  outputs: [{ id: 'x', label: named('x'), type: 'integer' }, { id: 'y', label: named('y'), type: 'boolean' }],
  rules: [{ id: 'one', when: ['> 5'], then: [1, true] }, { id: 'two', when: ['-'], then: [2, false] }],
};

test('a cell is read and typed as people write', () => {
  expect(cellText(table, { row: 0, column: 0 })).toBe('> 5');
  expect(cellText(table, { row: 0, column: 2 })).toBe('true');
  expect(cellField(table, { row: 1, column: 1 })).toBe('rules.1.then.0');
  expect(cellOf(table, 'rules.1.then.0')).toEqual({ row: 1, column: 1 });
  expect([cellOf(table, 'rules.1.then.9'), cellOf(table, 'rules.1'), cellOf(table, 'inputs.0.expression')]).toEqual([undefined, undefined, undefined]);
  expect(withCell(table, { row: 0, column: 0 }, ' ').rules[0]?.when).toEqual(['-']);
  expect(withCell(table, { row: 0, column: 1 }, '42').rules[0]?.then).toEqual([42, true]);
  expect(withCell(table, { row: 0, column: 2 }, '否').rules[0]?.then).toEqual([1, false]);
  // What is no answer of the column stays to be mended, and is a fault.
  const wrong = withCell(table, { row: 0, column: 1 }, 'many');
  expect(wrong.rules[0]?.then).toEqual(['many', true]);
  expect(tableFaults(wrong, { type: 'object', properties: { a: { type: 'integer' } } }).map(({ field }) => field)).toEqual(['rules.0.then.0']);
  expect(withCell(table, { row: 0, column: 0 }, '> 5')).toBe(table);
});

test('rows and columns come, go and move together with their cells', () => {
  expect(withRow(table, 1, ['3']).rules.map(({ id, when }) => [id, when[0]])).toEqual([['one', '> 5'], ['row3', '3'], ['two', '-']]);
  expect(withRowMoved(table, 0, 1).rules.map(({ id }) => id)).toEqual(['two', 'one']);
  expect(withRowMoved(table, 0, 2)).toBe(table);
  expect(withoutRow(table, 0).rules).toHaveLength(1);
  const [, x, y] = columnsOf(table);
  expect(withColumnAt(table, x!, 1).rules[0]?.then).toEqual([true, 1]); // a column of the table
  expect(withColumnAt(table, y!, 'removed')).toMatchObject({ outputs: [{ id: 'x' }], rules: [{ then: [1] }, { then: [2] }] }); // a column of the table
  const asText = withColumn(table, { asks: false, index: 0, output: { id: 'x', label: named('x'), type: 'string' } });
  expect(asText.rules.map(({ then }) => then[0])).toEqual(['1', '2']);
  expect(withColumn(asText, { asks: false, index: 0, output: { id: 'x', label: named('x'), type: 'integer' } })).toEqual(table);
});

test('whatever is done, every row has as many cells as there are columns', () => {
  const act = fc.oneof(
    fc.record({ act: fc.constant('cell' as const), row: fc.nat(4), column: fc.nat(5), typed: fc.constantFrom('1', 'true', '', '> 3', '"x"') }),
    fc.record({ act: fc.constantFrom('row' as const, 'withoutRow' as const, 'input' as const, 'output' as const), row: fc.nat(4), column: fc.nat(5), typed: fc.constant('') }),
    fc.record({ act: fc.constantFrom('removed' as const, 'moved' as const), row: fc.nat(4), column: fc.nat(5), typed: fc.constant('') }),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      const after = acts.reduce((sofar, { act: what, row, column, typed }) => {
        const at = columnsOf(sofar)[column];
        switch (what) {
          case 'cell': return withCell(sofar, { row, column }, typed);
          case 'row': return withRow(sofar, row);
          case 'withoutRow': return withoutRow(sofar, row);
          case 'input': return withInput(sofar, 'a');
          case 'output': return withOutput(sofar);
          case 'removed': return at ? withColumnAt(sofar, at, 'removed') : sofar;
          case 'moved': return at ? withColumnAt(sofar, at, 0) : sofar;
        }
      }, table);
      expect(decisionTableSchema.safeParse(after).success).toBe(true);
      expect(after.rules.every(({ when, then }) => when.length === after.inputs.length && then.length === after.outputs.length)).toBe(true);
      expect(new Set(after.rules.map(({ id }) => id)).size).toBe(after.rules.length);
    }),
  );
});
