import type { Box, DrawnStep, Point } from './diagram.ts';
import { RouteGrid, type Gate } from './RouteGrid.ts';
import { costsOut, elbow, inward, margin, portOf, simplify, stubOf, type Side } from './routeFlows.ts';

/** One straight piece of a flow's way, as a thin box, with whose it is. */
export interface Piece {
  flow: string;
  from: string;
  to: string;
  box: Box;
}

/** What one flow's way has to heed: asked about places, so that a thousand steps cost no more than the few beside the flow. */
export interface Surroundings {
  step(id: string): DrawnStep | undefined;
  box(id: string): Box | undefined;
  /** Boxes on the flow's own level that may touch an area. */
  obstacles(parent: string | undefined, area: Box): Iterable<[id: string, box: Box]>;
  /** Pieces of other flows that may touch an area. */
  pieces(area: Box): Iterable<Piece>;
  /** What it costs to use a side of a step, for what already leaves and arrives there. */
  used(step: string, side: Side, way: 'out' | 'in'): number;
}

/** A way that was found, with the sides by which it leaves and arrives. */
export interface RoutedFlow {
  points: Point[];
  out: Side;
  in: Side;
}

const bend = 26;
const sides = [0, 1, 2, 3] as const;
const fewEnough = 70;

const grown = (box: Box, by: number): Box => ({ x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by });
const touches = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The thin box of a straight piece. */
export function pieceBox(a: Point, b: Point): Box {
  return { x: Math.min(a.x, b.x) - 0.5, y: Math.min(a.y, b.y) - 0.5, width: Math.abs(a.x - b.x) + 1, height: Math.abs(a.y - b.y) + 1 };
}

const directionOf = (a: Point, b: Point): Side => (a.y === b.y ? (b.x >= a.x ? 0 : 2) : b.y > a.y ? 1 : 3);

/** Ways from a place to a place with at most two corners between. */
function ways(p: Point, q: Point, xs: readonly number[], ys: readonly number[]): Point[][] {
  return [
    ...(p.x === q.x || p.y === q.y ? [[p, q]] : [[p, { x: q.x, y: p.y }, q], [p, { x: p.x, y: q.y }, q]]),
    ...xs.map((x) => [p, { x, y: p.y }, { x, y: q.y }, q]),
    ...ys.map((y) => [p, { x: p.x, y }, { x: q.x, y }, q]),
  ];
}

function lanesBetween(a: Box, b: Box, p: Point, q: Point): { xs: number[]; ys: number[] } {
  const around = (value: number): number[] => [value, value - 12, value + 12];
  const above = Math.min(a.y, b.y) - 30;
  const below = Math.max(a.y + a.height, b.y + b.height) + 30;
  return {
    xs: [...around(Math.round((p.x + q.x) / 2)), p.x, p.x + 12, q.x, q.x - 12],
    ys: [...around(Math.round((p.y + q.y) / 2)), p.y, q.y, above, above - 12, above - 24, below, below + 12, below + 24],
  };
}

interface Candidate extends RoutedFlow {
  cost: number;
}

/** Two sides between which a flow may run, and the least that any way between them costs. */
interface Pair {
  out: Side;
  in: Side;
  start: Point;
  p: Point;
  q: Point;
  end: Point;
  ports: number;
  least: number;
}

function pairsFor(flow: { from: string; to: string }, from: Box, to: Box, out: readonly number[], around: Surroundings): Pair[] {
  const pairs: Pair[] = [];
  for (const s of sides) {
    const start = portOf(from, s);
    const p = stubOf(start, s);
    const leaving = out[s]! + around.used(flow.from, s, 'out'); // four sides
    if (leaving >= 2_000) continue;
    for (const t of sides) {
      const end = portOf(to, t);
      const q = stubOf(end, t);
      const ports = leaving + inward[t] + around.used(flow.to, t, 'in');
      pairs.push({ out: s, in: t, start, p, q, end, ports, least: ports + Math.abs(p.x - q.x) + Math.abs(p.y - q.y) + 2 * margin });
    }
  }
  return pairs.sort((a, b) => a.least - b.least);
}

function candidatesOf({ out, in: into, start, p, q, end, ports }: Pair, from: Box, to: Box, more: { xs: number[]; ys: number[] }, below: number): Candidate[] {
  const { xs, ys } = lanesBetween(from, to, p, q);
  const found: Candidate[] = [];
  for (const way of ways(p, q, [...xs, ...more.xs], [...ys, ...more.ys])) {
    let length = 2 * margin;
    for (let i = 1; i < way.length; i += 1) length += Math.abs(way[i - 1]!.x - way[i]!.x) + Math.abs(way[i - 1]!.y - way[i]!.y); // i runs inside
    if (ports + length >= below) continue;
    const points = simplify([start, ...way, end].filter((point, i, all) => i === 0 || point.x !== all[i - 1]?.x || point.y !== all[i - 1]?.y));
    const [first, second] = points;
    const last = points.at(-1);
    const beforeLast = points.at(-2);
    if (!first || !second || !last || !beforeLast || directionOf(first, second) !== out || directionOf(last, beforeLast) !== into) continue;
    found.push({ points, out, in: into, cost: ports + length + bend * (points.length - 2) });
  }
  return found.sort((a, b) => a.cost - b.cost);
}

