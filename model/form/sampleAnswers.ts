import { creditCodeCheck } from '../identifiers/creditCode.ts';
import type { Json, JsonObject } from '../text.ts';
import type { JsonSchema } from './jsonSchema.ts';
import { hiddenFields } from './hiddenFields.ts';

/** Made-up answers that a form accepts: the same for the same form. What a pattern asks for beyond the known formats is left to whoever mends them. */
export function sampleAnswers(schema: JsonSchema): JsonObject {
  const answers: JsonObject = {};
  for (const [name, field] of Object.entries(schema.properties ?? {})) answers[name] = sampleValue(field);
  for (const name of hiddenFields(schema, answers)) delete answers[name];
  return answers;
}

const nobody = '91440300FAKE99999';

const formats: { [format in NonNullable<JsonSchema['x-format']>]?: string } = {
  // Right in form, and given to no one.
  creditCode: `${nobody}${creditCodeCheck(nobody) ?? ''}`,
  bankAccount: '4000021009200000001',
  clearingNumber: '102584002018',
  phone: '13800138000',
};

/** A made-up value of a schema: its default or first choice, else something plain within its bounds. */
export function sampleValue(schema: JsonSchema): Json {
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined) return schema.default;
  const [choice] = schema.enum ?? [];
  if (choice !== undefined) return choice;
  switch (schema.type) {
    case 'object': return sampleAnswers(schema);
    case 'array': return Array.from({ length: schema.minItems ?? 1 }, (_, index) => another(sampleValue(schema.items ?? { type: 'string' }), index));
    case 'boolean': return true;
    case 'integer': return within(schema, schema['x-format'] === 'fen' ? 100_000_000 : 10);
    case 'string': return sampleText(schema);
    default: return null;
  }
}

function within({ minimum, maximum }: JsonSchema, wished: number): number {
  const least = minimum === undefined ? wished : Math.max(wished, Math.ceil(minimum));
  return maximum === undefined ? least : Math.min(least, Math.floor(maximum));
}

function sampleText(schema: JsonSchema): string {
  const known = schema['x-format'] && formats[schema['x-format']];
  if (known) return known;
  if (schema.format === 'date') return '2026-03-02';
  if (schema.format === 'email') return 'sample@example.cn';
  if (schema.format === 'uri') return 'https://example.cn/';
  return '示例'.padEnd(schema.minLength ?? 0, '例').slice(0, schema.maxLength ?? 200);
}

// The entries of a list must often differ.
function another(value: Json, index: number): Json {
  if (index === 0) return value;
  return typeof value === 'string' ? `${value}${index + 1}` : typeof value === 'number' ? value + index : value;
}
