import type { DecisionTable, TableInput, TableOutput, TableRule } from '../../../model/decisionTable.ts';
import { freshName } from '../../../model/edits/freshId.ts';
import type { Json } from '../../../model/text.ts';
import { moved } from '../moved.ts';

/** A cell of the grid: its row, and its column counted over inputs, then outputs. */
export interface CellPlace {
  row: number;
  column: number;
}

/** A column of the grid: one that asks, or one that answers, by its place among its own kind. */
export type Column = { asks: true; index: number; input: TableInput } | { asks: false; index: number; output: TableOutput };

/** The columns of the grid, inputs first. */
export function columnsOf(table: DecisionTable): Column[] {
  return [...table.inputs.map((input, index): Column => ({ asks: true, index, input })), ...table.outputs.map((output, index): Column => ({ asks: false, index, output }))];
}

/** What stands in a cell, as it is typed. */
export function cellText(table: DecisionTable, { row, column }: CellPlace): string {
  const rule = table.rules[row];
  const at = columnsOf(table)[column];
  if (!rule || !at) return '';
  if (at.asks) return rule.when[at.index] ?? '';
  const value = rule.then[at.index] ?? null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The dotted path of a cell inside its table, as problems name it. */
export function cellField(table: DecisionTable, { row, column }: CellPlace): string {
  const at = columnsOf(table)[column];
  return at ? `rules.${row}.${at.asks ? 'when' : 'then'}.${at.index}` : `rules.${row}`;
}

/** The cell that a fault's dotted path names; `undefined` for what stands in no cell. */
export function cellOf(table: DecisionTable, field: string): CellPlace | undefined {
  const [, row, part, index] = /^rules\.(\d+)\.(when|then)\.(\d+)$/.exec(field) ?? [];
  if (row === undefined || index === undefined) return undefined;
  const place = { row: Number(row), column: Number(index) + (part === 'then' ? table.inputs.length : 0) };
  return cellField(table, place) === field ? place : undefined;
}

const noes = new Set(['false', 'no', '否']);
const yeses = new Set(['true', 'yes', '是']);

/** An answer as typed; what is not of the column's type stays as it is, to be marked. */
function answerOf(typed: string, type: TableOutput['type']): Json {
  if (type === 'string') return typed;
  const word = typed.trim().toLowerCase();
  if (type === 'boolean') return yeses.has(word) ? true : noes.has(word) ? false : typed;
  const number = Number(word);
  return word !== '' && Number.isSafeInteger(number) ? number : typed;
}

const empty: { [type in TableOutput['type']]: Json } = { string: '', integer: 0, boolean: false };

/** The table with another text in a cell; an empty condition asks nothing (`-`). */
export function withCell(table: DecisionTable, { row, column }: CellPlace, typed: string): DecisionTable {
  const at = columnsOf(table)[column];
  if (!at || cellText(table, { row, column }) === typed) return table;
  const put = <T,>(list: readonly T[], value: T, fill: T): T[] => Array.from({ length: Math.max(list.length, at.index + 1) }, (_, index) => (index === at.index ? value : (list[index] ?? fill)));
  return {
    ...table,
    rules: table.rules.map((rule, index) => {
      if (index !== row) return rule;
      return at.asks ? { ...rule, when: put(rule.when, typed.trim() === '' ? '-' : typed.trim(), '-') } : { ...rule, then: put<Json>(rule.then, answerOf(typed, at.output.type), null) };
    }),
  };
}

/** The table with a new row at a place: asking nothing, or what is given. */
export function withRow(table: DecisionTable, at: number, when?: string[]): DecisionTable {
  const id = freshName((name) => table.rules.some((rule) => rule.id === name), `row${table.rules.length + 1}`);
  const row: TableRule = { id, when: table.inputs.map((_input, index) => when?.[index] ?? '-'), then: table.outputs.map(({ type }) => empty[type]) };
  return { ...table, rules: [...table.rules.slice(0, at), row, ...table.rules.slice(at)] };
}

/** The table without a row. */
export function withoutRow(table: DecisionTable, at: number): DecisionTable {
  return { ...table, rules: table.rules.filter((_rule, index) => index !== at) };
}

/** The table with a row at another place. */
export function withRowMoved(table: DecisionTable, from: number, to: number): DecisionTable {
  return to < 0 || to >= table.rules.length ? table : { ...table, rules: moved(table.rules, from, to) };
}

/** The table with one more column that asks. */
export function withInput(table: DecisionTable, expression: string): DecisionTable {
  const id = freshName((name) => table.inputs.some((input) => input.id === name), `input${table.inputs.length + 1}`);
  return { ...table, inputs: [...table.inputs, { id, label: { zh: '新的条件', en: 'New input' }, expression }], rules: table.rules.map((rule) => ({ ...rule, when: [...rule.when, '-'] })) };
}

/** The table with one more column that answers. */
export function withOutput(table: DecisionTable): DecisionTable {
  const id = freshName((name) => table.outputs.some((output) => output.id === name), `output${table.outputs.length + 1}`);
  const type = table.hitPolicy === 'collectSum' ? 'integer' : 'string';
  return { ...table, outputs: [...table.outputs, { id, label: { zh: '新的结果', en: 'New output' }, type }], rules: table.rules.map((rule) => ({ ...rule, then: [...rule.then, empty[type]] })) };
}

/** The table with other words, expression or type for a column; answers are read anew where the type changes. */
export function withColumn(table: DecisionTable, column: Column): DecisionTable {
  if (column.asks) return { ...table, inputs: table.inputs.map((old, index) => (index === column.index ? column.input : old)) };
  const before = table.outputs[column.index];
  const { output } = column;
  return {
    ...table,
    outputs: table.outputs.map((old, index) => (index === column.index ? output : old)),
    rules: before?.type === output.type ? table.rules : table.rules.map((rule) => ({ ...rule, then: rule.then.map((value, index) => (index === column.index ? answerOf(typeof value === 'string' ? value : JSON.stringify(value), output.type) : value)) })),
  };
}

/** The table without a column, or with it one place further on among its own kind. */
export function withColumnAt(table: DecisionTable, { asks, index }: Column, to: number | 'removed'): DecisionTable {
  const arranged = <T,>(list: readonly T[]): T[] => (to === 'removed' ? list.filter((_entry, at) => at !== index) : moved(list, index, to));
  return asks
    ? { ...table, inputs: arranged(table.inputs), rules: table.rules.map((rule) => ({ ...rule, when: arranged(rule.when) })) }
    : { ...table, outputs: arranged(table.outputs), rules: table.rules.map((rule) => ({ ...rule, then: arranged(rule.then) })) };
}
