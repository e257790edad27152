import { z } from 'zod';
import type { ConditionFault } from './condition/conditionFault.ts';
import { checkTestTypes, checkTypes, expressionType } from './condition/checkTypes.ts';
import { readExpression, readUnaryTests } from './condition/readExpression.ts';
import { evaluateCondition, evaluateUnaryTest } from './condition.ts';
import type { JsonSchema } from './form/jsonSchema.ts';
import { feelSchema, nameSchema } from './steps/defineStep.ts';
import type { Renaming } from './steps/renaming.ts';
import { textSchema, type Json, type JsonObject, type Text } from './text.ts';

/** A column that asks: a FEEL expression over the case data. */
export interface TableInput {
  id: string;
  label: Text;
  expression: string;
}

/** A column that answers. */
export interface TableOutput {
  id: string;
  label: Text;
  type: 'string' | 'integer' | 'boolean';
}

/** One row: a unary test for each input, a literal value for each output. */
export interface TableRule {
  id: string;
  when: string[];
  then: Json[];
  note?: Text;
}

/** A decision as a table (DMN): `unique` lets one row hit, `first` takes the first hit, `collectSum` adds the integers of all hits. */
export interface DecisionTable {
  hitPolicy: 'unique' | 'first' | 'collectSum';
  inputs: TableInput[];
  outputs: TableOutput[];
  rules: TableRule[];
}

/** Well-formedness of a {@link DecisionTable}; whether its cells make sense is told by {@link tableFaults}. */
export const decisionTableSchema: z.ZodType<DecisionTable> = z.strictObject({
  hitPolicy: z.enum(['unique', 'first', 'collectSum']),
  inputs: z.array(z.strictObject({ id: nameSchema, label: textSchema, expression: feelSchema })).max(20),
  outputs: z.array(z.strictObject({ id: nameSchema, label: textSchema, type: z.enum(['string', 'integer', 'boolean']) })).max(20),
  rules: z
    .array(
      z.strictObject({
        id: nameSchema,
        when: z.array(z.string().max(2_000)).max(20),
        then: z.array(z.json()).max(20),
        note: textSchema.optional(),
      }),
    )
    .max(500),
});

/** The table with the new names in its expressions and cells; the same object, columns and rows where they speak of none of them. */
export function renamedTable(table: DecisionTable, to: Renaming): DecisionTable {
  const inputs = table.inputs.map((input) => {
    const expression = to.feel(input.expression);
    return expression === input.expression ? input : { ...input, expression };
  });
  const rules = table.rules.map((rule) => {
    const when = rule.when.map((cell) => to.tests(cell));
    return when.every((cell, column) => cell === rule.when[column]) ? rule : { ...rule, when };
  });
  const same = inputs.every((input, column) => input === table.inputs[column]) && rules.every((rule, row) => rule === table.rules[row]);
  return same ? table : { ...table, inputs, rules };
}

/** What a table decided, and by which rows. */
export interface Decision {
  outputs: JsonObject;
  rows: string[];
}

/**
 * Decides over case data. `fault`: no row hit (never for `collectSum`, which gives 0), several hit a `unique` table, a
 * column's expression is not allowed, or a cell cannot be told because its input is missing: a row that might have hit is
 * never passed over in silence.
 */
export function decide(table: DecisionTable, context: JsonObject): Decision | { fault: Text } {
  const inputs: Json[] = [];
  for (const input of table.inputs) {
    const found = evaluateCondition(input.expression, context);
    if ('fault' in found) return found;
    inputs.push(found.value);
  }
  const hits: TableRule[] = [];
  for (const rule of table.rules) {
    const unknown: TableInput[] = [];
    // Stops at the first cell that does not hold: reading cells is what a decision costs.
    const missed = table.inputs.some((input, index) => {
      const held = evaluateUnaryTest(rule.when[index] ?? '', inputs[index] ?? null, context);
      if (held === null) unknown.push(input);
      return held === false;
    });
    if (missed) continue;
    if (unknown[0]) return { fault: untold(rule, unknown[0]) };
    hits.push(rule);
    if (table.hitPolicy === 'first') break;
  }
  const rows = hits.map((rule) => rule.id);
  if (table.hitPolicy === 'collectSum') return summed(table.outputs, hits);
  const [hit] = hits;
  if (!hit) return { fault: { zh: '决策表没有一行符合；请补充一行或更正数据。', en: 'No row of the decision table matches; add a row or correct the data.' } };
  if (hits.length > 1) {
    return {
      fault: {
        zh: `决策表有多行同时符合(${rows.join('、')})，而规定只能有一行；请修改这些行。`,
        en: `Several rows of the decision table match (${rows.join(', ')}) where only one may; change these rows.`,
      },
    };
  }
  return { outputs: Object.fromEntries(table.outputs.map((output, index) => [output.id, hit.then[index] ?? null])), rows };
}

