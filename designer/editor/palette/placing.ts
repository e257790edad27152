import { allowed } from '../../../model/edits/index.ts';
import type { AddStep } from '../../../model/edits/addStep.ts';
import { newStep } from '../../../model/edits/newStep.ts';
import type { Process } from '../../../model/process.ts';
import { indexOf } from '../../../model/processIndex.ts';
import { kindOf, stepKinds, type Step } from '../../../model/steps/index.ts';
import type { StepKind } from '../../../model/steps/defineStep.ts';
import type { Text } from '../../../model/text.ts';
import { overlap, sizeOf, type Box, type Point } from '../../canvas/diagram.ts';
import { drawnStep } from '../../canvas/diagramOf.ts';
import type { Drawing } from '../../canvas/drawing.ts';
import type { AddingTo } from '../canvas/gestures.ts';
import { containerAt, flowAt, stepAt } from '../canvas/hit.ts';
import { stageAt, stagePlaces } from '../canvas/stagePlaces.ts';

/** Where a new step would go: the edit that puts it there, what it would be put onto, and why it may not. */
export interface Placing {
  edit: AddStep;
  aim: string | undefined;
  why: Text | undefined;
  at: Point;
}

/** Whether steps of a kind sit on the border of another. */
export function sitsOnBorder(kind: Step['kind']): boolean {
  return (stepKinds[kind] as StepKind<never>).attachedTo !== undefined;
}

const raster = (value: number): number => Math.round(value / 8) * 8;
const noHost: Text = { zh: '边界事件须放在任务的边框上；请拖到任务上，或先选中任务。', en: 'A boundary event sits on the border of a task: drop it on a task, or select the task first.' };

function sizeOfKind(process: Process, kind: Step['kind']): { width: number; height: number } {
  return sizeOf(drawnStep(newStep(process, kind, { stage: 'declaration', x: 0, y: 0 })));
}

function judged(process: Process, edit: AddStep, aim: string | undefined, at: Point, why?: Text): Placing {
  return { edit, aim, at, why: why ?? allowed(process, edit) };
}

/** Where a kind of step lands when it is dropped at a place of the canvas: into the flow there, onto the border of the step there, or freely. */
export function placeFor(process: Process, drawing: Drawing, kind: Step['kind'], at: Point, reach: number): Placing {
  const size = sizeOfKind(process, kind);
  const here = stepAt(process, drawing, at, new Set(), 6);
  const parent = containerAt(process, drawing, at);
  const origin = drawing.boxes.get(parent ?? '') ?? { x: 0, y: 0 };
  const inside = parent === undefined ? undefined : indexOf(process).steps.get(parent);
  const stage = inside?.stage ?? stageAt(at, stagePlaces(process.stages, drawing.bands, drawing.whole)) ?? 'declaration';
  if (sitsOnBorder(kind)) {
    const host = here === undefined ? undefined : indexOf(process).steps.get(here);
    return onBorder(process, drawing, kind, host, at) ?? judged(process, { edit: 'addStep', step: newStep(process, kind, { stage, x: at.x, y: at.y }) }, undefined, at, noHost);
  }
  const x = raster(at.x - size.width / 2) - origin.x;
  const y = raster(at.y - size.height / 2) - origin.y;
  const step = newStep(process, kind, { stage, x, y, ...(parent === undefined ? {} : { parent }) });
  const onFlow = flowAt(drawing, at, reach);
  const free = here === undefined || here === parent;
  return judged(process, { edit: 'addStep', step, ...(onFlow !== undefined && free ? { onFlow } : {}) }, free ? onFlow : undefined, at);
}

function onBorder(process: Process, drawing: Drawing, kind: Step['kind'], host: Step | undefined, at?: Point): Placing | undefined {
  const box = host && drawing.boxes.get(host.id);
  if (!host || !box) return undefined;
  const size = sizeOfKind(process, kind);
  const middle = at ?? { x: box.x + box.width * 0.75, y: box.y + box.height };
  const origin = drawing.boxes.get(host.parent ?? '') ?? { x: 0, y: 0 };
  const place = { x: middle.x - size.width / 2 - origin.x, y: box.y + box.height - size.height / 2 - origin.y };
  const step = newStep(process, kind, { stage: host.stage, ...place, host: host.id, ...(host.parent === undefined ? {} : { parent: host.parent }) });
  return judged(process, { edit: 'addStep', step }, host.id, middle);
}

