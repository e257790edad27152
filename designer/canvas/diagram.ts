import type { Box, Point } from '../../model/diagram/box.ts';
import type { StageId } from '../../model/steps/defineStep.ts';
import type { Requirement } from '../../model/steps/requirement.ts';
import { stepKinds } from '../../model/steps/index.ts';
import { shapeSizes } from '../../model/steps/stepSize.ts';
import type { Text } from '../../model/text.ts';
import { grouped } from './grouped.ts';

export type { Box, Point } from '../../model/diagram/box.ts';

/** What the canvas has to know of a step to draw it; a full step and the small graph of a measure both fit. */
export interface DrawnStep {
  id: string;
  kind: keyof typeof stepKinds;
  stage: StageId;
  position: { x: number; y: number };
  parent?: string | undefined;
  host?: string | undefined;
  size?: { width: number; height: number } | undefined;
  interrupting?: boolean | undefined;
  required: Requirement;
  name?: Text | undefined;
}

/** What the canvas has to know of a flow to draw it. */
export interface DrawnFlow {
  id: string;
  from: string;
  to: string;
  name?: Text | undefined;
  condition?: string | undefined;
  isDefault?: boolean | undefined;
}

/** A process as the canvas sees it. */
export interface Diagram {
  steps: DrawnStep[];
  flows: DrawnFlow[];
}

/** Width and height of a step by its shape; a subprocess brings its own. */
export function sizeOf(step: DrawnStep): { width: number; height: number } {
  return step.size ?? shapeSizes[stepKinds[step.kind].look.shape];
}

/** The smallest box around all boxes. */
export function around(boxes: Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

/** Whether two boxes share area, when the first is widened by `gap` on every side. */
export function overlap(a: Box, b: Box, gap = 0): boolean {
  return a.x - gap < b.x + b.width && b.x < a.x + a.width + gap && a.y - gap < b.y + b.height && b.y < a.y + a.height + gap;
}

function onBorder(centre: Point, host: Box): Point {
  const x = Math.min(Math.max(centre.x, host.x), host.x + host.width);
  const y = Math.min(Math.max(centre.y, host.y), host.y + host.height);
  const ways = [
    { x, y: host.y + host.height, distance: Math.abs(centre.y - host.y - host.height) },
    { x, y: host.y, distance: Math.abs(centre.y - host.y) + 1 },
    { x: host.x + host.width, y, distance: Math.abs(centre.x - host.x - host.width) + 2 },
    { x: host.x, y, distance: Math.abs(centre.x - host.x) + 2 },
  ];
  return ways.reduce((best, way) => (way.distance < best.distance ? way : best));
}

/** The absolute box of every step; boundary events are put on the border of their host, apart from each other. */
export function boxesOf(steps: DrawnStep[]): Map<string, Box> {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const boxes = new Map<string, Box>();
  const place = (step: DrawnStep): Box => {
    const known = boxes.get(step.id);
    if (known) return known;
    const parent = step.parent === undefined ? undefined : byId.get(step.parent);
    const origin = parent ? place(parent) : { x: 0, y: 0 };
    const box = { x: origin.x + step.position.x, y: origin.y + step.position.y, ...sizeOf(step) };
    boxes.set(step.id, box);
    return box;
  };
  for (const step of steps) place(step);
  const borders = grouped(
    steps.filter((step) => step.host !== undefined && byId.has(step.host)),
    (step) => step.host ?? '',
  );
  for (const [hostId, attached] of borders) {
    const host = place(byId.get(hostId) ?? attached[0]!); // grouped above: never empty, host known
    // Two events do not fit on the border of a host as small as they are: they stay where they were put.
    if (host.width < 60) continue;
    const centres = attached.map((step) => {
      const box = place(step);
      return onBorder({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, host);
    });
    const crowded = centres.some((a, i) => centres.some((b, j) => i < j && Math.hypot(a.x - b.x, a.y - b.y) < 40));
    attached.forEach((step, index) => {
      const size = sizeOf(step);
      const centre = crowded
        ? { x: host.x + (host.width * (index + 1)) / (attached.length + 1), y: host.y + host.height }
        : (centres[index] ?? { x: host.x, y: host.y });
      const corner = Math.min(Math.max(centre.x, host.x + size.width / 2 + 4), host.x + host.width - size.width / 2 - 4);
      const side = centre.x === host.x || centre.x === host.x + host.width;
      boxes.set(step.id, { x: (side && !crowded ? centre.x : corner) - size.width / 2, y: centre.y - size.height / 2, ...size });
    });
  }
  return boxes;
}
