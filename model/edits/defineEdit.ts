import type { z } from 'zod';
import type { Process } from '../process.ts';
import type { Text } from '../text.ts';

/** One kind of reversible change to a process. Editor, outline, code view and quick fixes all change a draft by these alone. */
export interface EditKind<E extends { edit: string }> {
  edit: E['edit'];
  title: Text;
  fields: z.ZodType<E>;
  /** What undo and redo call this very change: `Connect “Rejected” to “Correction”`. Asked of the process before the change. */
  name(process: Process, edit: E): Text;
  /** Why this change cannot be made to this process, for a reader; absent where it can. Previews and drops are judged by the same answer. */
  allowed(process: Process, edit: E): Text | undefined;
  /** The changed process, what else must follow not yet included; the same object where nothing changes. Asked only where allowed. */
  apply(process: Process, edit: E): Process;
}

/** Declares a kind of edit; the identity function that gives one shape to every file of this folder. */
export function defineEdit<E extends { edit: string }>(kind: EditKind<E>): EditKind<E> {
  return kind;
}
