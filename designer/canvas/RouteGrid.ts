import type { Box, Point } from './diagram.ts';
import { Queue } from './Queue.ts';

/** A place where a flow may leave or reach a box: the point just outside, the side, and what using it costs. */
export interface Gate {
  at: Point;
  side: 0 | 1 | 2 | 3;
  cost: number;
}

/** A way that was found: its corner points, and the sides by which it leaves and arrives. */
export interface Way {
  points: Point[];
  out: 0 | 1 | 2 | 3;
  in: 0 | 1 | 2 | 3;
}

const bend = 26;
const crossing = 14;
const sharing = 4;

function lines(values: number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

/** The lines beside and through boxes on which flows may run; remembers where flows already run, so that later ones keep apart. */
export class RouteGrid {
  readonly #xs: number[];
  readonly #ys: number[];
  readonly #blocked: Uint8Array;
  /** Owner (index + 1 of source and of target) of the flow on the line right of, and below, each point. */
  readonly #across = new Map<number, string[]>();
  readonly #down = new Map<number, string[]>();

  constructor(obstacles: Box[], margin: number, frame: Box, open: boolean) {
    const lane = 12;
    const xs = obstacles.flatMap((b) => [b.x - margin, b.x - margin - lane, b.x + b.width / 2, b.x + b.width + margin, b.x + b.width + margin + lane]);
    const ys = obstacles.flatMap((b) => [b.y - margin, b.y - margin - lane, b.y + b.height / 2, b.y + b.height + margin, b.y + b.height + margin + lane]);
    const within = (value: number, from: number, length: number) => open || (value > from + 6 && value < from + length - 6);
    this.#xs = lines(xs.filter((x) => within(x, frame.x, frame.width)));
    this.#ys = lines(ys.filter((y) => within(y, frame.y, frame.height)));
    this.#blocked = new Uint8Array(this.#xs.length * this.#ys.length);
    for (const b of obstacles) {
      this.#xs.forEach((x, i) => {
        if (x <= b.x - margin + 1 || x >= b.x + b.width + margin - 1) return;
        this.#ys.forEach((y, j) => {
          if (y > b.y - margin + 1 && y < b.y + b.height + margin - 1) this.#blocked[j * this.#xs.length + i] = 1;
        });
      });
    }
  }

  #index(point: Point): number | undefined {
    const i = this.#xs.indexOf(point.x);
    const j = this.#ys.indexOf(point.y);
    return i < 0 || j < 0 ? undefined : j * this.#xs.length + i;
  }

  /** The cheapest way from one of the gates to another; undefined when boxes leave none. */
  find(from: Gate[], to: Gate[], source: string, target: string): Way | undefined {
    const columns = this.#xs.length;
    const states = columns * this.#ys.length * 4;
    const cost = new Float64Array(states).fill(Number.POSITIVE_INFINITY);
    const before = new Int32Array(states).fill(-1);
    const queue = new Queue();
    const goals = new Map<number, Gate>();
    for (const gate of to) {
      const index = this.#index(gate.at);
      if (index !== undefined && !this.#blocked[index]) goals.set(index, gate);
    }
    if (goals.size === 0) return undefined;
    const ends = [...goals.values()].map((gate) => gate.at);
    const ahead = (i: number, j: number) => Math.min(...ends.map((end) => Math.abs(end.x - this.#xs[i]!) + Math.abs(end.y - this.#ys[j]!))); // i, j inside the grid
    for (const gate of from) {
      const index = this.#index(gate.at);
      if (index === undefined || this.#blocked[index]) continue;
      const state = index * 4 + gate.side;
      cost[state] = gate.cost;
      queue.push(state, gate.cost + ahead(index % columns, Math.floor(index / columns)));
    }
    let best: { state: number; total: number; gate: Gate } | undefined;
    for (let next = queue.pop(); next && (!best || next.key < best.total); next = queue.pop()) {
      const state = next.value;
      const direction = state & 3;
      const index = state >> 2;
      const soFar = cost[state]!; // within the array
      const gate = goals.get(index);
      if (gate) {
        const turn = (direction - gate.side + 4) & 3;
        if (turn !== 0) {
          const total = soFar + gate.cost + (turn === 2 ? 0 : bend);
          if (!best || total < best.total) best = { state, total, gate };
        }
      }
      const i = index % columns;
      const j = (index - i) / columns;
      for (let step = 0; step < 4; step += 1) {
        if (((step - direction + 4) & 3) === 2) continue;
        const ni = i + (step === 0 ? 1 : step === 2 ? -1 : 0);
        const nj = j + (step === 1 ? 1 : step === 3 ? -1 : 0);
        if (ni < 0 || nj < 0 || ni >= columns || nj >= this.#ys.length) continue;
        const there = nj * columns + ni;
        if (this.#blocked[there]) continue;
        const flat = step === 0 || step === 2;
        const length = Math.abs(this.#xs[ni]! - this.#xs[i]!) + Math.abs(this.#ys[nj]! - this.#ys[j]!); // inside the grid
        const segment = Math.min(index, there);
        const same = (flat ? this.#across : this.#down).get(segment);
        const foreign = same !== undefined && !same.includes(`>${target}`) && !same.includes(`${source}>`);
        const crossed = (flat ? this.#down : this.#across).has(there);
        const more = length * (foreign ? sharing : 1) + (step === direction ? 0 : bend) + (crossed ? crossing : 0);
        const arrival = there * 4 + step;
        if (soFar + more < cost[arrival]!) {
          cost[arrival] = soFar + more;
          before[arrival] = state;
          queue.push(arrival, soFar + more + ahead(ni, nj));
        }
      }
    }
    return best ? this.#take(best.state, best.gate, before, from, source, target) : undefined;
  }

  #take(last: number, gate: Gate, before: Int32Array, from: Gate[], source: string, target: string): Way {
    const columns = this.#xs.length;
    const indices: number[] = [];
    let first = last;
    for (let state = last; state >= 0; state = before[state]!) {
      indices.unshift(state >> 2);
      first = state;
    }
    indices.forEach((index, k) => {
      const next = indices[k + 1];
      if (next === undefined) return;
      const lane = Math.abs(next - index) === 1 ? this.#across : this.#down;
      const segment = Math.min(index, next);
      lane.set(segment, [...(lane.get(segment) ?? []), `${source}>`, `>${target}`]);
    });
    const point = (index: number): Point => ({ x: this.#xs[index % columns]!, y: this.#ys[Math.floor(index / columns)]! }); // inside the grid
    const origin = point(first >> 2);
    const start = from.find((candidate) => candidate.at.x === origin.x && candidate.at.y === origin.y && candidate.side === (first & 3));
    return { points: indices.map(point), out: start?.side ?? 0, in: gate.side };
  }
}