/** What speaks against a way besides its length: infinite where a box stands in it. */
function hindrance(flow: { from: string; to: string }, parent: string | undefined, points: Point[], around: Surroundings): number {
  let cost = 0;
  for (let i = 1; i < points.length; i += 1) {
    const a = points[i - 1]!; // i runs inside
    const b = points[i]!; // i runs inside
    const line = pieceBox(a, b);
    for (const [id, box] of around.obstacles(parent, grown(line, 8))) {
      if ((id === flow.from && i === 1) || (id === flow.to && i === points.length - 1)) continue;
      if (touches(line, grown(box, id === flow.from || id === flow.to ? 4 : 7))) return Number.POSITIVE_INFINITY;
    }
    const flat = a.y === b.y;
    for (const piece of around.pieces(grown(line, 6))) {
      const other = piece.box;
      const alike = other.width >= other.height === flat;
      if (!touches(alike ? grown(line, 5) : line, other)) continue;
      if (!alike) cost += 14;
      else if (piece.from !== flow.from && piece.to !== flow.to) {
        const shared = flat ? Math.min(line.x + line.width, other.x + other.width) - Math.max(line.x, other.x) : Math.min(line.y + line.height, other.y + other.height) - Math.max(line.y, other.y);
        if (shared > 1) cost += 20 + 3 * shared;
      }
    }
  }
  return cost;
}

function cheapest(flow: { from: string; to: string }, parent: string | undefined, from: Box, to: Box, pairs: Pair[], around: Surroundings, more: { xs: number[]; ys: number[] }): RoutedFlow | undefined {
  let best: Candidate | undefined;
  for (const pair of pairs) {
    if (best && pair.least >= best.cost) break;
    for (const candidate of candidatesOf(pair, from, to, more, best?.cost ?? Number.POSITIVE_INFINITY)) {
      if (best && candidate.cost >= best.cost) break;
      const cost = candidate.cost + hindrance(flow, parent, candidate.points, around);
      if (Number.isFinite(cost) && (!best || cost < best.cost)) best = { ...candidate, cost };
    }
  }
  return best;
}

/** The way of one flow among its surroundings: the cheapest with few corners; where boxes leave none, a search in the part around it; undefined where an end is missing. */
export function routeFlow(flow: { from: string; to: string }, around: Surroundings): RoutedFlow | undefined {
  const source = around.step(flow.from);
  const from = around.box(flow.from);
  const to = around.box(flow.to);
  if (!source || !from || !to) return undefined;
  const out = costsOut(source, from, source.host === undefined ? undefined : around.box(source.host));
  const pairs = pairsFor(flow, from, to, out, around);
  const simple = cheapest(flow, source.parent, from, to, pairs, around, { xs: [], ys: [] });
  if (simple) return simple;
  const left = Math.min(from.x, to.x);
  const top = Math.min(from.y, to.y);
  const area = grown({ x: left, y: top, width: Math.max(from.x + from.width, to.x + to.width) - left, height: Math.max(from.y + from.height, to.y + to.height) - top }, 140);
  const here = [...around.obstacles(source.parent, area)].map(([, box]) => box);
  if (here.length <= fewEnough) {
    const frame = source.parent === undefined ? undefined : around.box(source.parent);
    const grid = new RouteGrid(here.includes(from) ? here : [...here, from, to], margin, frame ?? area, frame === undefined);
    const gates = (box: Box, step: string, costs: readonly number[], way: 'out' | 'in'): Gate[] => sides.map((side) => ({ at: stubOf(portOf(box, side), side), side, cost: costs[side]! + around.used(step, side, way) })); // four sides
    const way = grid.find(gates(from, flow.from, out, 'out'), gates(to, flow.to, inward, 'in'), flow.from, flow.to);
    if (way) return { points: simplify([portOf(from, way.out), ...way.points, portOf(to, way.in)]), out: way.out, in: way.in };
  }
  // A long way past many boxes: along the edges of some of them.
  const some = here.filter((_, i) => i % Math.ceil(here.length / 24) === 0);
  const more = { xs: some.flatMap((box) => [box.x - margin, box.x + box.width + margin]), ys: some.flatMap((box) => [box.y - margin, box.y + box.height + margin]) };
  return cheapest(flow, source.parent, from, to, pairs, around, more) ?? { points: elbow(portOf(from, 0), portOf(to, 2)), out: 0, in: 2 };
}
