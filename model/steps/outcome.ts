import { z } from 'zod';
import type { JsonSchema } from '../form/jsonSchema.ts';
import type { Process } from '../process.ts';
import { textSchema, type Text } from '../text.ts';
import { nameSchema } from './defineStep.ts';

/** One way to finish a task: a button on the page, and the value of `step.outcome` in conditions. */
export interface Outcome {
  id: string;
  name: Text;
  /** Whether the form must be complete and valid for this outcome. */
  needsForm: boolean;
  /** Whether a reason has to be given. */
  needsReason: boolean;
}

/** Well-formedness of an {@link Outcome}. */
export const outcomeSchema: z.ZodType<Outcome> = z.strictObject({
  id: nameSchema,
  name: textSchema,
  needsForm: z.boolean(),
  needsReason: z.boolean(),
});

/** The ways to finish a new task, until its owner says others. */
export const usualOutcomes: Outcome[] = [
  { id: 'agree', name: { zh: '同意', en: 'Agree' }, needsForm: false, needsReason: false },
  { id: 'disagree', name: { zh: '不同意', en: 'Disagree' }, needsForm: false, needsReason: true },
];

/** JSON Schema of what a finished task leaves under its step's id: the form's answers, its outcome, who and when. */
export function taskContribution(process: Pick<Process, 'forms'>, form: string | undefined, outcomes: string[]): JsonSchema {
  const schema = process.forms.find((candidate) => candidate.id === form)?.schema;
  return {
    type: 'object',
    properties: {
      ...schema?.properties,
      outcome: { type: 'string', enum: outcomes },
      reason: { type: 'string' },
      by: { type: 'string' },
      at: { type: 'string' },
    },
  };
}
