import type { Flow, Process } from '../../../model/process.ts';
import { stepKinds, type Step } from '../../../model/steps/index.ts';
import type { Text } from '../../../model/text.ts';
import { around, boxesOf, overlap, type Box, type DrawnStep, type Point } from '../../canvas/diagram.ts';
import { drawnStep } from '../../canvas/diagramOf.ts';
import { flowText, type Drawing } from '../../canvas/drawing.ts';
import { placeFlowLabels, placeStepLabels } from '../../canvas/placeLabels.ts';
import { pieceBox, routeFlow, type Piece, type RoutedFlow, type Surroundings } from '../../canvas/routeFlow.ts';
import type { Side } from '../../canvas/routeFlows.ts';
import { SpaceGrid } from '../../canvas/SpaceGrid.ts';
import { stageBands, type Band } from '../../canvas/stageBands.ts';

const same = (a: Box | undefined, b: Box): boolean => a !== undefined && a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
const grown = (box: Box, by: number): Box => ({ x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by });

/** So long may drawing hold the page when it is done in turns. */
const turnMs = 8;

/** The drawing of a draft, carried from one edit to the next: only what an edit touched is placed and routed anew, everything else stays the same object. */
export class DraftDrawing {
  #prepared: DraftDrawing | undefined;
  #process: Process | undefined;
  #language: keyof Text | undefined;
  #drawing: Drawing = { boxes: new Map(), bands: [], routes: new Map(), stepLabels: new Map(), flowLabels: new Map(), whole: { x: 0, y: 0, width: 1, height: 1 } };
  #steps = new Map<string, DrawnStep>();
  #flows = new Map<string, Flow>();
  #routed = new Map<string, RoutedFlow>();
  #ports = new Map<string, Map<string, { side: Side; way: 'out' | 'in' }>>();
  #obstacles = new SpaceGrid<string>();
  #pieces = new SpaceGrid<Piece>();
  #piecesOf = new Map<string, Piece[]>();
  #labels = new SpaceGrid<string>();

