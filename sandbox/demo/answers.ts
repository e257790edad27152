import type { TaskDetail } from '../../model/api/tasks.ts';
import type { JsonSchema } from '../../model/form/jsonSchema.ts';
import type { Json, JsonObject } from '../../model/text.ts';

/** Completes a form the way an obliging clerk would: what is known first, then what the page suggests, then the least the schema asks. */
export function fillForm(task: TaskDetail, known: JsonObject, today: string): JsonObject {
  const schema = task.form?.schema;
  const answers: JsonObject = {};
  for (const [name, field] of Object.entries(schema?.properties ?? {})) {
    const value = known[name] ?? task.prefill[name] ?? (schema?.required?.includes(name) ? least(field, today) : undefined);
    if (value !== undefined) answers[name] = value;
  }
  return answers;
}

function least(field: JsonSchema, today: string): Json {
  if (field.const !== undefined) return field.const;
  if (field.default !== undefined) return field.default;
  if (field.enum?.[0] !== undefined) return field.enum[0];
  switch (field.type) {
    case 'boolean':
      return true;
    case 'integer':
      return Math.max(field.minimum ?? 1, 1);
    case 'array':
      return field.items && (field.minItems ?? 0) > 0 ? [least(field.items, today)] : [];
    case 'object':
      return Object.fromEntries(Object.entries(field.properties ?? {}).map(([name, inner]) => [name, least(inner, today)]));
    default:
      return field.format === 'date' ? today : `演示记录，${field['x-zh'] ?? ''}`.slice(0, field.maxLength ?? 200);
  }
}
