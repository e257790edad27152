import type { Process } from '../../../model/process.ts';
import { kindOf } from '../../../model/steps/index.ts';
import type { Box, Point } from '../../canvas/diagram.ts';
import type { Drawing } from '../../canvas/drawing.ts';

const inside = (point: Point, box: Box, by = 0): boolean => point.x >= box.x - by && point.x <= box.x + box.width + by && point.y >= box.y - by && point.y <= box.y + box.height + by;

/** The step under a place: the smallest box that contains it, none of `except`. */
export function stepAt(process: Process, drawing: Drawing, point: Point, except: ReadonlySet<string> = new Set(), by = 4): string | undefined {
  let best: { id: string; area: number } | undefined;
  for (const step of process.steps) {
    const box = drawing.boxes.get(step.id);
    if (!box || except.has(step.id) || !inside(point, box, by)) continue;
    const area = box.width * box.height;
    if (!best || area < best.area) best = { id: step.id, area };
  }
  return best?.id;
}

/** The innermost subprocess under a place, none of `except`. */
export function containerAt(process: Process, drawing: Drawing, point: Point, except: ReadonlySet<string> = new Set()): string | undefined {
  const others = process.steps.filter((step) => !kindOf(step).contains).map((step) => step.id);
  return stepAt(process, drawing, point, new Set([...except, ...others]), 0);
}

/** The flow whose line runs by a place, the nearest within reach. */
export function flowAt(drawing: Drawing, point: Point, reach: number): string | undefined {
  let best: { id: string; away: number } | undefined;
  for (const [id, points] of drawing.routes) {
    for (let i = 1; i < points.length; i += 1) {
      const a = points[i - 1]!; // i runs inside
      const b = points[i]!; // i runs inside
      const x = Math.min(Math.max(point.x, Math.min(a.x, b.x)), Math.max(a.x, b.x));
      const y = Math.min(Math.max(point.y, Math.min(a.y, b.y)), Math.max(a.y, b.y));
      const away = Math.hypot(point.x - x, point.y - y);
      if (away <= reach && (!best || away < best.away)) best = { id, away };
    }
  }
  return best?.id;
}
