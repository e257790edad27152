import type { Graph } from './explore.ts';
import { isClosed, type Marking } from './marking.ts';
import type { Net } from './net.ts';
import type { Cause } from './words.ts';

/** Where and how a case can go wrong: a marking of the graph and the step to look at. */
export interface Fault {
  cause: Cause;
  /** The step concerned; -1 for the process as a whole. */
  node: number;
  marking: number;
}

function backwards(graph: Graph, from: number[]): Set<number> {
  const before: number[][] = graph.markings.map(() => []);
  graph.successors.forEach((next, at) => next?.forEach((to) => before[to]?.push(at)));
  const seen = new Set(from);
  const open = [...from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const other of before[at] ?? []) {
      if (seen.has(other)) continue;
      seen.add(other);
      open.push(other);
    }
  }
  return seen;
}

function forwards(graph: Graph, from: number): Set<number> {
  const seen = new Set([from]);
  for (const at of seen) for (const next of graph.successors[at] ?? []) seen.add(next); // a set grows under its own iteration
  return seen;
}

/** Second tokens and endless moves at which exploration was cut, then everything from which no case comes to its end; one for each cause and step. */
export function faultsOf(net: Net, graph: Graph): Fault[] {
  const faults: Fault[] = [];
  const told = new Set<string>();
  const tell = (fault: Fault): void => {
    const key = `${fault.cause}${fault.node}`;
    if (!told.has(key)) faults.push(fault);
    told.add(key);
  };
  const numbers = graph.markings.map((_, at) => at);
  for (const [at, { cut }] of graph.markings.entries()) if (cut) tell({ cause: cut.why === 'twice' ? 'secondToken' : 'runaway', node: cut.node, marking: at });
  // What was not explored may lead anywhere, and is no counterexample.
  const goals = numbers.filter((at) => graph.markings[at] && (graph.markings[at].cut !== undefined || hasEnded(net, graph.markings[at]) || graph.successors[at] === undefined));
  const canEnd = backwards(graph, goals);
  const doomed = numbers.filter((at) => !canEnd.has(at));
  const stuck = doomed.filter((at) => graph.successors[at]?.length === 0);
  for (const at of stuck) tell({ ...stuckAt(net, graph, graph.markings[at] as Marking), marking: at }); // numbered above
  const explained = backwards(graph, stuck);
  for (const at of doomed) {
    if (explained.has(at)) continue;
    const around = forwards(graph, at);
    tell({ cause: 'noWay', node: waitingIn(net, graph, [...around]), marking: at });
    for (const other of backwards(graph, [...around])) explained.add(other);
  }
  return faults;
}

/** A case without tokens has come to its end, unless it could not even begin. */
function hasEnded(net: Net, marking: Marking): boolean {
  return isClosed(marking) && net.begins.length > 0;
}

const causes: Cause[] = ['flowLost', 'errorUncaught', 'suspended', 'joinWaits', 'noFlow'];

function stuckAt(net: Net, graph: Graph, { tokens, suspensions }: Marking): Omit<Fault, 'marking'> {
  const found = tokens.flatMap((token) => {
    const number = graph.places.nodeOf(token);
    const node = net.nodes[number];
    if (!node || (node.contains && tokens.some((other) => graph.places.scopeOf(other) === token))) return [];
    const cause: Cause = !node.known ? 'flowLost' : node.moves.ends === 'error' ? 'errorUncaught' : graph.places.viaOf(token) >= 0 ? 'joinWaits' : suspensions.length > 0 && node.moves.on ? 'suspended' : 'noFlow';
    return [{ cause, node: number }];
  });
  found.sort((a, b) => causes.indexOf(a.cause) - causes.indexOf(b.cause) || a.node - b.node);
  return found[0] ?? { cause: 'noStart', node: -1 };
}

/** The first step, in the order of the process, at which a case of these markings waits. */
function waitingIn(net: Net, graph: Graph, markings: number[]): number {
  const nodes = markings.flatMap((at) => [...(graph.markings[at]?.tokens ?? []).map((token) => graph.places.nodeOf(token)), ...(graph.markings[at]?.queue ?? []).map(({ node }) => node)]);
  const waiting = nodes.filter((node) => net.nodes[node]?.moves.on);
  return Math.min(...(waiting.length > 0 ? waiting : nodes));
}
