import { evaluateBoolean } from '../condition.ts';
import type { JsonObject } from '../text.ts';
import type { JsonSchema } from './jsonSchema.ts';

/**
 * The fields of a form that these answers leave unasked: their `x-visible` does not hold, or cannot be told yet. A condition speaks of the form's
 * other answers by their names; what is itself unasked counts as unanswered.
 */
export function hiddenFields(schema: JsonSchema, answers: JsonObject): Set<string> {
  const hidden = new Set<string>();
  const asked: JsonObject = { ...answers };
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    if (field['x-visible'] === undefined || evaluateBoolean(field['x-visible'], asked) === true) continue;
    hidden.add(name);
    delete asked[name];
  }
  return hidden;
}

/** The answers without those to fields that are not asked; the same object where all are. */
export function askedAnswers(schema: JsonSchema, answers: JsonObject): JsonObject {
  const hidden = hiddenFields(schema, answers);
  if (!Object.keys(answers).some((name) => hidden.has(name))) return answers;
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !hidden.has(name)));
}

/** The form without some of its own fields; the same object where there are none. */
export function withoutFields(schema: JsonSchema, hidden: ReadonlySet<string>): JsonSchema {
  if (hidden.size === 0) return schema;
  return {
    ...schema,
    properties: Object.fromEntries(Object.entries(schema.properties ?? {}).filter(([name]) => !hidden.has(name))),
    ...(schema.required ? { required: schema.required.filter((name) => !hidden.has(name)) } : {}),
  };
}
