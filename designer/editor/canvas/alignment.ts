import type { Box } from '../../canvas/diagram.ts';

/** A line on which a dragged step lies together with another. */
export interface Guide {
  along: 'x' | 'y';
  at: number;
  from: number;
  to: number;
}

/** The raster to which steps are dragged. */
export const raster = 8;

interface Pull {
  by: number;
  guides: Guide[];
}

/** How far one axis is pulled so that a line of the box (beginning, middle, end) falls on the same line of another; nearest first. */
function pull(box: Box, others: readonly Box[], along: 'x' | 'y', reach: number): Pull | undefined {
  const [length, across, acrossLength] = along === 'x' ? (['width', 'y', 'height'] as const) : (['height', 'x', 'width'] as const);
  let best: Pull | undefined;
  for (const other of others) {
    for (const part of [0.5, 0, 1]) {
      const line = other[along] + other[length] * part;
      const by = line - (box[along] + box[length] * part);
      if (Math.abs(by) > reach) continue;
      const guide = { along, at: line, from: Math.min(box[across], other[across]), to: Math.max(box[across] + box[acrossLength], other[across] + other[acrossLength]) };
      if (!best || Math.abs(by) < Math.abs(best.by) - 0.01) best = { by, guides: [guide] };
      else if (Math.abs(by - best.by) < 0.01) best.guides.push(guide);
    }
  }
  return best;
}

/** Where a dragged box comes to lie: on the lines of boxes beside it where it is near one, else on the raster; with the lines to show. `free` leaves it where the hand is. */
export function snapped(box: Box, others: readonly Box[], reach: number, free = false): { dx: number; dy: number; guides: Guide[] } {
  if (free) return { dx: 0, dy: 0, guides: [] };
  const x = pull(box, others, 'x', reach);
  const y = pull(box, others, 'y', reach);
  const toRaster = (value: number): number => Math.round(value / raster) * raster - value;
  return { dx: x?.by ?? toRaster(box.x), dy: y?.by ?? toRaster(box.y), guides: [...(x?.guides ?? []), ...(y?.guides ?? [])] };
}
