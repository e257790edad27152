import type { Problem } from '../problem.ts';
import type { Process } from '../process.ts';
import type { Step } from '../steps/index.ts';
import { findProblems } from './index.ts';

/** Where a step is drawn, of which no rule ever speaks. */
const drawnOnly: ReadonlySet<string> = new Set(['position', 'size']);

/**
 * The problems of `after`, given those of `before`: the same list where the two differ in nothing but where steps are drawn.
 * What other edits leave alone is not read again either: conditions, tables and contributions are remembered by the very
 * steps and flows that hold them, which is why an edit must keep those that it does not change.
 */
export function findProblemsAfter(previous: Problem[], before: Process, after: Process): Problem[] {
  return saysTheSame(before, after) ? previous : findProblems(after);
}

function saysTheSame(before: Process, after: Process): boolean {
  if (before === after) return true;
  if (before.steps.length !== after.steps.length || !sameBut(before, after, new Set(['steps']))) return false;
  return after.steps.every((step, place) => sameStep(before.steps[place], step));
}

function sameStep(before: Step | undefined, after: Step): boolean {
  return before === after || (before !== undefined && sameBut(before, after, drawnOnly));
}

function sameBut(before: object, after: object, left: ReadonlySet<string>): boolean {
  const [were, are] = [Object.entries(before), new Map(Object.entries(after))];
  return were.length === are.size && were.every(([name, value]) => are.has(name) && (left.has(name) || are.get(name) === value));
}
