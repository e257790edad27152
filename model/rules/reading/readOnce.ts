import type { ConditionFault } from '../../condition/conditionFault.ts';
import { checkTypes, type ExpectedType } from '../../condition/checkTypes.ts';
import type { Expression } from '../../condition/expression.ts';
import { readExpression } from '../../condition/readExpression.ts';
import { typeAt, typeOfSchema } from '../../condition/valueType.ts';
import type { JsonSchema } from '../../form/jsonSchema.ts';
import { pathsIn } from './pathsIn.ts';

type Read = ReturnType<typeof readExpression>;

const known = new WeakMap<object, Map<string, Read>>(); // derived from immutable flows and steps: an edit reads only what it changed

/** A FEEL text of a flow or step, read; the same object for the same owner and text, since parsing is what a check of a process costs. */
function readOnce(owner: object, feel: string): Read {
  const texts = known.get(owner) ?? new Map<string, Read>();
  known.set(owner, texts);
  const read = texts.get(feel) ?? readExpression(feel);
  texts.set(feel, read);
  return read;
}

/** The expression of a flow's or step's FEEL text, where it can be read. */
export function expressionOf(owner: object, feel: string): Expression | undefined {
  const read = readOnce(owner, feel);
  return 'fault' in read ? undefined : read.expression;
}

/** What an expression was found to be worth over the types that its names then had. */
interface Checked {
  expected: ExpectedType;
  paths: string[][];
  types: ReturnType<typeof typeAt>[];
  faults: ConditionFault[];
}

const checked = new WeakMap<Expression, Checked>(); // derived from immutable values, and asked again after each edit, most of which change none of the types

/** The faults of a flow's or step's FEEL text over data of this schema, as `checkExpression` finds them. */
export function expressionFaults(owner: object, feel: string, schema: JsonSchema, expected: ExpectedType): ConditionFault[] {
  const read = readOnce(owner, feel);
  if ('fault' in read) return [read.fault];
  const { expression } = read;
  const data = typeOfSchema(schema);
  const before = checked.get(expression);
  if (before?.expected === expected && before.paths.every((path, place) => typeAt(data, path) === before.types[place])) return before.faults;
  const paths = pathsIn(expression).map((path) => path.split('.'));
  const faults = checkTypes(expression, schema, expected);
  checked.set(expression, { expected, paths, types: paths.map((path) => typeAt(data, path)), faults });
  return faults;
}
