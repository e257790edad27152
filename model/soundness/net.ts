import { goesOnWhileSuspended } from '../clocks.ts';
import { isJoin, reaches } from '../joins.ts';
import type { Process } from '../process.ts';
import { indexOf, type ProcessIndex } from '../processIndex.ts';
import type { Moves, StepKind } from '../steps/defineStep.ts';
import { kindOf, type Step } from '../steps/index.ts';
import { requirementOf } from '../steps/requirement.ts';
import type { Text } from '../text.ts';

/** A flow as the checker follows it; flows of the same id count as one, as they do in a running case. */
export interface Arc {
  flow: string;
  via: number;
  to: number;
}

/** One of the ways in which a token that arrives at a step may go on, the data left open. */
export interface Way {
  how: 'rest' | 'pass' | 'stuck' | 'token' | 'scope' | 'error';
  arcs: Arc[];
  /** The step is passed as not required. */
  notRequired: boolean;
}

/** A step as the checker sees it: what its kind declares, compiled; steps and flows are numbers. */
export interface Node {
  id: string;
  name: Text;
  /** False for the target of a flow that leads to no step. */
  known: boolean;
  contains: boolean;
  join: StepKind<Step>['join'];
  moves: Moves;
  raises: string[];
  hears: string | undefined;
  goesOn: boolean;
  outgoing: Arc[];
  /** Number of incoming flows; a join is complete when as many different ones are filled. */
  incoming: number;
  vias: number[];
  /** What may become of an arrival; a single one is no choice. */
  ways: Way[];
  /** Boundary steps here, in the order in which a case asks them. */
  borders: number[];
  catches(code: string): boolean;
  /** Boundary steps, and what lies behind them, that can be entered whenever a case waits with a token here. */
  aside: number[];
  /** The subprocess that contains this step, as it is drawn. */
  parent: number;
  /** Where a token begins when this step's scope does. */
  begins: number[];
  /** At an inclusive join: by incoming flow, the steps from which a token can still come along it. */
  upstream: Map<number, Set<number>>;
  /** For a boundary step that leaves its host where it is: the steps of its own branch, which no token of the main path enters. */
  branch: Set<number>;
}

/** A process compiled for exploration. */
export interface Net {
  nodes: Node[];
  number: Map<string, number>;
  begins: number[];
  inclusiveJoins: number[];
  /** Flow ids by their number, and the flows by id that lead to no step. */
  flows: string[];
  /** An inclusive step has more combinations of flows than are followed. */
  truncated: boolean;
}

/** More combinations of an inclusive step's flows than this are not followed. */
const mostCombinations = 1_024;

/** Compiles any well-formed draft. With `neverToo`, steps that are never required are followed as if they might be. */
export function netOf(process: Process, neverToo = false): Net {
  const index = indexOf(process);
  const ids = [...new Set([...index.steps.keys(), ...process.flows.map((flow) => flow.to)])];
  const number = new Map(ids.map((id, place) => [id, place]));
  const vias = new Map<string, number>();
  for (const { id } of process.flows) if (!vias.has(id)) vias.set(id, vias.size);
  const arcsOf = (id: string): Arc[] => (index.outgoing.get(id) ?? []).map((flow) => ({ flow: flow.id, via: vias.get(flow.id) ?? -1, to: number.get(flow.to) ?? -1 }));
  const net: Net = { nodes: [], number, begins: beginsOf(index, number, ''), inclusiveJoins: [], flows: [...vias.keys()], truncated: false };
  for (const id of ids) {
    const step = index.steps.get(id);
    const incoming = index.incoming.get(id) ?? [];
    const node: Node = {
      id, name: step?.name ?? { zh: id, en: id }, known: step !== undefined, contains: false, join: 'each', moves: {}, raises: [], hears: undefined, goesOn: false,
      outgoing: step ? arcsOf(id) : [], incoming: incoming.length, vias: [...new Set(incoming.map((flow) => vias.get(flow.id) ?? -1))],
      ways: [{ how: 'stuck', arcs: [], notRequired: false }], borders: [], catches: () => false, aside: [], parent: number.get(step?.parent ?? '') ?? -1, begins: [], upstream: new Map(), branch: new Set(),
    };
    net.nodes.push(node);
    if (!step) continue;
    const kind = kindOf(step);
    node.contains = kind.contains;
    node.join = isJoin(index, step) ? kind.join : 'each';
    node.moves = kind.moves(step);
    node.raises = kind.raises?.(step) ?? [];
    node.hears = kind.hears?.(step);
    node.catches = (code) => kind.catches?.(step, code) ?? false;
    node.goesOn = goesOnWhileSuspended(process, id);
    node.borders = [...new Set((index.attached.get(id) ?? []).map((border) => number.get(border.id) ?? -1))];
    node.begins = kind.contains ? beginsOf(index, number, id) : [];
    node.ways = waysOf(net, index, step, node.outgoing, neverToo);
    if (node.join !== 'inclusive') continue;
    net.inclusiveJoins.push(net.nodes.length - 1);
    for (const flow of incoming) {
      const along = node.upstream.get(vias.get(flow.id) ?? -1) ?? new Set<number>();
      for (const from of reaches(index, [flow.from], id)) along.add(number.get(from) ?? -1);
      node.upstream.set(vias.get(flow.id) ?? -1, along);
    }
  }
  findBranches(net);
  return net;
}

