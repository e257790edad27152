import type { Text } from '../text.ts';
import type { Graph } from './explore.ts';
import type { Label } from './happenings.ts';
import { nodeAt, top, type Marking, type Places } from './marking.ts';
import type { Net } from './net.ts';
import { wordsOf } from './words.ts';

/** Where a token stands after a step of a trace. */
export interface TokenAt {
  step: string;
  /** Subprocesses around it, the outermost first. */
  scope: string[];
  /** The flow by which it came, where it waits at a join or is on its way. */
  via?: string;
}

/** What was chosen while tokens moved: the flows taken from a step, or that the step was passed as not required. */
export interface Choice {
  step: string;
  flows: string[];
  notRequired: boolean;
}

/** One thing that happened to a case, and where its tokens stand after it. */
export interface TraceStep {
  what: Text;
  /** The kind of event; with what a running case would be fed to come the same way. */
  act: 'begin' | 'task' | 'answer' | 'time' | 'message' | 'error';
  /** The step where it happened; a boundary step for its clock, its message, its error. Absent at the beginning. */
  step?: string;
  /** The step of the token to which it happened, where that is another one. */
  host?: string;
  /** The error that was raised. */
  code?: string;
  choices: Choice[];
  tokens: TokenAt[];
}

/** How a case comes to a marking of the graph, told from its beginning; `last` is told after it. */
export function traceTo(net: Net, graph: Graph, to: number, last?: { label: Label; marking: Marking }): TraceStep[] {
  const way: { label: Label; marking: Marking }[] = last ? [last] : [];
  for (let at = to; at >= 0; at = graph.parents[at] ?? -1) {
    const [label, marking] = [graph.labels[at], graph.markings[at]];
    if (label && marking) way.unshift({ label, marking });
  }
  const steps: TraceStep[] = [];
  for (const { label, marking } of way) {
    const tokens = tokensOf(net, graph.places, marking);
    const before = steps.at(-1);
    const what = wordsOf(net, graph.places, label);
    if (before && (label.act === 'choice' || label.act === 'join')) {
      before.what = { zh: `${before.what.zh}；${what.zh}`, en: `${before.what.en}; ${what.en}` };
      if (label.act === 'choice') before.choices.push({ step: net.nodes[label.node]?.id ?? '', flows: label.way.arcs.map((arc) => arc.flow), notRequired: label.way.notRequired });
      before.tokens = tokens;
      continue;
    }
    const step: TraceStep = { what, act: 'begin', choices: [], tokens };
    if (label.act !== 'begin' && label.act !== 'choice' && label.act !== 'join') {
      step.act = label.act;
      step.step = net.nodes[label.node]?.id ?? '';
      if (graph.places.nodeOf(label.place) !== label.node) step.host = nodeAt(net, graph.places, label.place).id;
      if (label.code !== undefined) step.code = label.code;
    }
    steps.push(step);
  }
  return steps;
}

/** The tokens of a marking, those on their way to a step among them. */
export function tokensOf(net: Net, places: Places, { tokens, queue }: Marking): TokenAt[] {
  const token = (scope: number, node: number, via: number): TokenAt => {
    const around: string[] = [];
    for (let at = scope; at !== top; at = places.scopeOf(at)) around.unshift(nodeAt(net, places, at).id);
    return { step: net.nodes[node]?.id ?? '', scope: around, ...(via < 0 ? {} : { via: net.flows[via] ?? '' }) };
  };
  return [...tokens.map((place) => token(places.scopeOf(place), places.nodeOf(place), places.viaOf(place))), ...queue.map(({ scope, node, via }) => token(scope, node, via))];
}
