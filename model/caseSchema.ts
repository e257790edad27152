import type { JsonSchema } from './form/jsonSchema.ts';
import type { Process } from './process.ts';
import { kindOf } from './steps/index.ts';

/** Names under which every case has data of its own; no step takes one of them. */
export const caseNames: ReadonlySet<string> = new Set(['declaration', 'applicant', 'instalment', 'today', 'visits']);

const known = new WeakMap<Process, JsonSchema>(); // derived from an immutable value, and asked for by every rule and every decision table

/**
 * The type of a case's data as one JSON Schema: `declaration`, each step's contribution under its id, `applicant`,
 * `instalment`, `today` and `visits`; conditions are checked against it and completed from it.
 */
export function caseSchema(process: Process): JsonSchema {
  const found = known.get(process);
  if (found) return found;
  const schema = schemaOf(process);
  known.set(process, schema);
  return schema;
}

function schemaOf(process: Process): JsonSchema {
  const declaration = process.forms.find((form) => form.id === process.declarationForm)?.schema;
  const properties: { [name: string]: JsonSchema } = {
    declaration: declaration ?? { type: 'object', properties: {} },
    applicant: { type: 'object', properties: { creditCode: { type: 'string' }, name: { type: 'string' } } },
    instalment: { type: 'integer' },
    today: { type: 'string', format: 'date' },
    visits: { type: 'object', properties: Object.fromEntries(process.steps.map((step) => [step.id, { type: 'integer' }])) },
  };
  for (const step of process.steps) {
    const contribution = kindOf(step).contributes(step, process);
    const schema = step.required ? withNotRequired(contribution) : contribution;
    if (schema) properties[step.id] = schema;
  }
  return { type: 'object', properties };
}

function withNotRequired(schema: JsonSchema | undefined): JsonSchema {
  const outcome = schema?.properties?.['outcome'];
  return {
    type: 'object',
    properties: {
      ...schema?.properties,
      outcome: { type: 'string', ...(outcome?.enum ? { enum: [...outcome.enum, 'notRequired'] } : outcome ? {} : { enum: ['notRequired'] }) },
    },
  };
}
