import { expressionType } from '../condition/checkTypes.ts';
import { evaluateTests } from '../condition/evaluateExpression.ts';
import type { UnaryTests } from '../condition/expression.ts';
import { readExpression, readUnaryTests } from '../condition/readExpression.ts';
import { unknownType } from '../condition/valueType.ts';
import type { DecisionTable } from '../decisionTable.ts';
import type { JsonSchema } from '../form/jsonSchema.ts';
import { pathsIn } from '../rules/reading/pathsIn.ts';
import type { Json, Text } from '../text.ts';
import { constantsIn, asksInputOnly } from './constantsIn.ts';
import { stretchesOf, type Stretch } from './sampledValues.ts';

/** One thing a table asks: the columns with the same expression, what it can be, and which rows hold on which part of that. */
export interface Question {
  columns: number[];
  /** Empty: its values cannot be told apart, and rows that ask for it are doubtful. */
  parts: Stretch[];
  /** For each part the rows whose cells hold there, as bits. */
  rows: bigint[];
}

/** A decision table as rows over parts of what it asks: what gaps, overlaps and idle rows are read from. */
export interface TableReading {
  questions: Question[];
  /** Rows with a cell whose answer depends on more than its input; as bits. */
  doubtful: bigint;
  /** Why rows are doubtful and what of the findings to take with care, in words. */
  notes: Text[];
}

/** The bit of a row. */
export const bit = (row: number): bigint => 1n << BigInt(row);

/** All rows of a table, as bits. */
export const everyRow = (table: DecisionTable): bigint => bit(table.rules.length) - 1n;

/** Reads a table over case data of this schema. A missing input is left out of account: there `decide` reports a fault of its own. */
export function readTable(table: DecisionTable, schema: JsonSchema): TableReading {
  const reading: TableReading = { questions: [], doubtful: 0n, notes: [] };
  const cells = table.rules.map((rule) => rule.when.map((cell) => readUnaryTests(cell)));
  const columns = new Map<string, number[]>();
  for (const [column, input] of table.inputs.entries()) columns.set(input.expression.trim(), [...(columns.get(input.expression.trim()) ?? []), column]);
  const sources = new Map<string, Text>();
  for (const [expression, own] of columns) {
    const label = table.inputs[own[0] ?? 0]?.label ?? { zh: expression, en: expression };
    const read = readExpression(expression);
    const type = 'fault' in read ? unknownType : expressionType(read.expression, schema);
    const tests = table.rules.map((_rule, row) => own.map((column) => testsOf(cells[row]?.[column])));
    const constants = tests.flat().flatMap((test) => (test && constantsIn(test)) ?? []);
    const parts = stretchesOf(type, boundsOf(expression, schema), constants) ?? [];
    const finite = type.values !== undefined || type.type === 'boolean';
    const question: Question = { columns: own, parts, rows: parts.map(() => 0n) };
    for (const [row, ownTests] of tests.entries()) {
      const judged = ownTests.every((test) => test !== undefined && (test.tests === 'any' || (parts.length > 0 && (finite ? asksInputOnly(test) : constantsIn(test) !== undefined))));
      const held = judged ? parts.map((part) => ownTests.map((test) => (test ? evaluateTests(test, part.value, {}) : null))) : [];
      const doubtful = !judged || held.some((answers) => !answers.includes(false) && answers.includes(null));
      if (doubtful) {
        reading.doubtful |= bit(row);
        reading.notes.push(doubt(table.rules[row]?.id ?? String(row + 1), label));
      }
      for (const [index] of parts.entries()) {
        if (doubtful || held[index]?.every((answer) => answer === true)) question.rows[index] = (question.rows[index] ?? 0n) | bit(row);
      }
    }
    reading.questions.push(question);
    for (const path of 'fault' in read ? [] : new Set(pathsIn(read.expression))) {
      const other = sources.get(path);
      if (other) reading.notes.push(related(other, label));
      else sources.set(path, label);
    }
  }
  return reading;
}

function testsOf(read: ReturnType<typeof readUnaryTests> | undefined): UnaryTests | undefined {
  return read && 'tests' in read ? read.tests : undefined;
}

/** The bounds of the field that an expression names, where it is no more than a name. */
function boundsOf(expression: string, schema: JsonSchema): Pick<JsonSchema, 'minimum' | 'maximum'> {
  let found: JsonSchema | undefined = schema;
  for (const name of expression.split('.')) found = found?.properties && Object.hasOwn(found.properties, name) ? found.properties[name] : undefined;
  return found ?? {};
}

function doubt(row: string, { zh, en }: Text): Text {
  return {
    zh: `第 ${row} 行的“${zh}”不能单凭该列的值判断（引用了其他数据、无法读取，或该列的类型没有可列举的取值）；这一行的重叠和遗漏请人工核对。`,
    en: `Row ${row} cannot be judged by the value of “${en}” alone (its cell names other data or cannot be read, or the column's type cannot be enumerated); check this row's overlaps and gaps yourself.`,
  };
}

function related(one: Text, other: Text): Text {
  return {
    zh: `“${one.zh}”与“${other.zh}”出自同一数据；下面例子中的组合未必都会出现。`,
    en: `“${one.en}” and “${other.en}” come from the same datum; not every combination named below can occur.`,
  };
}

/** The inputs of a table for which each question has the value of one of its parts; null where it has none. */
export function inputsOf(table: DecisionTable, questions: Question[], chosen: (question: number) => Stretch | undefined): Json[] {
  const inputs: Json[] = table.inputs.map(() => null);
  for (const [index, { columns }] of questions.entries()) for (const column of columns) inputs[column] = chosen(index)?.value ?? null;
  return inputs;
}
