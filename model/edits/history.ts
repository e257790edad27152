import type { Process } from '../process.ts';
import type { Text } from '../text.ts';
import { apply, nameOf, type Edit } from './index.ts';

/** One entry of the undo list: the process before and after, and what it is called. */
export interface Change {
  name: Text;
  edit: Edit;
  before: Process;
  after: Process;
}

/** A draft with what can be undone and redone; values, so that undo is “the process before” and the same object again. */
export interface History {
  process: Process;
  past: readonly Change[];
  future: readonly Change[];
}

/** More changes than anyone takes back one by one; older ones are forgotten. */
export const mostChanges = 500;

/** A history with nothing to undo. */
export function begin(process: Process): History {
  return { process, past: [], future: [] };
}

/** The history after an edit; the same object where the edit is not allowed or changes nothing. `continues` says that it belongs to the last entry (typing in one field): both are then undone at once. */
export function perform(history: History, edit: Edit, continues = false): History {
  const after = apply(history.process, edit);
  if (after === history.process) return history;
  const last = history.past.at(-1);
  const merged = continues && last?.edit.edit === edit.edit;
  const change: Change = { name: merged ? last.name : nameOf(history.process, edit), edit, before: merged ? last.before : history.process, after };
  return { process: after, past: [...(merged ? history.past.slice(0, -1) : history.past), change].slice(-mostChanges), future: [] };
}

/** The history before its last change; the same object where there is none. */
export function undo(history: History): History {
  const change = history.past.at(-1);
  return change ? { process: change.before, past: history.past.slice(0, -1), future: [change, ...history.future] } : history;
}

/** The history after the change undone last; the same object where there is none. */
export function redo(history: History): History {
  const [change, ...future] = history.future;
  return change ? { process: change.after, past: [...history.past, change], future } : history;
}
