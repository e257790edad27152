import type { Process } from '../../model/process.ts';
import { requirementOf } from '../../model/steps/requirement.ts';
import type { StepMark } from './layer.ts';

/** What a process says of its own steps before any case runs: those that no case of it needs, and why. */
export function processMarks(process: Process): Map<string, StepMark> {
  return new Map(process.steps.flatMap((step) => (step.required && requirementOf(step) === 'never' ? [[step.id, { state: 'notRequired' as const, note: step.required.reason }]] : [])));
}
