import { stageIds, type StageId } from '../../model/steps/defineStep.ts';
import { kindOf, type Step } from '../../model/steps/index.ts';
import type { PathPart, PathStep } from './pathPart.ts';

const columnWidth = 190;
const rowHeight = 120;
/** Centre of the main path; three rows of parallel checks stand above it. */
const mainPathY = 480;
/** Left of the first column of a band, and right of its last. */
const bandMargin = 30;
/** A subprocess ends so far inside its cells. */
const inset = 10;
/** From the top of a subprocess to the centre of its row 0. */
const insideTop = 92;

const sizes = { event: { width: 36, height: 36 }, gateway: { width: 50, height: 50 }, task: { width: 140, height: 64 } };

/** Size on the canvas of a step that is not laid out yet. */
export function sizeOf(step: Step): { width: number; height: number } {
  if ('size' in step) return step.size;
  const shape = kindOf(step).look.shape;
  return shape === 'subProcess' ? sizes.task : sizes[shape];
}

/** Steps with their stage and place: bands from left to right, the main path on one line, what goes wrong below it. */
export function layOut(parts: { [stage in StageId]: PathPart }): Step[] {
  const drawn: Step[] = [];
  let bandX = 0;
  for (const stage of stageIds) {
    const { steps, columns } = parts[stage];
    for (const step of steps) drawn.push(draw(step, stage, bandX + bandMargin, drawn));
    bandX += columns * columnWidth + 2 * bandMargin;
  }
  return drawn;
}

function draw(undrawn: PathStep, stage: StageId, bandLeft: number, drawn: Step[]): Step {
  if ('slot' in undrawn) {
    const { slot, ...rest } = undrawn;
    const step = { ...rest, stage, position: { x: 0, y: 0 } } as Step; // a PathStep is a Step without stage and position
    return { ...step, position: borderPosition(step, slot, drawn) };
  }
  const { cell, ...rest } = undrawn;
  const [column, row] = cell;
  const step = { ...rest, stage, position: { x: 0, y: 0 } } as Step; // as above
  const { width, height } = sizeOf(step);
  if (kindOf(step).contains) {
    return { ...step, position: { x: bandLeft + column * columnWidth + inset, y: mainPathY + row * rowHeight - insideTop } };
  }
  const x = (column + 0.5) * columnWidth + (step.parent ? -inset : bandLeft);
  const y = (step.parent ? insideTop : mainPathY) + row * rowHeight;
  return { ...step, position: { x: x - width / 2, y: y - height / 2 } };
}

function borderPosition(step: Step, slot: number, drawn: Step[]): { x: number; y: number } {
  const hostId = kindOf(step).attachedTo?.(step);
  const host = drawn.find((candidate) => candidate.id === hostId);
  if (!host) throw new Error(`${step.id} sits on ${hostId}, which must come before it.`);
  const { width, height } = sizeOf(host);
  const own = sizeOf(step);
  // Two events do not fit side by side under a host as small as they are: they take its corners.
  if (width <= own.width) return { x: host.position.x + (slot === 0 ? -27 : 27), y: host.position.y + 22 };
  const slotWidth = kindOf(host).contains ? columnWidth : 52;
  return { x: host.position.x + 18 + slot * slotWidth, y: host.position.y + height - own.height / 2 };
}
