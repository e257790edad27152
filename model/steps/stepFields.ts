import { z } from 'zod';
import { textSchema, type Text } from '../text.ts';

/** What a field is filled in by: a special widget that its schema names, or what its form alone tells. */
export type FieldShape =
  | { shape: 'widget'; widget: string }
  | { shape: 'text' }
  | { shape: 'boolean' }
  | { shape: 'integer'; least?: number; most?: number }
  | { shape: 'choice'; options: { value: string; label: Text }[] }
  | { shape: 'string'; longest?: number }
  | { shape: 'group'; fields: Field[] }
  | { shape: 'unknown' };

/** One field of a step, read from the schema that judges it. */
export interface Field {
  name: string;
  label: Text;
  optional: boolean;
  shape: FieldShape;
  schema: z.ZodType;
}

const known = new WeakMap<z.ZodType, Field[]>(); // derived from schemas, which never change

/** The labelled fields of a schema, in its order; what has no label is not for people to fill in. */
export function fieldsOf(schema: z.ZodType): Field[] {
  const found = known.get(schema);
  if (found) return found;
  const fields = schema instanceof z.ZodObject ? Object.entries(schema.shape as { [name: string]: unknown }).flatMap(([name, member]) => (member instanceof z.ZodType ? fieldOf(name, member) : [])) : []; // a zod shape holds zod types
  known.set(schema, fields);
  return fields;
}

function fieldOf(name: string, schema: z.ZodType): Field[] {
  const inner = innerOf(schema);
  const meta = { ...inner.meta(), ...schema.meta() };
  const label = textSchema.safeParse(meta['label']);
  if (!label.success) return [];
  return [{ name, label: label.data, optional: inner !== schema, shape: shapeOf(inner, meta), schema: inner }];
}

function innerOf(schema: z.ZodType): z.ZodType {
  const inner: unknown = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  return inner instanceof z.ZodType ? inner : schema;
}

function shapeOf(schema: z.ZodType, meta: Record<string, unknown>): FieldShape {
  if (typeof meta['widget'] === 'string') return { shape: 'widget', widget: meta['widget'] };
  if (schema instanceof z.ZodBoolean) return { shape: 'boolean' };
  if (schema instanceof z.ZodEnum) {
    const labels = z.record(z.string(), textSchema).safeParse(meta['options']);
    return { shape: 'choice', options: schema.options.map((value) => ({ value: String(value), label: labels.data?.[String(value)] ?? { zh: String(value), en: String(value) } })) };
  }
  if (schema instanceof z.ZodNumber) return { shape: 'integer', ...(schema.minValue === null ? {} : { least: schema.minValue }), ...(schema.maxValue === null ? {} : { most: schema.maxValue }) };
  if (schema instanceof z.ZodString) return { shape: 'string', ...(schema.maxLength === null ? {} : { longest: schema.maxLength }) };
  if (schema instanceof z.ZodObject) {
    const names = Object.keys(schema.shape as object).sort().join(); // a zod shape is a record
    return names === 'en,zh' ? { shape: 'text' } : { shape: 'group', fields: fieldsOf(schema) };
  }
  return { shape: 'unknown' };
}

/** The least value of a field that its schema accepts: what an optional group begins with. */
export function leastValue({ shape }: Field, name: Text): unknown {
  switch (shape.shape) {
    case 'text': return name;
    case 'boolean': return false;
    case 'integer': return shape.least ?? 0;
    case 'choice': return shape.options[0]?.value;
    case 'string': return name.en.slice(0, shape.longest ?? 80);
    case 'widget': return shape.widget === 'feel' ? 'true' : undefined;
    case 'group': return Object.fromEntries(shape.fields.flatMap((field) => (field.optional ? [] : [[field.name, leastValue(field, field.label)]])));
    case 'unknown': return undefined;
  }
}
