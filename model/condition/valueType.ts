import type { JsonSchema } from '../form/jsonSchema.ts';
import type { Json, Text } from '../text.ts';

/** What is known of a value before there is one. `number` is an integer or a fraction; `unknown` fits everywhere. */
export interface ValueType {
  type: 'boolean' | 'integer' | 'number' | 'string' | 'date' | 'null' | 'list' | 'object' | 'unknown' | 'any';
  /** The only values it can have. */
  values?: Json[];
  /** Of a list: what it holds. */
  items?: ValueType;
  /** Of an object whose properties are known. */
  properties?: ReadonlyMap<string, ValueType>;
}

/** Nothing is known, so nothing is refused. */
export const unknownType: ValueType = { type: 'unknown' };

const known = new WeakMap<JsonSchema, ValueType>(); // derived from an immutable value: a thousand conditions are typed over one schema

/** The type that a schema tells. */
export function typeOfSchema(schema: JsonSchema): ValueType {
  const found = known.get(schema);
  if (found) return found;
  const type = readSchema(schema);
  known.set(schema, type);
  return type;
}

function readSchema(schema: JsonSchema): ValueType {
  switch (schema.type) {
    case 'object': {
      if (!schema.properties) return { type: 'object' };
      const properties = new Map(Object.entries(schema.properties).map(([name, property]) => [name, typeOfSchema(property)]));
      return { type: 'object', properties };
    }
    case 'array':
      return { type: 'list', items: schema.items ? typeOfSchema(schema.items) : unknownType };
    case 'string':
      if (schema.format === 'date') return { type: 'date' };
      return withValues({ type: 'string' }, schema);
    case 'integer':
    case 'boolean':
      return withValues({ type: schema.type }, schema);
    case 'null':
      return { type: 'null' };
    case undefined:
      return unknownType;
  }
}

/** The type at a path, or the names that there are where the path leaves the known. */
export function typeAt(type: ValueType, names: readonly string[]): ValueType | { known: string[] } {
  const [name, ...rest] = names;
  if (name === undefined) return type;
  if (type.type === 'list') {
    const items = typeAt(type.items ?? unknownType, names);
    return 'known' in items ? items : { type: 'list', items };
  }
  if (type.type === 'unknown' || (type.type === 'object' && !type.properties)) return unknownType;
  const found = type.properties?.get(name);
  return found ? typeAt(found, rest) : { known: [...(type.properties?.keys() ?? [])] };
}

/** Whether two values of these types can be compared at all; null and the unknown can be compared with everything. */
export function sameType(left: ValueType, right: ValueType): boolean {
  if (open(left) || open(right)) return true;
  if (left.type === 'list' && right.type === 'list') return sameType(left.items ?? unknownType, right.items ?? unknownType);
  return left.type === right.type || (isNumeric(left) && isNumeric(right));
}

/** Whether one can calculate with it. */
export function isNumeric(type: ValueType): boolean {
  return type.type === 'integer' || type.type === 'number' || type.type === 'unknown';
}

/** Whether there is less and more of it. */
export function hasOrder(type: ValueType): boolean {
  return isNumeric(type) || type.type === 'date';
}

const words: Record<ValueType['type'], Text> = {
  boolean: { zh: '是非值', en: 'a yes-or-no value' },
  integer: { zh: '整数', en: 'an integer' },
  number: { zh: '可能带小数的数', en: 'a number that may have a fraction' },
  string: { zh: '文字', en: 'a text' },
  date: { zh: '日期', en: 'a date' },
  null: { zh: '空值', en: 'null' },
  list: { zh: '列表', en: 'a list' },
  object: { zh: '一组数据', en: 'a group of data' },
  unknown: { zh: '未知类型', en: 'of unknown type' },
  any: { zh: '任意值', en: 'anything' },
};

/** The type in words, to be put into a sentence. */
export function describe(type: ValueType): Text {
  return words[type.type];
}

function withValues(type: ValueType, schema: JsonSchema): ValueType {
  const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  return values ? { ...type, values } : type;
}

function open(type: ValueType): boolean {
  return type.type === 'unknown' || type.type === 'null';
}
