/** Two lists of things beside each other: what both have, in the order of the later one, and what only one has. */
export interface Pairs<T> {
  both: { before: T; after: T }[];
  added: T[];
  removed: T[];
  /** Whether what both have stands in another order. */
  reordered: boolean;
}

/** Things by a key; where several have the same, the second is the second. */
export function keyed<T>(list: readonly T[], key: (thing: T) => string): Map<string, T> {
  const counts = new Map<string, number>();
  return new Map(list.map((thing) => {
    const name = key(thing);
    const nth = counts.get(name) ?? 0;
    counts.set(name, nth + 1);
    return [nth === 0 ? name : `${name}#${nth}`, thing];
  }));
}

/** Pairs things by their key; of those left over, what is `alike` on both sides is the same thing under another key. */
export function pair<T extends object>(before: readonly T[], after: readonly T[], key: (thing: T) => string, alike: (before: T, after: T) => boolean = () => false): Pairs<T> {
  const old = keyed(before, key);
  const left = new Map(old);
  const partner = new Map<T, T>();
  for (const [name, thing] of keyed(after, key)) {
    const same = left.get(name);
    if (same === undefined) continue;
    partner.set(thing, same);
    left.delete(name);
  }
  for (const thing of after) {
    if (partner.has(thing)) continue;
    const found = [...left].find(([, candidate]) => alike(candidate, thing));
    if (!found) continue;
    partner.set(thing, found[1]);
    left.delete(found[0]);
  }
  const both = after.flatMap((thing) => {
    const same = partner.get(thing);
    return same === undefined ? [] : [{ before: same, after: thing }];
  });
  const kept = new Set(both.map((each) => each.before));
  const inOldOrder = before.filter((thing) => kept.has(thing));
  return { both, added: after.filter((thing) => !partner.has(thing)), removed: [...left.values()], reordered: both.some((each, index) => each.before !== inOldOrder[index]) };
}
