import type { StepBase } from './defineStep.ts';

/** Whether the cases of a process need a step: all of them, none, or each as the step's condition says of it. */
export type Requirement = 'always' | 'byCondition' | 'never';

/** Reads from a step's condition alone what it means for every case. */
export function requirementOf({ required }: Pick<StepBase, 'required'>): Requirement {
  const when = required?.when.trim() ?? 'true';
  return when === 'true' ? 'always' : when === 'false' ? 'never' : 'byCondition';
}
