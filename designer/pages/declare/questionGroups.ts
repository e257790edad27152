import type { JsonSchema } from '../../../model/form/jsonSchema.ts';

/** One page of questions: part of the form's own fields, as a closed form of its own. */
export interface QuestionGroup {
  fields: string[];
  schema: JsonSchema;
}

const most = 6;

/** Cuts a declaration form, without the fields answered elsewhere, into pages of at most six questions, in the form's order and of nearly equal length. */
export function questionGroups(schema: JsonSchema, elsewhere: string[]): QuestionGroup[] {
  const names = Object.keys(schema.properties ?? {}).filter((name) => !elsewhere.includes(name));
  const pages = Math.max(1, Math.ceil(names.length / most));
  const length = Math.ceil(names.length / pages);
  return Array.from({ length: pages }, (_, page) => {
    const fields = names.slice(page * length, (page + 1) * length);
    return {
      fields,
      schema: {
        type: 'object' as const,
        properties: Object.fromEntries(fields.map((name) => [name, schema.properties?.[name] ?? {}])),
        required: (schema.required ?? []).filter((name) => fields.includes(name)),
        additionalProperties: false,
      },
    };
  }).filter((group) => group.fields.length > 0);
}
