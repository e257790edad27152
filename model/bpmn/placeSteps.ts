import type { Box } from '../diagram/box.ts';
import type { Flow } from '../process.ts';
import { kindOf, type Step } from '../steps/index.ts';
import { shapeSizes, stepSize } from '../steps/stepSize.ts';
import { layers } from './layers.ts';

const columnWidth = 200;
const rowHeight = 120;
const inset = 40;

/** A step that has to be placed, with the box the file draws for it and whether its place is ours already. */
export interface Unplaced {
  step: Step;
  drawn: Box | undefined;
  settled: boolean;
}

function withSize(step: Step, size: { width: number; height: number }): Step {
  return 'size' in step ? { ...step, size } : step;
}

/** How much wider than in the file everything stands, so that our boxes find room where theirs are narrower. */
function stretchOf(all: readonly Unplaced[]): number {
  if (all.some(({ settled }) => settled)) return 1;
  const widths = all.flatMap(({ step, drawn }) => (drawn && kindOf(step).look.shape === 'task' ? [drawn.width] : []));
  const narrowest = widths.reduce((least, width) => Math.min(least, width), Infinity);
  return Number.isFinite(narrowest) && narrowest > 0 ? Math.min(Math.max(shapeSizes.task.width / narrowest, 1), 2) : 1;
}

/**
 * Steps with their places: from the drawing of the file, by their centres, where it has them; else in columns from left to right as the flows go.
 * Border events stand on the lower border of their host. `missing`: how many the file did not draw.
 */
export function placeSteps(all: readonly Unplaced[], flows: readonly Flow[]): { steps: Step[]; missing: number } {
  const stretch = stretchOf(all);
  const placed = new Map<string, Step>();
  const children = new Map<string | undefined, Unplaced[]>();
  for (const each of all) children.set(each.step.parent, [...(children.get(each.step.parent) ?? []), each]);
  let missing = 0;
  const entered = new Set<string | undefined>();
  const round = (value: number) => Math.round(value * 100) / 100;

  const place = (container: string | undefined, origin: Box | undefined): { width: number; height: number } => {
    // A damaged file may give a subprocess the identifier of the one around it.
    const here = entered.has(container) ? [] : (children.get(container) ?? []);
    entered.add(container);
    const free = here.filter(({ step, drawn, settled }) => !settled && !drawn && kindOf(step).attachedTo === undefined);
    const columns = layers(free.map(({ step }) => step.id), flows);
    const floor = here.reduce((lowest, { drawn }) => Math.max(lowest, drawn ? drawn.y - (origin?.y ?? 0) + drawn.height + rowHeight : 0), container === undefined ? 0 : inset);
    const rows = new Map<number, number>();
    const at = new Map<string, { x: number; y: number }>();
    for (const { step } of free) {
      const column = columns.get(step.id) ?? 0;
      at.set(step.id, { x: inset + column * columnWidth + columnWidth / 2, y: floor + (rows.get(column) ?? 0) + rowHeight / 2 });
      rows.set(column, (rows.get(column) ?? 0) + rowHeight);
    }
    let width = 0;
    let height = 0;
    for (const { step, drawn, settled } of here) {
      const inner = kindOf(step).contains ? place(step.id, drawn) : undefined;
      const size = drawn && 'size' in step ? { width: round(drawn.width * stretch), height: drawn.height } : stepSize(step);
      const fitted = settled || !inner ? (settled ? stepSize(step) : size) : { width: Math.max(size.width, inner.width), height: Math.max(size.height, inner.height) };
      const centre = drawn ? { x: (drawn.x - (origin?.x ?? 0) + drawn.width / 2) * stretch, y: drawn.y - (origin?.y ?? 0) + drawn.height / 2 } : (at.get(step.id) ?? { x: 0, y: 0 });
      if (!drawn && !settled) missing += 1;
      const position = settled ? step.position : { x: round(centre.x - fitted.width / 2), y: round(centre.y - fitted.height / 2) };
      placed.set(step.id, withSize({ ...step, position }, fitted));
      width = Math.max(width, position.x + fitted.width + inset);
      height = Math.max(height, position.y + fitted.height + inset);
    }
    const borders = new Map<string, number>();
    for (const { step, drawn, settled } of here) {
      const hostId = kindOf(step).attachedTo?.(step);
      const host = hostId === undefined ? undefined : placed.get(hostId);
      if (!host || drawn || settled) continue;
      const nth = borders.get(host.id) ?? 0;
      borders.set(host.id, nth + 1);
      const size = stepSize(host);
      placed.set(step.id, { ...step, position: { x: host.position.x + 16 + nth * 44, y: host.position.y + size.height - shapeSizes.event.height / 2 } });
    }
    return { width, height };
  };
  place(undefined, undefined);
  return { steps: all.map(({ step, settled }) => (settled ? step : (placed.get(step.id) ?? step))), missing };
}
