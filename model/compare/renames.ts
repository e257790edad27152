import type { Process } from '../process.ts';
import { same } from '../same.ts';
import type { Step } from '../steps/index.ts';
import { pair } from './pair.ts';

/** What identifies a step beside its own identifier: everything but its place and what it hangs on, which may be renamed with it. */
function essence(step: Step): object {
  const { id: _id, position: _position, parent: _parent, ...rest } = step;
  return { ...rest, host: undefined };
}

/** Whether two steps are the same but for their identifiers. */
export function sameButForId(before: Step, after: Step): boolean {
  return same(essence(before), essence(after));
}

/** Steps that only got another identifier: the new one by the old. */
export function renamesBetween(before: Process, after: Process): Map<string, string> {
  const { both } = pair(before.steps, after.steps, (step) => step.id, sameButForId);
  return new Map(both.flatMap((each) => (each.before.id === each.after.id ? [] : [[each.before.id, each.after.id] as const])));
}

/** A text in which the renamed steps are called by their new identifiers: to see whether it says the same as before. */
export function followingRenames(text: string, renamed: ReadonlyMap<string, string>): string {
  return renamed.size === 0 ? text : text.replace(/(?<![\w."])[a-z][A-Za-z0-9]*/g, (word) => renamed.get(word) ?? word);
}
