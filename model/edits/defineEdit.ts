import type { z } from 'zod';
import type { Process } from '../process.ts';
import type { Text } from '../text.ts';
import type { Renames } from './renamed.ts';

/** One kind of reversible change to a process. Editor, outline, code view and quick fixes all change a draft by these alone. */
export interface EditKind<E extends { edit: string }> {
  edit: E['edit'];
  title: Text;
  fields: z.ZodType<E>;
  /** What undo and redo call this very change: `Connect “Rejected” to “Correction”`. Asked of the process before the change; total, also where the change is not allowed. */
  name(process: Process, edit: E): Text;
  /** Why this change cannot be made to this process, for a reader; absent where it can. Previews and drops are judged by the same answer. */
  allowed(process: Process, edit: E): Text | undefined;
  /** The changed process, what else must follow not yet included; the same object where nothing changes. Asked only where allowed. */
  apply(process: Process, edit: E): Process;
  /** What gets another identifier by this change, so that everything that speaks of it follows. */
  renames?(process: Process, edit: E): Renames;
  /** Steps that this change itself puts where they shall be, so that they are not taken along by others. */
  places?(edit: E): string[];
  /** The changed process is as it shall be, given whole: nothing follows by itself. */
  whole?: true;
}

/** Declares a kind of edit; the identity function that gives one shape to every file of this folder. */
export function defineEdit<E extends { edit: string }>(kind: EditKind<E>): EditKind<E> {
  return kind;
}
