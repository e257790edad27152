import type { JsonSchema } from '../model/form/jsonSchema.ts';
import type { Text } from '../model/text.ts';

/** The fields of a form by their names. */
export type Fields = { [name: string]: JsonSchema };

const largestFen = Number.MAX_SAFE_INTEGER;

function labelled(zh: string, en: string, help: Text | undefined, schema: JsonSchema): JsonSchema {
  return { ...schema, 'x-zh': zh, 'x-en': en, ...(help ? { 'x-help-zh': help.zh, 'x-help-en': help.en } : {}) };
}

/** The kinds of field that the programme's forms are made of; each takes its label in Chinese and English and, if need be, a help text. */
export const field = {
  /** An amount in integer fen. */
  money: (zh: string, en: string, help?: Text) =>
    labelled(zh, en, help, { type: 'integer', minimum: 0, maximum: largestFen, 'x-format': 'fen' }),
  /** Whole US dollars. */
  usd: (zh: string, en: string, help?: Text) =>
    labelled(zh, en, help, { type: 'integer', minimum: 0, maximum: largestFen, 'x-format': 'usd' }),
  squareMetres: (zh: string, en: string, help?: Text) =>
    labelled(zh, en, help, { type: 'integer', minimum: 0, maximum: 10_000_000, 'x-format': 'squareMetres' }),
  persons: (zh: string, en: string, help?: Text) =>
    labelled(zh, en, help, { type: 'integer', minimum: 0, maximum: 10_000_000, 'x-format': 'persons' }),
  count: (zh: string, en: string, help?: Text) =>
    labelled(zh, en, help, { type: 'integer', minimum: 0, maximum: 1_000_000_000 }),
  between: (zh: string, en: string, minimum: number, maximum: number, help?: Text) =>
    labelled(zh, en, help, { type: 'integer', minimum, maximum }),
  date: (zh: string, en: string, help?: Text) => labelled(zh, en, help, { type: 'string', format: 'date' }),
  yesNo: (zh: string, en: string, help?: Text) => labelled(zh, en, help, { type: 'boolean' }),
  text: (zh: string, en: string, help?: Text) => labelled(zh, en, help, { type: 'string', minLength: 1, maxLength: 200 }),
  longText: (zh: string, en: string, help?: Text) =>
    labelled(zh, en, help, { type: 'string', minLength: 1, maxLength: 2_000, 'x-format': 'longText' }),
  choice: (zh: string, en: string, options: { value: string; zh: string; en: string }[], help?: Text) =>
    labelled(zh, en, help, {
      type: 'string',
      enum: options.map((option) => option.value),
      'x-enum-zh': options.map((option) => option.zh),
      'x-enum-en': options.map((option) => option.en),
    }),
  /** A list of short texts without repetition: invoice numbers, credit codes. */
  list: (zh: string, en: string, items: JsonSchema, minItems: number, help?: Text) =>
    labelled(zh, en, help, { type: 'array', items, minItems, maxItems: 200, uniqueItems: true }),
};

/** A closed form: no other answers than these fields; every field is required unless named in `optional`. */
export function formOf(fields: Fields, optional: string[] = []): JsonSchema {
  return {
    type: 'object',
    properties: fields,
    required: Object.keys(fields).filter((name) => !optional.includes(name)),
    additionalProperties: false,
  };
}
