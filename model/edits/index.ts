import { z } from 'zod';
import type { Process } from '../process.ts';
import type { Text } from '../text.ts';
import { addForm } from './addForm.ts';
import { addStep } from './addStep.ts';
import { changeFlow } from './changeFlow.ts';
import { changeForm } from './changeForm.ts';
import { changeProcess } from './changeProcess.ts';
import { changeStep } from './changeStep.ts';
import { connect } from './connect.ts';
import type { EditKind } from './defineEdit.ts';
import { followUps } from './followUps/index.ts';
import { group } from './group.ts';
import { moveSteps } from './moveSteps.ts';
import { paste } from './paste.ts';
import { removeElements } from './removeElements.ts';
import { removeForm } from './removeForm.ts';
import { replaceProcess } from './replaceProcess.ts';
import { ungroup } from './ungroup.ts';

/** Every kind of edit there is; a new kind is one file and one line here. */
export const editKinds = {
  addStep,
  moveSteps,
  changeStep,
  removeElements,
  connect,
  changeFlow,
  group,
  ungroup,
  paste,
  changeProcess,
  addForm,
  changeForm,
  removeForm,
  replaceProcess,
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
  const kind = kindOf(edit);
  if (kind.allowed(process, edit)) return process;
  const after = kind.apply(process, edit);
  if (after === process || kind.whole) return after;
  const happened = { before: process, renames: kind.renames?.(process, edit) ?? {}, placed: new Set(kind.places?.(edit)) };
  return followUps.reduce((sofar, { follow }) => follow(sofar, happened), after);
}