  /** Where everything of the draft stands now; the same object for the same draft in the same language. */
  at(process: Process, language: keyof Text): Drawing {
    if (process === this.#process && language === this.#language) return this.#drawing;
    const prepared = this.#prepared;
    this.#prepared = undefined;
    if (prepared && prepared.#process === process && prepared.#language === language) this.#become(prepared);
    else for (const _turn of this.#draw(process, language)); // drawn to its end at once
    return this.#drawing;
  }

  /** Draws a draft that is about to come, in short turns between which the page lives on; `at` then has it at once. */
  async prepare(process: Process, language: keyof Text): Promise<void> {
    const coming = new DraftDrawing();
    let since = performance.now();
    for (const _turn of coming.#draw(process, language)) {
      if (performance.now() - since < turnMs) continue;
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
    }
    this.#prepared = coming;
  }

  #become(other: DraftDrawing): void {
    this.#process = other.#process;
    this.#language = other.#language;
    this.#drawing = other.#drawing;
    this.#steps = other.#steps;
    this.#flows = other.#flows;
    this.#routed = other.#routed;
    this.#ports = other.#ports;
    this.#obstacles = other.#obstacles;
    this.#pieces = other.#pieces;
    this.#piecesOf = other.#piecesOf;
    this.#labels = other.#labels;
  }

  /** Draws what an edit touched; yields wherever it may be interrupted. */
  *#draw(process: Process, language: keyof Text): Generator<void> {
    const steps = new Map(process.steps.map((step: Step) => [step.id, drawnStep(step)]));
    const placed = boxesOf([...steps.values()]);
    const renamed = new Set([...steps].filter(([id, step]) => this.#steps.get(id) !== step).map(([id]) => id));
    const moved = this.#takeBoxes(steps, placed);
    yield;
    const rerouted = yield* this.#takeFlows(process.flows, moved);
    const fresh = this.#language !== language;
    this.#steps = steps;
    this.#process = process;
    this.#language = language;
    const routes = new Map([...this.#routed].map(([id, { points }]) => [id, points]));
    this.#drawing = { ...this.#drawing, boxes: this.#boxes(steps), routes };
    yield* this.#placeLabels(process, language, fresh, moved, rerouted, renamed);
    const bands = stageBands([...steps.values()], this.#drawing.boxes).map((band): Band => this.#drawing.bands.find((old) => old.stage === band.stage && same(old, band)) ?? band);
    const everything = [...this.#drawing.boxes.values(), ...bands, ...this.#drawing.stepLabels.values()];
    this.#drawing = { ...this.#drawing, bands, whole: everything.length > 0 ? around(everything) : { x: 0, y: 0, width: 1, height: 1 } };
  }

  /** Ways of the flows that moved steps touch, while they are being dragged by the same distance; nothing is kept. */
  preview(dragged: ReadonlySet<string>, dx: number, dy: number): Map<string, Point[]> {
    const boxOf = (id: string): Box | undefined => {
      const box = this.#drawing.boxes.get(id);
      return box && dragged.has(id) ? { ...box, x: box.x + dx, y: box.y + dy } : box;
    };
    const surroundings = this.#surroundings(this.#steps, boxOf, dragged);
    const ways = new Map<string, Point[]>();
    const touched = new Set([...dragged].flatMap((id) => [...(this.#ports.get(id)?.keys() ?? [])]));
    for (const id of touched) {
      const flow = this.#flows.get(id);
      const known = this.#routed.get(id);
      if (!flow || !known) continue;
      const whole = dragged.has(flow.from) && dragged.has(flow.to);
      const points = whole ? known.points.map(({ x, y }) => ({ x: x + dx, y: y + dy })) : routeFlow(flow, surroundings)?.points;
      if (points) ways.set(id, points);
    }
    return ways;
  }

  /** The way that a new flow from a step to a place under the cursor would take. */
  wayTo(from: string, to: string | Point): Point[] {
    const at: Box | undefined = typeof to === 'string' ? this.#drawing.boxes.get(to) : { x: to.x, y: to.y, width: 1, height: 1 };
    const name = typeof to === 'string' ? to : ' cursor';
    const surroundings = this.#surroundings(this.#steps, (id) => (id === name ? at : this.#drawing.boxes.get(id)), new Set());
    return routeFlow({ from, to: name }, surroundings)?.points ?? [];
  }

  #boxes(steps: Map<string, DrawnStep>): Map<string, Box> {
    const { boxes } = this.#drawing;
    return new Map([...steps.keys()].map((id) => [id, boxes.get(id)!])); // takeBoxes has placed every step
  }

  /** Takes over new boxes where they differ; answers which steps stand elsewhere now. */
  #takeBoxes(steps: Map<string, DrawnStep>, placed: Map<string, Box>): Map<string, Box> {
    const boxes = new Map(this.#drawing.boxes);
    const moved = new Map<string, Box>();
    for (const [id, box] of boxes) {
      if (steps.has(id)) continue;
      this.#obstacles.remove(id, box);
      boxes.delete(id);
    }
    for (const [id, box] of placed) {
      const old = boxes.get(id);
      const elsewhere = this.#steps.get(id)?.parent !== steps.get(id)?.parent || this.#steps.get(id)?.host !== steps.get(id)?.host;
      if (same(old, box) && !elsewhere) continue;
      if (old) this.#obstacles.remove(id, old);
      this.#obstacles.add(id, box);
      boxes.set(id, box);
      moved.set(id, box);
    }
    this.#drawing = { ...this.#drawing, boxes };
    this.#steps = new Map([...this.#steps].filter(([id]) => steps.has(id)));
    for (const id of moved.keys()) {
      const step = steps.get(id);
      if (step) this.#steps.set(id, step);
    }
    return moved;
  }

  #surroundings(steps: Map<string, DrawnStep>, boxOf: (id: string) => Box | undefined, leftOut: ReadonlySet<string>): Surroundings {
    const obstacles = this.#obstacles;
    return {
      step: (id) => steps.get(id),
      box: boxOf,
      *obstacles(parent, area) {
        for (const id of obstacles.near(area)) {
          const box = boxOf(id);
          if (box && !leftOut.has(id) && steps.get(id)?.parent === parent) yield [id, box];
        }
      },
      pieces: (area) => this.#pieces.near(area),
      used: (step, side, way) => {
        let cost = 0;
        for (const port of this.#ports.get(step)?.values() ?? []) {
          if (port.side === side) cost = Math.max(cost, way === 'out' ? (port.way === 'out' ? 40 : 90) : port.way === 'out' ? 90 : 0);
        }
        return cost;
      },
    };
  }

  #forget(flow: string): void {
    for (const piece of this.#piecesOf.get(flow) ?? []) this.#pieces.remove(piece, piece.box);
    this.#piecesOf.delete(flow);
    const old = this.#flows.get(flow);
    if (old) for (const end of [old.from, old.to]) this.#ports.get(end)?.delete(flow);
    this.#routed.delete(flow);
  }

  /** Routes anew what an edit touched: flows of moved steps, flows that changed their ends, and flows in whose way something now stands. */
  *#takeFlows(flows: readonly Flow[], moved: Map<string, Box>): Generator<void, Set<string>> {
    const kept = new Map(flows.map((flow) => [flow.id, flow]));
    for (const id of this.#flows.keys()) if (!kept.has(id)) this.#forget(id);
    const due = new Set<string>();
    for (const flow of flows) {
      const old = this.#flows.get(flow.id);
      if (!old || !this.#routed.has(flow.id) || old.from !== flow.from || old.to !== flow.to || moved.has(flow.from) || moved.has(flow.to)) due.add(flow.id);
    }
    const all = due.size === flows.length;
    if (!all) for (const [id, box] of moved) {
      for (const piece of this.#pieces.near(box)) {
        if (this.#steps.get(piece.from)?.parent === this.#steps.get(id)?.parent && overlap(grown(box, 2), piece.box)) due.add(piece.flow);
      }
    }
    for (const id of due) if (this.#flows.has(id)) this.#forget(id);
    this.#flows = kept;
    const { boxes } = this.#drawing;
    const surroundings = this.#surroundings(this.#steps, (id) => boxes.get(id), new Set());
    const span = ({ from, to }: Flow): number => {
      const a = boxes.get(from);
      const b = boxes.get(to);
      return a && b ? Math.abs(a.x - b.x) + Math.abs(a.y - b.y) : 0;
    };
    for (const flow of [...due].map((id) => kept.get(id)!).sort((a, b) => span(a) - span(b))) { // due holds flows of the draft
      yield;
      const way = routeFlow(flow, surroundings);
      if (!way) continue;
      this.#routed.set(flow.id, way);
      this.#port(flow.from, flow.id, way.out, 'out');
      this.#port(flow.to, flow.id, way.in, 'in');
      const pieces = way.points.slice(1).map((b, i): Piece => ({ flow: flow.id, from: flow.from, to: flow.to, box: pieceBox(way.points[i]!, b) })); // slice(1) leaves its predecessor
      this.#piecesOf.set(flow.id, pieces);
      for (const piece of pieces) this.#pieces.add(piece, piece.box);
    }
    return due;
  }

  #port(step: string, flow: string, side: Side, way: 'out' | 'in'): void {
    const ports = this.#ports.get(step);
    if (ports) ports.set(flow, { side, way });
    else this.#ports.set(step, new Map([[flow, { side, way }]]));
  }

  /** Names of events and gateways, then conditions; each asks only for what is near. */
  *#placeLabels(process: Process, language: keyof Text, fresh: boolean, moved: Map<string, Box>, rerouted: Set<string>, renamed: Set<string>): Generator<void> {
    const { boxes, routes } = this.#drawing;
    const stepLabels = new Map(this.#drawing.stepLabels);
    const flowLabels = new Map(this.#drawing.flowLabels);
    const drop = (name: string, labels: Map<string, unknown>, id: string, box: Box): void => {
      this.#labels.remove(name, box);
      labels.delete(id);
    };
    const known = new Map(process.flows.map((flow) => [flow.id, flow]));
    const touched = new Set([...moved.keys(), ...[...rerouted].flatMap((id) => [known.get(id)?.from ?? '', known.get(id)?.to ?? ''])]);
    const covered = (box: Box): boolean => {
      for (const other of moved.values()) if (overlap(box, other)) return true;
      return false;
    };
    for (const [id, box] of stepLabels) if (fresh || !this.#steps.has(id) || touched.has(id) || renamed.has(id) || covered(box)) drop(`step ${id}`, stepLabels, id, box);
    for (const [id, label] of flowLabels) {
      const flow = known.get(id);
      if (fresh || !flow || rerouted.has(id) || flowText(flow, language) !== label.text || covered(label.box)) drop(`flow ${id}`, flowLabels, id, label.box);
    }
    const labelBox = (name: string): Box | undefined => (name.startsWith('step ') ? stepLabels.get(name.slice(5)) : flowLabels.get(name.slice(5))?.box);
    const near = (area: Box): { solid: Box[]; routes: Map<string, Point[]> } => {
      const solid = [...this.#obstacles.near(area)].flatMap((id) => {
        const step = this.#steps.get(id);
        return step && !stepKinds[step.kind].contains ? [boxes.get(id)!] : []; // obstacles are placed steps
      });
      const labels = [...this.#labels.near(area)].flatMap((name) => labelBox(name) ?? []);
      const flows = new Map([...this.#pieces.near(area)].map((piece) => [piece.flow, routes.get(piece.flow) ?? []]));
      return { solid: [...solid, ...labels], routes: flows };
    };
    for (const [id, step] of this.#steps) {
      const text = step.name?.[language];
      const box = boxes.get(id);
      if (!text || !box || stepLabels.has(id) || !['event', 'gateway'].includes(stepKinds[step.kind].look.shape)) continue;
      yield;
      const here = near(grown(box, 120));
      const label = placeStepLabels([{ step, text }], boxes, here.solid, here.routes).get(id);
      if (!label) continue;
      stepLabels.set(id, label);
      this.#labels.add(`step ${id}`, label);
    }
    for (const flow of process.flows) {
      const text = flowText(flow, language);
      const points = routes.get(flow.id);
      if (!text || !points?.length || flowLabels.has(flow.id)) continue;
      yield;
      const here = near(grown(around(points.map(({ x, y }) => ({ x, y, width: 0, height: 0 }))), 70));
      const box = placeFlowLabels([{ id: flow.id, text }], new Map([...here.routes, [flow.id, points]]), here.solid).get(flow.id);
      if (!box) continue;
      flowLabels.set(flow.id, { box, text });
      this.#labels.add(`flow ${flow.id}`, box);
    }
    this.#drawing = { ...this.#drawing, stepLabels, flowLabels };
  }
}
