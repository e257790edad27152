import type { CaseState } from './case.ts';
import { jsonAs } from './checks/facts/jsonAs.ts';
import type { Form } from './process.ts';
import type { JsonObject } from './text.ts';

/** The answers from which a person starts to fill in a task's form: for each field, what was answered here before, what the reviewer confirmed, what was declared, the computed amount, the form's default. */
export function prefillOf(form: Form | undefined, state: CaseState, step: string): JsonObject {
  const sources = [state.data[step], state.data.review, state.data.declaration].map((source) => jsonAs.object(source));
  const prefill: JsonObject = {};
  for (const [field, schema] of Object.entries(form?.schema.properties ?? {})) {
    const found = sources.find((source) => Object.hasOwn(source, field))?.[field];
    const computed = field === 'approvedAmountFen' ? jsonAs.object(state.data.supportRule).amountFen : undefined;
    const value = found ?? computed ?? schema.default;
    if (value !== undefined && value !== null) prefill[field] = value;
  }
  return prefill;
}
