import { z } from 'zod';
import type { Process } from '../process.ts';
import type { Text } from '../text.ts';
import type { EditKind } from './defineEdit.ts';
import { moveSteps } from './moveSteps.ts';

/** Every kind of edit there is; a new kind is one file and one line here. */
export const editKinds = {
  moveSteps,
};

type EditOf<K> = K extends EditKind<infer E> ? E : never;

/** One reversible change to a process: the union of what all kinds declare. */
export type Edit = EditOf<(typeof editKinds)[keyof typeof editKinds]>;

/** Well-formedness of an {@link Edit}, derived from the registry. */
export const editSchema = z.union(Object.values(editKinds).map((kind) => kind.fields)) as unknown as z.ZodType<Edit>; // derived from the same registry as the type

const kindOf = (edit: Edit): EditKind<Edit> => editKinds[edit.edit] as unknown as EditKind<Edit>; // each kind is asked only about its own edits

/** Why an edit cannot be made here; absent where it can. The one judge of previews, drops, menus and keys. */
export function allowed(process: Process, edit: Edit): Text | undefined {
  return kindOf(edit).allowed(process, edit);
}

/** What undo calls this edit of this process. */
export function nameOf(process: Process, edit: Edit): Text {
  return kindOf(edit).name(process, edit);
}

/** The process after an edit and all that must follow from it; the same object where it is not allowed or changes nothing. Pure and total. */
export function apply(process: Process, edit: Edit): Process {
  return allowed(process, edit) ? process : kindOf(edit).apply(process, edit);
}
