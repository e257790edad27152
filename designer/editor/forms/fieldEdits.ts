import { freshName } from '../../../model/edits/freshId.ts';
import type { JsonSchema } from '../../../model/form/jsonSchema.ts';
import { moved } from '../moved.ts';
import type { FieldType } from './fieldTypes.ts';

const fieldsIn = (group: JsonSchema): [string, JsonSchema][] => Object.entries(group.properties ?? {});
const withFields = (group: JsonSchema, fields: [string, JsonSchema][]): JsonSchema => ({ ...group, properties: Object.fromEntries(fields) });

/** A group of fields with one more at the end, required, under a name that none of them has. */
export function withNewField(group: JsonSchema, type: FieldType): { group: JsonSchema; name: string } {
  const name = freshName((taken) => Object.hasOwn(group.properties ?? {}, taken), `field${fieldsIn(group).length + 1}`);
  const field: JsonSchema = { ...type.keywords, 'x-zh': type.name.zh, 'x-en': type.name.en, ...(type.type === 'text' ? { minLength: 1, maxLength: 200 } : {}), ...(type.type === 'longText' ? { minLength: 1, maxLength: 2_000 } : {}), ...(type.type === 'fen' ? { minimum: 0, maximum: Number.MAX_SAFE_INTEGER } : {}) };
  return { group: { ...withFields(group, [...fieldsIn(group), [name, field]]), required: [...(group.required ?? []), name] }, name };
}

/** A group with another schema for a field. */
export function withField(group: JsonSchema, name: string, field: JsonSchema): JsonSchema {
  return withFields(group, fieldsIn(group).map(([own, old]) => [own, own === name ? field : old]));
}

/** A group with a field under another name, at its place; conditions of visibility that name it are left to whoever wrote them. The same group where the name is taken. */
export function withFieldNamed(group: JsonSchema, name: string, to: string): JsonSchema {
  if (!/^[a-z][A-Za-z0-9]*$/.test(to) || Object.hasOwn(group.properties ?? {}, to)) return group;
  return { ...withFields(group, fieldsIn(group).map(([own, field]) => [own === name ? to : own, field])), ...(group.required ? { required: group.required.map((own) => (own === name ? to : own)) } : {}) };
}

/** A group without a field. */
export function withoutField(group: JsonSchema, name: string): JsonSchema {
  return { ...withFields(group, fieldsIn(group).filter(([own]) => own !== name)), ...(group.required ? { required: group.required.filter((own) => own !== name) } : {}) };
}

/** A group with a field at another place. */
export function withFieldMoved(group: JsonSchema, from: number, to: number): JsonSchema {
  return withFields(group, moved(fieldsIn(group), from, to));
}

/** A group in which a field must, or need not, be answered. */
export function withRequired(group: JsonSchema, name: string, required: boolean): JsonSchema {
  const others = (group.required ?? []).filter((own) => own !== name);
  return { ...group, required: required ? fieldsIn(group).map(([own]) => own).filter((own) => own === name || others.includes(own)) : others };
}

/** A field with another value for a keyword, or without it. */
export function withKeyword<K extends keyof JsonSchema>(field: JsonSchema, keyword: K, value: JsonSchema[K] | undefined): JsonSchema {
  const next = { ...field };
  if (value === undefined) delete next[keyword];
  else next[keyword] = value;
  return next;
}
