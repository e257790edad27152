import { decisionTableSchema, type DecisionTable, type TableRule } from '../decisionTable.ts';
import { same } from '../same.ts';
import type { Step } from '../steps/index.ts';
import type { Text } from '../text.ts';
import type { Comparison, Difference } from './difference.ts';
import { compareFields, fieldChanged } from './fields.ts';
import { quoted } from './inWords.ts';
import { listChanges } from './listChanges.ts';
import { pair } from './pair.ts';

function tableIn(step: Step): DecisionTable | undefined {
  const table = 'table' in step ? decisionTableSchema.safeParse(step.table) : undefined;
  return table?.success ? table.data : undefined;
}

const columnLabels = new Map<string, Text>([
  ['label', { zh: '名称', en: 'The label' }],
  ['expression', { zh: '表达式', en: 'The expression' }],
  ['type', { zh: '类型', en: 'The type' }],
  ['id', { zh: '标识', en: 'The identifier' }],
]);

function rowName(rule: TableRule): Text {
  return rule.note ?? { zh: rule.id, en: rule.id };
}

function compareRow(comparison: Comparison, step: string, subject: Text, before: [TableRule, DecisionTable], after: [TableRule, DecisionTable]): Difference[] {
  const [[oldRow, oldTable], [row, table]] = [before, after];
  const what = { step, row: row.id };
  const of = { zh: `${subject.zh}决策表第“${row.id}”行`, en: `row “${row.id}” in the table of ${subject.en}` };
  const differences: Difference[] = [];
  for (const [part, columns, oldColumns] of [['when', table.inputs, oldTable.inputs], ['then', table.outputs, oldTable.outputs]] as const) {
    const cells = (rule: TableRule, list: readonly { id: string }[], id: string, index: number) => rule[part][list === columns ? index : list.findIndex((column) => column.id === id)];
    const known = new Set<number>();
    for (const [index, column] of columns.entries()) {
      const oldIndex = oldColumns.findIndex((candidate) => candidate.id === column.id);
      if (oldIndex >= 0) known.add(oldIndex);
      const old = cells(oldRow, oldColumns, column.id, index);
      const now = row[part][index];
      // A new column is told once, and not for each row.
      if (oldIndex < 0 || same(old, now)) continue;
      differences.push(fieldChanged(comparison, { ...what, field: part }, of, quoted(column.label), column.id, old, now));
    }
    const extra = [oldRow[part].slice(oldColumns.length), row[part].slice(columns.length)] as const;
    if (!same(...extra)) differences.push(fieldChanged(comparison, what, of, { zh: '多出的单元格', en: 'What is beyond the columns' }, part, [...extra[0]], [...extra[1]]));
  }
  if (!same(oldRow.note, row.note)) differences.push(...compareFields(comparison, what, of, { note: oldRow.note }, { note: row.note }, new Map([['note', { zh: '备注', en: 'The note' }]])));
  if (oldRow.id !== row.id) differences.push(...compareFields(comparison, what, of, { id: oldRow.id }, { id: row.id }, columnLabels));
  return differences;
}

/** How the decision tables of two versions of a step differ, row by row and column by column; absent where one of them has no table. */
export function compareTables(comparison: Comparison, before: Step, after: Step): Difference[] | undefined {
  const [old, now] = [tableIn(before), tableIn(after)];
  if (!old || !now) return undefined;
  const subject = quoted(after.name);
  const of = { zh: `${subject.zh}的决策表`, en: ` in the table of ${subject.en}` };
  const columns = (['inputs', 'outputs'] as const).flatMap((side) => {
    const pairs = pair<{ id: string; label: Text }>(old[side], now[side], ({ id }) => id, (a, b) => same({ ...a, id: '' }, { ...b, id: '' }));
    const words = side === 'inputs' ? { one: { zh: '输入列', en: 'Input' }, many: { zh: '输入列', en: 'inputs' } } : { one: { zh: '输出列', en: 'Output' }, many: { zh: '输出列', en: 'outputs' } };
    const field = `table.${side}`;
    return [
      ...listChanges(pairs, { ...words, of, name: ({ label }) => label, what: () => ({ step: after.id, field }), whole: { step: after.id, field }, order: 'changed' }),
      ...pairs.both.flatMap((each) => compareFields(comparison, { step: after.id, field }, quoted(each.after.label), each.before, each.after, columnLabels)),
    ];
  });
  const rows = pair(old.rules, now.rules, ({ id }) => id, (a, b) => same({ ...a, id: '' }, { ...b, id: '' }));
  return [
    ...compareFields(comparison, { step: after.id, field: 'table' }, subject, { hitPolicy: old.hitPolicy }, { hitPolicy: now.hitPolicy }, new Map([['hitPolicy', { zh: '决策表的命中方式', en: 'The hit policy' }]])),
    ...columns,
    ...listChanges(rows, { one: { zh: '行', en: 'Row' }, many: { zh: '行', en: 'rows' }, of, name: rowName, what: ({ id }) => ({ step: after.id, row: id }), whole: { step: after.id, field: 'table.rules' }, order: 'changed' }),
    ...rows.both.flatMap((each) => compareRow(comparison, after.id, subject, [each.before, old], [each.after, now])),
  ];
}
