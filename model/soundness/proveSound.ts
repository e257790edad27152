import type { Place } from '../problem.ts';
import type { Process } from '../process.ts';
import type { Text } from '../text.ts';
import { deadSteps } from './deadSteps.ts';
import { explore, type Graph } from './explore.ts';
import { faultsOf, type Fault } from './faults.ts';
import { limitsOf } from './limits.ts';
import { netOf, type Net } from './net.ts';
import { withoutQuietBranches } from './quietBranches.ts';
import { traceTo, type TraceStep } from './trace.ts';
import { sentenceOf, type Cause } from './words.ts';

/** A way in which a process is not sound, with a story of a case that shows it; a step that no case enters has none. */
export interface Finding {
  property: 'optionToComplete' | 'properCompletion' | 'noDeadStep' | 'oneToken';
  cause: Cause;
  message: Text;
  where: Place;
  trace: TraceStep[];
}

/** What is known of all cases that a process can have. */
export interface Proof {
  /** `unknown` where exploration was given up and found nothing until then. */
  verdict: 'sound' | 'unsound' | 'unknown';
  /** How many markings were looked at. */
  markings: number;
  findings: Finding[];
  /** What the proof leaves out, in sentences for the reader. */
  limits: Text[];
}

/** So many markings are looked at unless told otherwise: about a second. */
const usualBound = 20_000;

/** Where something is wrong, every order is looked at up to so many markings, for the shortest story of it. */
const exactBound = 4_000;

const properties: { [cause in Cause]?: Finding['property'] } = { secondOutcome: 'properCompletion', secondToken: 'oneToken', neverEntered: 'noDeadStep' };

/**
 * Proves of any well-formed draft, whatever the data of its cases: every case that began can still end; none comes to a second
 * outcome; no step is without use; no step holds two tokens. Or finds what is wrong, each with a shortest story. Pure, total and
 * deterministic; explores at most `bound` markings (20,000), and says `unknown` where that did not do.
 */
export function proveSound(process: Process, { bound = usualBound }: { bound?: number } = {}): Proof {
  const net = netOf(process);
  const reduced = exploreLess(net, bound);
  let proof = findingsOf(process, net, reduced, false);
  let graph = reduced;
  if (proof.length > 0) {
    const exact = explore(net, { bound: Math.min(bound, exactBound), reduce: false });
    if (exact.complete) {
      graph = exact;
      proof = findingsOf(process, net, exact, true);
    }
  }
  const verdict = proof.length > 0 ? 'unsound' : graph.complete && !net.truncated ? 'sound' : 'unknown';
  return { verdict, markings: graph.markings.length, findings: proof, limits: limitsOf({ bound, reached: !graph.complete, truncated: net.truncated }) };
}

/** Follows as little as shows the same: branches that concern nothing else once by themselves, independent tokens in one order. */
function exploreLess(net: Net, bound: number): Graph {
  const aside = withoutQuietBranches(net);
  const graph = explore(aside, { bound, reduce: true });
  // A branch that is set aside would have held up what was over: it stands still with the case.
  return graph.overWhileSuspended && aside !== net ? explore(net, { bound, reduce: true }) : graph;
}

function findingsOf(process: Process, net: Net, graph: Graph, full: boolean): Finding[] {
  const finding = (cause: Cause, node: number, trace: TraceStep[]): Finding => ({
    property: properties[cause] ?? 'optionToComplete',
    cause,
    message: sentenceOf(cause, net.nodes[node]?.name ?? process.name),
    where: placeOf(process, net, node),
    trace,
  });
  const faults: Fault[] = faultsOf(net, graph);
  const seconds = [...graph.secondEnds].toSorted(([a], [b]) => a - b).map(([node, { from, label, marking }]) => finding('secondOutcome', node, traceTo(net, graph, from, { label, marking })));
  // Without a way on from everywhere, a reduced exploration may have put some steps off for ever; a cut one has not been behind the cut.
  const uncut = graph.complete && faults.every(({ cause }) => cause !== 'secondToken' && cause !== 'runaway');
  const exact = uncut && (full || faults.length === 0);
  const stops = faults.flatMap(({ node, marking }) => [node, ...(graph.markings[marking]?.tokens ?? []).map((token) => graph.places.nodeOf(token))]);
  const dead = deadSteps(process, net, graph, exact, stops);
  return [
    ...faults.map(({ cause, node, marking }) => finding(cause, node, traceTo(net, graph, marking))),
    ...seconds,
    ...(net.begins.length > 0 ? dead.map((node) => finding('neverEntered', node, [])) : []),
  ];
}

function placeOf(process: Process, net: Net, at: number): Place {
  const node = net.nodes[at];
  if (!node) return {};
  if (node.known) return { step: node.id };
  const flow = process.flows.find(({ to }) => to === node.id);
  return flow ? { flow: flow.id } : {};
}