/** A free place right of a box: beside it, else below what stands there. */
function freePlace(from: Box, size: { width: number; height: number }, others: Iterable<Box>): Point {
  const all = [...others];
  const x = raster(from.x + from.width + 68);
  for (let row = 0; ; row += 1) {
    const y = raster(from.y + from.height / 2 - size.height / 2 + (row % 2 === 0 ? row / 2 : -(row + 1) / 2) * 104);
    const box = { x, y, ...size };
    if (row > 60 || !all.some((other) => overlap(box, other, 20))) return { x, y };
  }
}

/** Where a kind of step goes when it is added without a hand: after a step, into a flow, onto a border, at a place, or at the end of the drawing. */
export function placeAfter(process: Process, drawing: Drawing, kind: Step['kind'], to: AddingTo): Placing {
  const index = indexOf(process);
  const size = sizeOfKind(process, kind);
  if (to.at && to.after === undefined) return placeFor(process, drawing, kind, to.at, 0);
  const after = index.steps.get(to.after ?? to.host ?? '');
  if (sitsOnBorder(kind)) return onBorder(process, drawing, kind, after) ?? judged(process, { edit: 'addStep', step: newStep(process, kind, { stage: 'declaration', x: 0, y: 0 }) }, undefined, { x: 0, y: 0 }, noHost);
  // Behind a step that leads on in one way only, the new step comes in between; where a way is chosen, it becomes another.
  const [only, ...more] = after && !to.at && kindOf(after).look.shape !== 'gateway' && !stepKinds[kind].ends && !stepKinds[kind].begins ? (index.outgoing.get(after.id) ?? []) : [];
  const flow = process.flows.find((item) => item.id === to.onFlow) ?? (more.length === 0 ? only : undefined);
  const source = flow ? index.steps.get(flow.from) : after;
  const box = source && drawing.boxes.get(source.id);
  const parent = source?.parent;
  const origin = drawing.boxes.get(parent ?? '') ?? { x: 0, y: 0 };
  const inside = parent === undefined ? {} : { parent };
  const level = process.steps.filter((step) => step.parent === parent).flatMap((step) => drawing.boxes.get(step.id) ?? []);
  if (flow && source && box) {
    const points = drawing.routes.get(flow.id) ?? [];
    const [a, b] = [points[Math.floor((points.length - 1) / 2)], points[Math.floor((points.length - 1) / 2) + 1]];
    const middle = a && b && { x: raster((a.x + b.x) / 2 - size.width / 2), y: (a.y + b.y) / 2 - size.height / 2 };
    const place = middle && !level.some((other) => overlap({ ...middle, ...size }, other, 12)) ? middle : freePlace(box, size, level);
    const step = newStep(process, kind, { stage: source.stage, x: place.x - origin.x, y: place.y - origin.y, ...inside });
    return judged(process, { edit: 'addStep', step, onFlow: flow.id }, flow.id, { x: place.x + size.width / 2, y: place.y + size.height / 2 });
  }
  const { whole } = drawing;
  const place = to.at ? { x: raster(to.at.x - size.width / 2), y: raster(to.at.y - size.height / 2) } : freePlace(box ?? { x: whole.x + whole.width, y: whole.y + whole.height / 2, width: 0, height: 0 }, size, level);
  const centre = { x: place.x + size.width / 2, y: place.y + size.height / 2 };
  const stage = to.at ? stageAt(centre, stagePlaces(process.stages, drawing.bands, whole)) : source?.stage;
  const step = newStep(process, kind, { stage: stage ?? 'disbursement', x: place.x - origin.x, y: place.y - origin.y, ...inside });
  const connects = source !== undefined && !kindOf(source).ends && !kindOf(step).begins;
  return judged(process, { edit: 'addStep', step, ...(connects ? { after: source.id } : {}) }, undefined, centre);
}

/** What is selected, as a place to add to. */
export function addingToSelection(process: Process, selection: readonly string[]): AddingTo {
  const id = selection.at(-1);
  if (id === undefined) return {};
  return process.flows.some((flow) => flow.id === id) ? { onFlow: id } : { after: id };
}
