import type { ProcessIndex } from '../../processIndex.ts';
import { kindOf } from '../../steps/index.ts';

/** The steps from which a token can have come to a step: along flows, from the host of a border, into a subprocess, or, for a subprocess that leads on, from inside it. */
export function previousSteps(index: ProcessIndex, step: string): string[] {
  const previous = (index.incoming.get(step) ?? []).map((flow) => flow.from);
  for (const inner of index.children.get(step) ?? []) previous.push(inner.id);
  const here = index.steps.get(step);
  const host = here && kindOf(here).attachedTo?.(here);
  if (host !== undefined) previous.push(host);
  if (here?.parent !== undefined) previous.push(here.parent);
  return previous;
}
