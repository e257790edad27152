import type { ProcessIndex } from '../../processIndex.ts';
import { kindOf } from '../../steps/index.ts';

/**
 * The steps to which a token can go next from a step: along its flows, over its border, and into what it contains. Leaving a
 * subprocess counts as a flow of the subprocess, not of its last steps.
 */
export function nextSteps(index: ProcessIndex, step: string): string[] {
  const next = (index.outgoing.get(step) ?? []).map((flow) => flow.to);
  for (const border of index.attached.get(step) ?? []) next.push(border.id);
  for (const inner of index.children.get(step) ?? []) if (kindOf(inner).begins) next.push(inner.id);
  return next;
}
