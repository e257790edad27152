import { explore } from './explore.ts';
import { faultsOf } from './faults.ts';
import { spreadFrom, type Net, type Node } from './net.ts';

/** Branches with more markings than this are not looked at by themselves. */
const branchBound = 500;

/**
 * The same net without boundary steps whose branch, such as a reminder, concerns nothing else and is sound by itself: it leaves its
 * host where it is, never comes to a step of the main path, and neither suspends, interrupts nor names an outcome. Whatever
 * happens, it can end; so that the rest is sound with it when it is sound without. The same object where there is none.
 */
export function withoutQuietBranches(net: Net): Net {
  const quiet = new Map<number, number[]>();
  for (const [number, border] of net.nodes.entries()) {
    const behind = border.moves.interrupts === false ? quietBehind(net, border) : undefined;
    if (behind) quiet.set(number, [number, ...behind]);
  }
  if (quiet.size === 0) return net;
  const nodes = net.nodes.map((node): Node => {
    const aside = node.borders.filter((border) => quiet.has(border) && !sharesMessage(net, node, border));
    return aside.length === 0 ? node : { ...node, borders: node.borders.filter((border) => !aside.includes(border)), aside: aside.flatMap((border) => quiet.get(border) ?? []) };
  });
  return { ...net, nodes };
}

function sharesMessage(net: Net, host: Node, border: number): boolean {
  const message = net.nodes[border]?.hears;
  return message !== undefined && (host.hears === message || host.borders.some((other) => other !== border && net.nodes[other]?.hears === message));
}

/** The steps behind a boundary step, where they are a branch that concerns nothing else. */
function quietBehind(net: Net, border: Node): number[] | undefined {
  if (border.moves.suspends !== undefined) return undefined;
  const behind = spreadFrom(net, border.outgoing.map((arc) => arc.to), () => true);
  const meets = net.nodes.some((other, at) => other !== border && !behind.has(at) && other.branch.size > 0 && !sameBranch(border, other) && [...other.branch].some((step) => behind.has(step)));
  if (meets) return undefined;
  for (const at of behind) {
    const node = net.nodes[at] as Node; // reached along arcs, which lead to nodes
    const { suspends, resumes, ends, outcome } = node.moves;
    const drawnElsewhere = node.parent !== border.parent && !behind.has(node.parent);
    if (!border.branch.has(at) || !node.known || drawnElsewhere || suspends !== undefined || resumes !== undefined || (ends && (ends !== 'token' || outcome !== undefined)) || interruptsAround(net, border, node)) return undefined;
  }
  const graph = explore(net, { bound: branchBound, reduce: true, branch: border.outgoing });
  const sound = graph.complete && faultsOf(net, graph).length === 0 && [...behind].every((at) => graph.entered.has(at));
  return sound ? [...behind] : undefined;
}

/** Two borders with one and the same branch are never both under way. */
function sameBranch(one: Node, other: Node): boolean {
  return one.branch.size === other.branch.size && [...one.branch].every((step) => other.branch.has(step));
}

/** Whether an error of a step would be caught around the branch, if not inside. */
function interruptsAround(net: Net, border: Node, node: Node): boolean {
  if (node.raises.length === 0) return false;
  const seen = new Set<number>();
  for (let around = border.parent; around >= 0 && !seen.has(around); around = net.nodes[around]?.parent ?? -1) {
    seen.add(around);
    if (net.nodes[around]?.borders.some((catcher) => node.raises.some((code) => net.nodes[catcher]?.catches(code)))) return true;
  }
  return false;
}
