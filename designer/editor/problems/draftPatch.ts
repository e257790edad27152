import type { Process } from '../../../model/process.ts';

/** What makes a draft out of the one before: lists name what they keep by its place there, and other fields stand only where they changed. */
export interface DraftPatch {
  lists: { [list in 'steps' | 'flows' | 'forms']: (number | Process[list][number])[] | undefined };
  changed: Partial<Omit<Process, 'steps' | 'flows' | 'forms'>>;
  gone: string[];
}

function listOf<T extends object>(before: readonly T[], after: readonly T[]): (number | T)[] | undefined {
  if (before === after) return undefined;
  const places = new Map(before.map((item, place) => [item, place]));
  return after.map((item) => places.get(item) ?? item);
}

/** What changed from a draft to the next, told by identity: what an edit leaves alone is the same object. */
export function patchOf(before: Process, after: Process): DraftPatch {
  const lists = { steps: listOf(before.steps, after.steps), flows: listOf(before.flows, after.flows), forms: listOf(before.forms, after.forms) };
  const were = new Map<string, unknown>(Object.entries(before));
  const changed = Object.fromEntries(Object.entries(after).filter(([name, value]) => !(name in lists) && were.get(name) !== value));
  return { lists, changed, gone: [...were.keys()].filter((name) => !(name in after)) };
}

function listed<T extends object>(before: T[], list: (number | T)[] | undefined): T[] {
  return list?.map((item) => (typeof item === 'number' ? before[item]! : item)) ?? before; // places are of this very list
}

/** The draft after a patch; what was not changed stays the same object on this side of a worker too. */
export function patched(before: Process, { lists, changed, gone }: DraftPatch): Process {
  const kept = Object.fromEntries(Object.entries(before).filter(([name]) => !gone.includes(name)));
  return { ...(kept as unknown as Process), ...changed, steps: listed(before.steps, lists.steps), flows: listed(before.flows, lists.flows), forms: listed(before.forms, lists.forms) }; // a process but for what is gone
}
