import type { Process } from '../process.ts';
import { indexOf } from '../processIndex.ts';
import { kindOf, type Step } from '../steps/index.ts';
import { stepSize, type BoxSize } from '../steps/stepSize.ts';
import type { MoveSteps } from './moveSteps.ts';
import { onCanvas } from './onCanvas.ts';

/** The line on which steps are put: an edge, or the middle across (`centre`) or down (`middle`). */
export type Line = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';

interface Placed {
  step: Step;
  x: number;
  y: number;
  width: number;
  height: number;
}

type Axis = { at: 'x' | 'y'; length: 'width' | 'height' };
const across: Axis = { at: 'x', length: 'width' };
const down: Axis = { at: 'y', length: 'height' };

/** Which part of a box is put on the line: its beginning, middle or end along an axis. */
const lines: Record<Line, { axis: Axis; part: number }> = {
  left: { axis: across, part: 0 },
  centre: { axis: across, part: 0.5 },
  right: { axis: across, part: 1 },
  top: { axis: down, part: 0 },
  middle: { axis: down, part: 0.5 },
  bottom: { axis: down, part: 1 },
};

/** Puts steps on a common line of the box around them; absent where fewer than two can be moved or all are on it. Boundary events go with their hosts. */
export function align(process: Process, ids: readonly string[], line: Line, sizeOf: (step: Step) => BoxSize = stepSize): MoveSteps | undefined {
  const placed = movable(process, ids, sizeOf);
  const { axis, part } = lines[line];
  const low = Math.min(...placed.map((box) => box[axis.at]));
  const high = Math.max(...placed.map((box) => box[axis.at] + box[axis.length]));
  return moving(placed.length < 2 ? [] : placed.map((box) => ({ box, axis, to: low + (high - low - box[axis.length]) * part })));
}

/** Makes the gaps between steps equal, the outermost staying where they are; absent where there are fewer than three or nothing moves. */
export function distribute(process: Process, ids: readonly string[], along: 'horizontal' | 'vertical', sizeOf: (step: Step) => BoxSize = stepSize): MoveSteps | undefined {
  const axis = along === 'horizontal' ? across : down;
  const placed = movable(process, ids, sizeOf).toSorted((a, b) => a[axis.at] + a[axis.length] / 2 - (b[axis.at] + b[axis.length] / 2));
  const [first, last] = [placed[0], placed.at(-1)];
  if (!first || !last || placed.length < 3) return undefined;
  const taken = placed.reduce((sum, box) => sum + box[axis.length], 0);
  const gap = (last[axis.at] + last[axis.length] - first[axis.at] - taken) / (placed.length - 1);
  let next = first[axis.at];
  return moving(
    placed.map((box) => {
      const to = next;
      next += box[axis.length] + gap;
      return { box, axis, to };
    }),
  );
}

/** Steps that are not taken along by others of the selection. */
function movable(process: Process, ids: readonly string[], sizeOf: (step: Step) => BoxSize): Placed[] {
  const { steps } = indexOf(process);
  const chosen = new Set(ids);
  return [...chosen].flatMap((id) => {
    const step = steps.get(id);
    if (!step || kindOf(step).attachedTo) return [];
    const climbed = new Set([id]);
    for (let around = step.parent; around !== undefined && !climbed.has(around); around = steps.get(around)?.parent) {
      if (chosen.has(around)) return [];
      climbed.add(around);
    }
    return [{ step, ...onCanvas(steps, step), ...sizeOf(step) }];
  });
}

function moving(to: { box: Placed; axis: Axis; to: number }[]): MoveSteps | undefined {
  const moves = to.flatMap(({ box, axis, to: place }) => {
    const { step } = box;
    const distance = Math.round(place) - box[axis.at];
    return distance === 0 ? [] : [{ step: step.id, ...step.position, [axis.at]: step.position[axis.at] + distance }];
  });
  return moves.length > 0 ? { edit: 'moveSteps', moves } : undefined;
}
