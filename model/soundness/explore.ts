import { beginning, choices, follow, happeningsAt, type Label, type Next } from './happenings.ts';
import { isClosed, keyOf, nodeAt, Places, rests, type Marking } from './marking.ts';
import type { Arc, Net } from './net.ts';
import { stubbornTokens } from './independence.ts';

/** The markings that a case can come to, as far as they were explored, breadth first from the beginning. */
export interface Graph {
  places: Places;
  markings: Marking[];
  /** From which marking each was first reached, and how; the first from none. */
  parents: number[];
  labels: Label[];
  /** The markings that follow each; absent where it was not explored further. */
  successors: (number[] | undefined)[];
  /** Steps that a token entered. */
  entered: Set<number>;
  /** Named ends that were reached after another one: from which marking first, and how. */
  secondEnds: Map<number, { from: number; label: Label; marking: Marking }>;
  /** Whether a subprocess, or the case, may be over while the case is suspended. */
  overWhileSuspended: boolean;
  /** Whether nothing is left to explore. */
  complete: boolean;
}

/** Explores until nothing new is found or `bound` markings are known. With `reduce`, of independent orders only one is followed; with `branch`, what lies behind these flows by itself. */
export function explore(net: Net, { bound, reduce, branch }: { bound: number; reduce: boolean; branch?: Arc[] }): Graph {
  const places = new Places();
  const graph: Graph = { places, markings: [], parents: [], labels: [], successors: [], entered: new Set(), secondEnds: new Map(), overWhileSuspended: false, complete: false };
  const known = new Map<string, number>();
  const add = ({ marking, label, entered, secondEnds, overWhileSuspended }: Next, parent: number): number => {
    const key = keyOf(marking);
    const found = known.get(key);
    const number = found ?? graph.markings.length;
    if (found === undefined) {
      known.set(key, number);
      graph.markings.push(marking);
      graph.parents.push(parent);
      graph.labels.push(label);
    }
    graph.overWhileSuspended ||= overWhileSuspended;
    for (const step of entered) graph.entered.add(step);
    // A token that is gone before anything can happen brings nothing about.
    if (rests(marking) && !marking.cut && marking.suspensions.length === 0) for (const token of marking.tokens) for (const step of nodeAt(net, places, token).aside) graph.entered.add(step);
    for (const end of secondEnds) if (!graph.secondEnds.has(end)) graph.secondEnds.set(end, { from: parent, label, marking });
    return number;
  };
  add(beginning(net, places, branch), -1);
  for (let at = 0; at < graph.markings.length; at += 1) {
    if (graph.markings.length > bound) return graph;
    const marking = graph.markings[at];
    if (!marking) break;
    graph.successors[at] = [...new Set(nexts(net, places, marking, reduce).map((next) => add(next, at)))];
  }
  graph.complete = true;
  return graph;
}

function nexts(net: Net, places: Places, marking: Marking, reduce: boolean): Next[] {
  if (marking.cut || isClosed(marking)) return [];
  if (!rests(marking)) return choices(net, places, marking);
  const tokens = reduce ? stubbornTokens(net, places, marking) : marking.tokens;
  return tokens.flatMap((token) => happeningsAt(net, places, marking, token)).map((happening) => follow(net, places, marking, happening));
}
