import type { Process } from '../process.ts';
import { flows } from './aspects/flows.ts';
import { forms } from './aspects/forms.ts';
import { measure } from './aspects/measure.ts';
import { roles } from './aspects/roles.ts';
import { separation } from './aspects/separation.ts';
import { stages } from './aspects/stages.ts';
import { steps } from './aspects/steps.ts';
import { whole } from './aspects/whole.ts';
import type { Aspect, Difference } from './difference.ts';
import { renamesBetween } from './renames.ts';

export type { Difference, Subject } from './difference.ts';

/** Everything that processes are compared by, in the order in which a reader is told; a new aspect is one file and one line here. */
export const aspects: readonly Aspect[] = [whole, stages, steps, flows, forms, roles, separation, measure];

/** What changed from one process to another, each difference as data and as a sentence; empty where both say the same. Pure and total. */
export function compare(before: Process, after: Process): Difference[] {
  if (before === after) return [];
  const comparison = { before, after, renamed: renamesBetween(before, after) };
  return aspects.flatMap((aspect) => aspect.compare(comparison));
}
