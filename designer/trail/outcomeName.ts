import type { Step } from '../../model/steps/index.ts';
import type { Text } from '../../model/text.ts';

/** An outcome of a task in words; its id where the step has no such outcome. */
export function outcomeName(step: Step | undefined, outcome: string): Text {
  const known = step && 'outcomes' in step ? step.outcomes.find((candidate) => candidate.id === outcome) : undefined;
  return known?.name ?? { zh: outcome, en: outcome };
}
