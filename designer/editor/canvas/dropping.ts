import type { MoveSteps } from '../../../model/edits/moveSteps.ts';
import type { Process } from '../../../model/process.ts';
import { indexOf } from '../../../model/processIndex.ts';
import { kindOf, type Step } from '../../../model/steps/index.ts';
import type { Drawing } from '../../canvas/drawing.ts';
import type { EditorStore } from '../editorStore.ts';
import { containerAt } from './hit.ts';
import { stageAt, stagePlaces } from './stagePlaces.ts';

/** Steps that a drag takes along: what they contain, and what sits on the border of any of them. */
export function takenAlong(process: Process, ids: Iterable<string>): Set<string> {
  const index = indexOf(process);
  const all = new Set<string>();
  const take = (id: string): void => {
    if (all.has(id)) return;
    all.add(id);
    for (const step of [...(index.children.get(id) ?? []), ...(index.attached.get(id) ?? [])]) take(step.id);
  };
  for (const id of ids) take(id);
  return all;
}

/** The edit that a drop means: every leading step moved by the same distance, and into the stage and subprocess under it. */
export function dropOf(process: Process, drawing: Drawing, lead: readonly Step[], dx: number, dy: number): MoveSteps {
  const places = stagePlaces(process.stages, drawing.bands, drawing.whole);
  const ids = takenAlong(process, lead.map((step) => step.id));
  const moves = lead.map((step) => {
    const box = drawing.boxes.get(step.id)!; // every step has a box
    const centre = { x: box.x + box.width / 2 + dx, y: box.y + box.height / 2 + dy };
    const parent = kindOf(step).attachedTo ? step.parent : containerAt(process, drawing, centre, ids);
    const origin = parent === undefined ? { x: 0, y: 0 } : drawing.boxes.get(parent)!; // containerAt answers with a drawn step
    const stage = parent === undefined ? stageAt(centre, places) : indexOf(process).steps.get(parent)?.stage;
    const own = drawing.boxes.get(step.parent ?? '') ?? { x: 0, y: 0 };
    const place = parent === step.parent ? { x: step.position.x + dx, y: step.position.y + dy } : { x: step.position.x + own.x + dx - origin.x, y: step.position.y + own.y + dy - origin.y, parent: parent ?? null };
    return { step: step.id, ...place, ...(stage === undefined || kindOf(step).attachedTo ? {} : { stage }) };
  });
  // What a subprocess contains belongs to its stage.
  const follow = moves.flatMap((move) => [...takenAlong(process, [move.step])].flatMap((id) => {
    const inner = indexOf(process).steps.get(id);
    return inner && id !== move.step && inner.parent !== undefined && ids.has(inner.parent) && move.stage !== undefined && inner.stage !== move.stage ? [{ step: id, ...inner.position, stage: move.stage }] : [];
  }));
  return { edit: 'moveSteps', moves: [...moves, ...follow] };
}

/** Moves what is selected by a distance, as the arrow keys do; repeated presses are one undo entry. */
export function nudge(store: EditorStore, drawing: Drawing, dx: number, dy: number, continues: boolean): boolean {
  const { history: { process }, selection } = store.getState();
  const index = indexOf(process);
  const chosen = new Set(selection);
  const lead = selection.flatMap((id) => {
    const step = index.steps.get(id);
    return step && !(step.parent !== undefined && chosen.has(step.parent)) && !chosen.has(kindOf(step).attachedTo?.(step) ?? '') ? [step] : [];
  });
  if (lead.length === 0) return false;
  return store.getState().perform(dropOf(process, drawing, lead, dx, dy), continues);
}
