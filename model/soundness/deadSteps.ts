import type { Process } from '../process.ts';
import type { Graph } from './explore.ts';
import { Places, top } from './marking.ts';
import { netOf, type Net } from './net.ts';
import { Spread } from './spread.ts';

/** Steps that a token may come to as the flows, borders and joins are drawn: never less than what can happen. */
function withinReach(net: Net): Set<number> {
  const spread = new Spread(net, new Places(), true, () => false, new Set());
  spread.begin(net.begins, top, -1);
  spread.run();
  return spread.entered;
}

/**
 * Steps that no case enters, the first of each stretch: what is reached from them only through them is not told again, nor what
 * lies behind `blamed`, where cases are known to stop. Where exploration was not `exact`, only steps out of reach. A step that is
 * out of reach because one that is never required is passed is meant to be so.
 */
export function deadSteps(process: Process, net: Net, graph: Graph, exact: boolean, blamed: number[]): number[] {
  const inReach = withinReach(net);
  const meant = withinReach(netOf(process, true));
  const dead = new Set(
    [...net.nodes.keys()].filter((at) => net.nodes[at]?.known && !graph.entered.has(at) && (inReach.has(at) ? exact : !meant.has(at))),
  );
  const before = new Map<number, number[]>();
  const follows = (to: number, from: number): void => void before.set(to, [...(before.get(to) ?? []), from]);
  net.nodes.forEach((node, at) => {
    for (const next of [...node.outgoing.map((arc) => arc.to), ...node.borders, ...node.begins]) follows(next, at);
  });
  const explained = new Set(blamed);
  const explain = (): void => {
    for (const at of explained) {
      const node = net.nodes[at];
      for (const next of node ? [...node.outgoing.map((arc) => arc.to), ...node.borders, ...node.begins] : []) if (dead.has(next)) explained.add(next);
    }
  };
  explain();
  const first: number[] = [];
  const tell = (at: number): void => {
    if (explained.has(at)) return;
    first.push(at);
    explained.add(at);
    explain();
  };
  const roots = [...dead].filter((at) => (before.get(at) ?? []).every((from) => !dead.has(from)));
  for (const at of [...roots, ...dead]) tell(at);
  return first;
}
