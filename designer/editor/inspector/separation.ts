/** Two duties as one word, whichever is named first. */
export const pair = (one: string, other: string): string => [one, other].sort().join(' ');

/** Which two duties one person may not exercise on a case: what sets of duties come to. */
export function pairsOf(separation: readonly string[][]): Set<string> {
  return new Set(separation.flatMap((set) => set.flatMap((one, index) => set.slice(index + 1).filter((other) => other !== one).map((other) => pair(one, other)))));
}

/** The fewest-looking sets of duties that come to these pairs: every group of duties that are all apart from each other, as large as it gets. */
export function setsOf(pairs: ReadonlySet<string>, duties: readonly string[]): string[][] {
  const apart = (one: string, other: string) => pairs.has(pair(one, other));
  const found: string[][] = [];
  const grow = (chosen: string[], candidates: string[], done: string[]): void => {
    if (candidates.length === 0 && done.length === 0) {
      if (chosen.length > 1) found.push(duties.filter((duty) => chosen.includes(duty)));
      return;
    }
    const rest = [...candidates];
    const over = [...done];
    for (const duty of candidates) {
      grow([...chosen, duty], rest.filter((other) => apart(duty, other)), over.filter((other) => apart(duty, other)));
      rest.splice(rest.indexOf(duty), 1);
      over.push(duty);
    }
  };
  grow([], [...duties], []);
  // A set all of whose pairs stand in others says nothing; taken away one by one, so that no pair goes with two of them.
  let kept = found;
  for (const set of found) {
    const others = kept.filter((other) => other !== set);
    const said = pairsOf(others);
    if ([...pairsOf([set])].every((each) => said.has(each))) kept = others;
  }
  return kept;
}