function untold(rule: TableRule, { label }: TableInput): Text {
  return {
    zh: `决策表第 ${rule.id} 行无法判断：“${label.zh}”缺少数据，或单元格写法有误。`,
    en: `Row ${rule.id} of the decision table cannot be told: "${label.en}" has no value, or the cell is not readable.`,
  };
}

function summed(outputs: TableOutput[], hits: TableRule[]): Decision | { fault: Text } {
  const sums: JsonObject = {};
  for (const [index, output] of outputs.entries()) {
    const values = hits.map((rule) => rule.then[index]);
    const sum = values.reduce<number>((total, value) => total + (typeof value === 'number' ? value : Number.NaN), 0);
    if (!Number.isSafeInteger(sum)) {
      return {
        fault: {
          zh: `输出“${output.label.zh}”不是可相加的整数；请更正该列。`,
          en: `The output "${output.label.en}" does not add up to a usable integer; correct this column.`,
        },
      };
    }
    sums[output.id] = sum;
  }
  return { outputs: sums, rows: hits.map((rule) => rule.id) };
}

/** A fault in a table, with the dotted path of the cell (`rules.0.when.1`) and, in FEEL text, the characters. */
export interface TableFault {
  field: string;
  message: Text;
  from?: number;
  to?: number;
}

// Derived from immutable columns and rows: an edit reads only those it changed.
const readInputs = new WeakMap<TableInput, ReturnType<typeof readExpression>>();
const readRows = new WeakMap<TableRule, ReturnType<typeof readUnaryTests>[]>();

function readInput(input: TableInput): ReturnType<typeof readExpression> {
  const read = readInputs.get(input) ?? readExpression(input.expression);
  readInputs.set(input, read);
  return read;
}

function readCells(rule: TableRule): ReturnType<typeof readUnaryTests>[] {
  const cells = readRows.get(rule) ?? rule.when.map((cell) => readUnaryTests(cell));
  readRows.set(rule, cells);
  return cells;
}

/** What is wrong with a table over case data of this schema: expressions, cells, values of another type, rows of another length, names used twice. */
export function tableFaults(table: DecisionTable, schema: JsonSchema): TableFault[] {
  const faults: TableFault[] = [];
  const say = (field: string, zh: string, en: string) => faults.push({ field, message: { zh, en } });
  const sayAll = (field: string, found: ConditionFault[]) => faults.push(...found.map((fault) => ({ field, ...fault })));
  for (const column of ['inputs', 'outputs', 'rules'] as const) {
    if (column !== 'inputs' && table[column].length === 0) {
      say(column, column === 'rules' ? '决策表没有行。' : '决策表没有输出列。', `The decision table has no ${column === 'rules' ? 'rows' : 'output columns'}.`);
    }
    const ids = table[column].map((entry) => entry.id);
    for (const [index, id] of ids.entries()) {
      if (ids.indexOf(id) !== index) say(`${column}.${index}.id`, `标识“${id}”重复。`, `The identifier "${id}" is used twice.`);
    }
  }
  const inputTypes = table.inputs.map((input, index) => {
    const read = readInput(input);
    sayAll(`inputs.${index}.expression`, 'fault' in read ? [read.fault] : checkTypes(read.expression, schema, 'any'));
    return 'fault' in read ? { type: 'unknown' as const } : expressionType(read.expression, schema);
  });
  for (const [index, output] of table.outputs.entries()) {
    if (table.hitPolicy === 'collectSum' && output.type !== 'integer') {
      say(`outputs.${index}.type`, '求和的决策表只能输出整数。', 'A table that adds up can only have integer outputs.');
    }
  }
  for (const [row, rule] of table.rules.entries()) {
    for (const [part, columns] of [['when', table.inputs], ['then', table.outputs]] as const) {
      if (rule[part].length !== columns.length) {
        say(`rules.${row}.${part}`, `这一行应有 ${columns.length} 格，现有 ${rule[part].length} 格。`, `This row needs ${columns.length} cells and has ${rule[part].length}.`);
      }
    }
    for (const [column, read] of readCells(rule).entries()) {
      const type = inputTypes[column];
      if ('fault' in read) sayAll(`rules.${row}.when.${column}`, [read.fault]);
      else if (type) sayAll(`rules.${row}.when.${column}`, checkTestTypes(read.tests, schema, type));
    }
    for (const [column, value] of rule.then.entries()) {
      const type = table.outputs[column]?.type;
      if (type && !isOfType(value, type)) {
        say(`rules.${row}.then.${column}`, `${JSON.stringify(value)} 不是${typeWords[type].zh}。`, `${JSON.stringify(value)} is not ${typeWords[type].en}.`);
      }
    }
  }
  return faults;
}

const typeWords: Record<TableOutput['type'], Text> = {
  string: { zh: '文字', en: 'a text' },
  integer: { zh: '整数', en: 'an integer' },
  boolean: { zh: '是非值', en: 'yes or no' },
};

function isOfType(value: Json, type: TableOutput['type']): boolean {
  return type === 'integer' ? Number.isSafeInteger(value) : typeof value === type;
}
