/** Everything that can be reached from the seeds, the seeds included. */
export function walk(seeds: Iterable<string>, next: (place: string) => Iterable<string>): Set<string> {
  const seen = new Set(seeds);
  const open = [...seen];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    for (const other of next(place)) {
      if (seen.has(other)) continue;
      seen.add(other);
      open.push(other);
    }
  }
  return seen;
}
