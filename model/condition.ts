import type { ConditionFault } from './condition/conditionFault.ts';
import { checkTypes, type ExpectedType } from './condition/checkTypes.ts';
import { evaluateExpression, evaluateTests } from './condition/evaluateExpression.ts';
import { readExpression, readUnaryTests } from './condition/readExpression.ts';
import { pathsIn } from './rules/reading/pathsIn.ts';
import type { JsonSchema } from './form/jsonSchema.ts';
import type { Json, JsonObject, Text } from './text.ts';

export type { ConditionFault } from './condition/conditionFault.ts';
export type { ExpectedType } from './condition/checkTypes.ts';

/**
 * Whether a FEEL text is of the syntax that conditions may use: the faults found, at most one, with its place in the text.
 * The allowed part of FEEL: names and paths, integers, strings, booleans, null, `date("…")`, comparison, `+ - * /`, `and`,
 * `or`, `not(…)`, `in`, `between`, `if`, lists of at most 50 items, and the functions of `condition/functions.ts`.
 */
export function parseCondition(feel: string): ConditionFault[] {
  const read = readExpression(feel);
  return 'fault' in read ? [read.fault] : [];
}

/** The data of which a FEEL text speaks, by their dotted names, each once; none where it cannot be read. */
export function namesIn(feel: string): string[] {
  const read = readExpression(feel);
  return 'fault' in read ? [] : [...new Set(pathsIn(read.expression))];
}

/**
 * What is wrong with a FEEL text when it is asked of data of this schema: its syntax, names that do not exist, values of
 * different types compared, arithmetic on other things than numbers, enumeration values that cannot occur, another result
 * than the `expected` type. A property with `format: date` is a date, and its value an ISO day (`YYYY-MM-DD`).
 */
export function checkExpression(feel: string, schema: JsonSchema, expected: ExpectedType): ConditionFault[] {
  const read = readExpression(feel);
  return 'fault' in read ? [read.fault] : checkTypes(read.expression, schema, expected);
}

/**
 * The value of a FEEL text over case data. Differs from FEEL on purpose in one thing: what is unknown stays unknown. A
 * comparison with something missing or null gives null (only the literal `null` and `is defined` ask for absence), an `if`
 * whose condition is null gives null, and so does arithmetic beyond the safe integers. `fault`: not of the allowed syntax.
 */
export function evaluateCondition(feel: string, context: JsonObject): { value: Json } | { fault: Text } {
  const read = readExpression(feel);
  return 'fault' in read ? { fault: read.fault.message } : { value: evaluateExpression(read.expression, { data: context }) };
}

/** Whether a condition holds; null when it cannot be told (a value is missing) or the text is no condition: an incident, never a default. */
export function evaluateBoolean(feel: string, context: JsonObject): boolean | null {
  const result = evaluateCondition(feel, context);
  return 'value' in result && typeof result.value === 'boolean' ? result.value : null;
}

/** Whether a decision table's cell (`-`, `"a", "b"`, `[1..5]`, `> 3`, `not(…)`) holds for an input value; null when it cannot be told. */
export function evaluateUnaryTest(test: string, value: Json, context: JsonObject): boolean | null {
  const read = readUnaryTests(test);
  return 'fault' in read ? null : evaluateTests(read.tests, value, context);
}
