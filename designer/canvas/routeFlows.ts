import { around, type Box, type DrawnFlow, type DrawnStep, type Point } from './diagram.ts';
import { stepKinds } from '../../model/steps/index.ts';
import { grouped } from './grouped.ts';
import { RouteGrid, type Gate } from './RouteGrid.ts';

/** How far beside a box flows turn and run. */
export const margin = 14;
/** Right, down, left, up: a side of a box, and the direction in which a flow leaves by it. */
export type Side = 0 | 1 | 2 | 3;

const outward: Record<'task' | 'gateway' | 'event' | 'subProcess', [number, number, number, number]> = {
  task: [0, 40, 200, 40],
  subProcess: [0, 60, 200, 60],
  gateway: [0, 12, 160, 12],
  event: [0, 30, 120, 30],
};
/** What it costs to arrive by each side. */
export const inward: [number, number, number, number] = [200, 50, 0, 50];

/** The middle of a side of a box. */
export function portOf(box: Box, side: Side): Point {
  const cx = box.x + box.width / 2;
  const cy = box.y + box.height / 2;
  return [{ x: box.x + box.width, y: cy }, { x: cx, y: box.y + box.height }, { x: box.x, y: cy }, { x: cx, y: box.y }][side]!; // four sides
}

/** The place just outside a port, where a flow may turn. */
export function stubOf(port: Point, side: Side): Point {
  return { x: port.x + [margin, 0, -margin, 0][side]!, y: port.y + [0, margin, 0, -margin][side]! }; // four sides
}

/** Corner points without those that lie on a straight line. */
export function simplify(points: Point[]): Point[] {
  return points.filter((point, i) => {
    const before = points[i - 1];
    const after = points[i + 1];
    if (!before || !after) return true;
    return !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y));
  });
}

/** The way with two corners half-way, whatever stands in between. */
export function elbow(from: Point, to: Point): Point[] {
  const middle = (from.x + to.x) / 2;
  return simplify([from, { x: middle, y: from.y }, { x: middle, y: to.y }, to]);
}

/** A boundary event is left away from its host: downwards when it sits on the lower border, and so on. */
export function costsOut(step: DrawnStep, box: Box, host: Box | undefined): [number, number, number, number] {
  if (!host) return outward[stepKinds[step.kind].look.shape];
  const cx = box.x + box.width / 2;
  const cy = box.y + box.height / 2;
  const never = 2_000;
  if (cy >= host.y + host.height) return [60, 0, 60, never];
  if (cy <= host.y) return [60, never, 60, 0];
  return cx >= host.x + host.width ? [0, 60, never, 60] : [never, 60, 0, 60];
}

/** Orthogonal ways for all flows, around the boxes, each as its corner points from source to target. */
export function routeFlows(steps: DrawnStep[], flows: DrawnFlow[], boxes: Map<string, Box>): Map<string, Point[]> {
  const routes = new Map<string, Point[]>();
  const byId = new Map(steps.map((step) => [step.id, step]));
  for (const [parent, level] of grouped(steps, (step) => step.parent)) {
    const here = new Set(level.map((step) => step.id));
    const inside = flows.filter((flow) => here.has(flow.from) && here.has(flow.to));
    const obstacles = level.flatMap((step) => boxes.get(step.id) ?? []);
    if (inside.length === 0 || obstacles.length === 0) continue;
    const frame = parent === undefined ? undefined : boxes.get(parent);
    const grid = new RouteGrid(obstacles, margin, frame ?? around(obstacles), frame === undefined);
    const used = new Map<string, number>();
    const span = (flow: DrawnFlow) => {
      const a = boxes.get(flow.from);
      const b = boxes.get(flow.to);
      return a && b ? Math.abs(a.x - b.x) + Math.abs(a.y - b.y) : 0;
    };
    for (const flow of [...inside].sort((a, b) => span(a) - span(b))) {
      const source = byId.get(flow.from);
      const from = boxes.get(flow.from);
      const to = boxes.get(flow.to);
      if (!source || !from || !to) continue;
      const out = costsOut(source, from, source.host === undefined ? undefined : boxes.get(source.host));
      const gates = (box: Box, id: string, costs: readonly number[], taken: 'in' | 'out'): Gate[] =>
        ([0, 1, 2, 3] as const).map((side) => ({
          at: stubOf(portOf(box, side), side),
          side,
          cost: (costs[side] ?? 0) + (used.get(`${id} ${side} ${taken}`) ?? 0),
        }));
      const found = grid.find(gates(from, flow.from, out, 'out'), gates(to, flow.to, inward, 'in'), flow.from, flow.to);
      if (!found) {
        routes.set(flow.id, elbow(portOf(from, 0), portOf(to, 2)));
        continue;
      }
      used.set(`${flow.from} ${found.out} out`, 40);
      used.set(`${flow.from} ${found.out} in`, 90);
      used.set(`${flow.to} ${found.in} out`, 90);
      routes.set(flow.id, simplify([portOf(from, found.out), ...found.points, portOf(to, found.in)]));
    }
  }
  return routes;
}