function beginsOf(index: ProcessIndex, number: Map<string, number>, scope: string): number[] {
  return (index.children.get(scope) ?? []).filter((step) => kindOf(step).begins).map((step) => number.get(step.id) ?? -1);
}

function waysOf(net: Net, index: ProcessIndex, step: Step, outgoing: Arc[], neverToo: boolean): Way[] {
  const requirement = requirementOf(step);
  const done = (): Way[] => {
    const kind = kindOf(step);
    const { ends, on } = kind.moves(step);
    const way = (how: Way['how'], arcs: Arc[] = []): Way => ({ how, arcs, notRequired: false });
    if (kind.attachedTo) return [way('token')]; // a flow onto a border leads nowhere: its token is gone
    if (ends) return [way(ends)];
    if (on || kind.contains) return [way('rest')];
    if (kind.split === 'all' || outgoing.length === 1) return [way('pass', outgoing)];
    const flows = index.outgoing.get(step.id) ?? [];
    const chosen = flows.flatMap((flow, place) => (flow.condition && !flow.isDefault ? outgoing.slice(place, place + 1) : []));
    const fallback = flows.findIndex((flow) => flow.isDefault);
    const ways = kind.split === 'exclusive' ? chosen.map((arc) => way('pass', [arc])) : combinations(net, chosen).map((arcs) => way('pass', arcs));
    if (fallback >= 0) ways.push(way('pass', outgoing.slice(fallback, fallback + 1)));
    return ways.length > 0 ? ways : [way('stuck')];
  };
  const passed: Way = { how: 'pass', arcs: outgoing, notRequired: true };
  if (requirement === 'always') return done();
  return requirement === 'never' && !neverToo ? [passed] : [...done(), passed];
}

function combinations(net: Net, arcs: Arc[]): Arc[][] {
  let found: Arc[][] = [];
  for (const arc of arcs) {
    const more = [...found, [arc], ...found.map((some) => [...some, arc])];
    if (more.length > mostCombinations) {
      net.truncated = true;
      return [...found, [arc], arcs];
    }
    found = more;
  }
  return found;
}

/** Steps along which a token goes on from here; over borders only where `over` says so. */
function nextOf(net: Net, at: number, over: (border: Node) => boolean): number[] {
  const node = net.nodes[at];
  if (!node) return [];
  return [...node.outgoing.map((arc) => arc.to), ...node.begins, ...node.borders.filter((border) => over(net.nodes[border] as Node))]; // borders are nodes
}

/** Everything that is drawn behind these steps, borders where `over` says so. */
export function spreadFrom(net: Net, seeds: number[], over: (border: Node) => boolean): Set<number> {
  const seen = new Set(seeds);
  const open = [...seen];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const next of nextOf(net, at, over)) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return seen;
}

function findBranches(net: Net): void {
  const main = spreadFrom(net, net.begins, (border) => border.moves.interrupts === true);
  for (const node of net.nodes) {
    if (!node.moves.on || node.moves.interrupts !== false) continue;
    const own = spreadFrom(net, node.outgoing.map((arc) => arc.to), () => true);
    node.branch = new Set([...own].filter((at) => !main.has(at)));
  }
}
