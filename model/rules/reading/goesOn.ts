import { kindOf, type Step } from '../../steps/index.ts';
import type { ProcessIndex } from '../../processIndex.ts';

/** Whether a step goes on while its case is suspended, as a running case is told; total where drafts let steps contain or host one another. */
export function goesOn(index: ProcessIndex, id: string): boolean {
  const climbed = new Set<string>();
  let step: Step | undefined = index.steps.get(id);
  while (step && !climbed.has(step.id)) {
    if (step.whileSuspended) return true;
    climbed.add(step.id);
    const around: string | undefined = kindOf(step).attachedTo?.(step) ?? step.parent;
    step = around === undefined ? undefined : index.steps.get(around);
  }
  return false;
}
