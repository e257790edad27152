import type { Process } from '../process.ts';
import { kindOf, type Step } from '../steps/index.ts';
import { stepSize } from '../steps/stepSize.ts';
import type { Box, Geometry, Point } from './box.ts';

const below = 30;

function boxesOf(steps: readonly Step[]): Map<string, Box> {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const boxes = new Map<string, Box>();
  const originOf = (step: Step): Point => {
    const origin = { x: 0, y: 0 };
    const seen = new Set<string>();
    for (let parent = step.parent; parent !== undefined && !seen.has(parent); parent = byId.get(parent)?.parent) {
      seen.add(parent);
      origin.x += byId.get(parent)?.position.x ?? 0;
      origin.y += byId.get(parent)?.position.y ?? 0;
    }
    return origin;
  };
  for (const step of steps) {
    const origin = originOf(step);
    boxes.set(step.id, { x: origin.x + step.position.x, y: origin.y + step.position.y, ...stepSize(step) });
  }
  return boxes;
}

function wayBetween(from: Box, to: Box, leavesBelow: boolean): Point[] {
  const end = { x: to.x, y: to.y + to.height / 2 };
  if (leavesBelow) {
    const start = { x: from.x + from.width / 2, y: from.y + from.height };
    const level = Math.max(start.y, to.y + to.height) + below;
    const under = { x: to.x + to.width / 2, y: to.y + to.height };
    return end.x > start.x && end.y > start.y ? [start, { x: start.x, y: end.y }, end] : [start, { x: start.x, y: level }, { x: under.x, y: level }, under];
  }
  const start = { x: from.x + from.width, y: from.y + from.height / 2 };
  if (end.x < start.x) return wayBetween(from, to, true);
  if (start.y === end.y) return [start, end];
  const middle = (start.x + end.x) / 2;
  return [start, { x: middle, y: start.y }, { x: middle, y: end.y }, end];
}

/** A process as it stands, with straight and rectangular ways for its flows: the geometry of who has no better one. */
export function plainGeometry(process: Pick<Process, 'steps' | 'flows'>): Geometry {
  const boxes = boxesOf(process.steps);
  const onBorder = new Set(process.steps.filter((step) => kindOf(step).attachedTo?.(step) !== undefined).map((step) => step.id));
  const routes = new Map<string, Point[]>();
  for (const flow of process.flows) {
    const from = boxes.get(flow.from);
    const to = boxes.get(flow.to);
    if (from && to) routes.set(flow.id, wayBetween(from, to, onBorder.has(flow.from)));
  }
  return { boxes, routes };
}
