import { happeningsAt } from './happenings.ts';
import { nodeAt, top, type Marking, type Places } from './marking.ts';
import type { Net } from './net.ts';
import { mobileTokens, Spread, type Cancel } from './spread.ts';

/** A set so small is taken without a search for a smaller one. */
const smallSet = 3;

/**
 * Tokens whose happenings alone need be followed from a marking: a strong stubborn set (Valmari). Whatever all the others do
 * meanwhile, it neither prevents, enables nor changes what may happen to these, and either order leads to the same marking. All
 * tokens to which something may happen where no smaller set is found.
 */
export function stubbornTokens(net: Net, places: Places, marking: Marking): number[] {
  const mobile = mobileTokens(net, places, marking);
  if (mobile.length < 2 || marking.suspensions.length > 0 || mobile.some((token) => places.viaOf(token) >= 0)) return mobile;
  let best = mobile;
  // In the order of the process, and content with a small set: so one branch is followed to its join before the next one moves.
  for (const seed of mobile.toSorted((a, b) => places.nodeOf(a) - places.nodeOf(b))) {
    if (happeningsAt(net, places, marking, seed).length === 0) continue;
    best = closure(net, places, marking, mobile, seed, best.length) ?? best;
    if (best.length <= smallSet) break;
  }
  return best;
}

/** The seed with all on which it depends, as long as those are fewer than `fewer`. */
function closure(net: Net, places: Places, marking: Marking, mobile: number[], seed: number, fewer: number): number[] | undefined {
  const chosen = new Set([seed]);
  for (;;) {
    const more = dependsOn(net, places, marking, mobile, chosen);
    if (more === 'all') return undefined;
    if (more.size === 0) return [...chosen];
    for (const token of more) chosen.add(token);
    if (chosen.size >= fewer) return undefined;
  }
}

function dependsOn(net: Net, places: Places, marking: Marking, mobile: number[], chosen: Set<number>): Set<number> | 'all' {
  const others = marking.tokens.filter((token) => !chosen.has(token));
  const still = new Set(chosen);
  for (const token of chosen) for (let around = places.scopeOf(token); around !== top; around = places.scopeOf(around)) still.add(around);
  const future = new Spread(net, places, true, () => false, still);
  for (const token of others) future.stand(token, token);
  future.run();
  const now = new Spread(net, places, false, (place) => future.rests.has(place), new Set());
  for (const token of chosen) now.expand(token, token);
  now.run();

  if (now.suspends !== undefined || (now.resumes !== undefined && future.suspends !== undefined)) return 'all';
  if (changesInclusiveJoin(net, places, chosen, now, future)) return 'all';
  const more = new Set<number>();
  if (future.suspends !== undefined) more.add(future.suspends);
  if (now.outcome !== undefined && future.outcome !== undefined) more.add(future.outcome);
  for (const place of now.rests.keys()) if (future.rests.has(place)) more.add(future.rests.get(place) ?? -1);
  const takes = ({ host, scope }: Cancel, token: number): boolean => (host === undefined ? scope === top || (scope !== undefined && places.within(token, scope) && token !== scope) : places.within(token, host));
  // Who comes to a place that one of these leaves is the second token there, or is not: it depends on who is first.
  const joins = (token: number): boolean => now.joined.some(({ scope, node }) => places.scopeOf(token) === scope && places.nodeOf(token) === node);
  for (const token of marking.tokens) {
    const leaves = chosen.has(token) || now.over.has(token) || joins(token) || now.cancels.some((cancel) => takes(cancel, token));
    if (leaves && future.arrivals.has(token)) more.add(future.arrivals.get(token) ?? -1);
  }
  for (const cancel of future.cancels) for (const token of chosen) if (takes(cancel, token)) more.add(cancel.origin);
  for (const token of mobile) {
    if (chosen.has(token)) continue;
    const inside = [...chosen].some((other) => token !== other && places.within(token, other));
    if (inside || joins(token) || now.over.has(token) || now.cancels.some((cancel) => takes(cancel, token))) more.add(token);
  }
  const branches = branchConflicts(net, places, chosen, now, future);
  for (const token of branches) more.add(token);
  for (const token of more) if (!mobile.includes(token)) return 'all';
  for (const token of chosen) more.delete(token);
  return more;
}

/** Tokens that enter or leave the branch of a boundary step which is followed once at a time, while its host is not theirs. */
function branchConflicts(net: Net, places: Places, chosen: Set<number>, now: Spread, future: Spread): number[] {
  const found: number[] = [];
  const mine = [...chosen, ...now.rests.keys()];
  const cross = (hosts: Iterable<number>, visitors: Iterable<number>, give: (host: number, visitor: number) => void): void => {
    for (const host of hosts) {
      for (const border of nodeAt(net, places, host).borders) {
        const branch = net.nodes[border]?.branch;
        if (!branch?.size) continue;
        for (const visitor of visitors) if (places.scopeOf(visitor) === places.scopeOf(host) && branch.has(places.nodeOf(visitor))) give(host, visitor);
      }
    }
  };
  cross(chosen, [...future.rests.keys()], (_host, visitor) => found.push(future.rests.get(visitor) ?? -1));
  cross(future.rests.keys(), mine, (host) => found.push(future.rests.get(host) ?? -1));
  return found;
}

/** Whether what happens to the chosen tokens can let an inclusive join go on, or hold it up, differently for the others. */
function changesInclusiveJoin(net: Net, places: Places, chosen: Set<number>, now: Spread, future: Spread): boolean {
  const scopes = new Set([...chosen, ...now.rests.keys(), ...now.over].map((place) => places.scopeOf(place)));
  for (const join of net.inclusiveJoins) {
    const upstream = [...(net.nodes[join]?.upstream ?? [])];
    const along = (node: number): number[] => upstream.flatMap(([via, from]) => (from.has(node) ? [via] : []));
    for (const scope of scopes) {
      const here = (place: number): boolean => places.scopeOf(place) === scope;
      const leaving = [...chosen, ...now.over].filter(here).map((place) => along(places.nodeOf(place)).join());
      const [same, ...rest] = new Set(leaving);
      const coming = [...now.rests.keys()].filter(here);
      const stays = coming.filter((place) => places.nodeOf(place) !== join).every((place) => along(places.nodeOf(place)).join() === same) && rest.length === 0;
      const arriving = coming.filter((place) => places.nodeOf(place) === join);
      if (stays && same === '' && arriving.length === 0) continue;
      const ends = now.ending.has(scope) || leaving.length === 0;
      // A token that can come along one flow alone, and that nobody else can come along, is awaited as at a parallel join.
      const awaited = arriving.every((place) => String(places.viaOf(place)) === same && ![...future.rests.keys()].some((other) => here(other) && along(places.nodeOf(other)).includes(places.viaOf(place))));
      if (stays && awaited && !ends) continue;
      const occupied = [...future.rests.keys(), ...now.rests.keys()].some((place) => here(place) && places.nodeOf(place) === join);
      if (occupied) return true;
    }
  }
  return false;
}
