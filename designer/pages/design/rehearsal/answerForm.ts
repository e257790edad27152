import type { Check } from '../../../../model/checks/defineCheck.ts';
import type { JsonSchema } from '../../../../model/form/jsonSchema.ts';
import type { JsonObject } from '../../../../model/text.ts';

/** The answer of a check as a form to be filled in: the plain fields of its usual answer, under the titles that the check gives them. */
export function answerForm(check: Check, usual: JsonObject): JsonSchema {
  const fields = Object.entries(usual).flatMap(([name, value]): [string, JsonSchema][] => {
    const title = check.result.find((field) => field.name === name)?.title ?? { zh: name, en: name };
    const labels = { 'x-zh': title.zh, 'x-en': title.en };
    if (typeof value === 'boolean') return [[name, { type: 'boolean', ...labels }]];
    if (typeof value === 'number') return [[name, { type: 'integer', ...(name.endsWith('Fen') ? { 'x-format': 'fen' as const } : {}), ...labels }]];
    if (typeof value === 'string') return [[name, { type: 'string', ...labels }]];
    return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string') ? [[name, { type: 'array', items: { type: 'string' }, ...labels }]] : [];
  });
  return { type: 'object', properties: Object.fromEntries(fields) };
}
