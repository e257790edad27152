import type { JsonSchema } from './form/jsonSchema.ts';
import type { Process } from './process.ts';
import { kindOf, type Step } from './steps/index.ts';

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
  const visits: { [name: string]: JsonSchema } = {};
  const properties: { [name: string]: JsonSchema } = {
    declaration: declaration ?? { type: 'object', properties: {} },
    applicant: { type: 'object', properties: { creditCode: { type: 'string' }, name: { type: 'string' } } },
    instalment: { type: 'integer' },
    today: { type: 'string', format: 'date' },
    visits: { type: 'object', properties: visits },
  };
  const contributed = contributions.get(process.forms) ?? new WeakMap<Step, JsonSchema | 'none'>();
  contributions.set(process.forms, contributed);
  for (const step of process.steps) {
    visits[step.id] = count;
    const schema = contributed.get(step) ?? contributionOf(step, process) ?? 'none';
    contributed.set(step, schema);
    if (schema !== 'none') properties[step.id] = schema;
  }
  return { type: 'object', properties };
}

// Derived from immutable steps and forms, which is all that a contribution comes from: after an edit only what changed is told anew.
const contributions = new WeakMap<Process['forms'], WeakMap<Step, JsonSchema | 'none'>>();
const count: JsonSchema = { type: 'integer' };

function contributionOf(step: Step, process: Process): JsonSchema | undefined {
  const contribution = kindOf(step).contributes(step, process);
  return step.required ? withNotRequired(contribution) : contribution;
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
