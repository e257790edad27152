/** The column of each thing so that what follows stands right of what it follows; ways back do not count. In order of appearance; things without a way in begin at 0. */
export function layers(ids: readonly string[], ways: readonly { from: string; to: string }[]): Map<string, number> {
  const here = new Set(ids);
  const next = new Map<string, string[]>(ids.map((id) => [id, []]));
  const entered = new Set<string>();
  for (const { from, to } of ways) {
    if (!here.has(from) || !here.has(to) || from === to) continue;
    next.get(from)?.push(to);
    entered.add(to);
  }
  // Depth first with a list of its own: a file may be one long chain.
  const state = new Map<string, 'open' | 'done'>();
  const finished: string[] = [];
  const forward = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const root of [...ids.filter((id) => !entered.has(id)), ...ids]) {
    if (state.has(root)) continue;
    state.set(root, 'open');
    const path = [{ id: root, at: 0 }];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const to = next.get(top.id)?.[top.at];
      top.at += 1;
      if (to === undefined) {
        state.set(top.id, 'done');
        finished.push(top.id);
        path.pop();
      } else if (state.get(to) !== 'open') {
        forward.get(top.id)?.push(to);
        if (!state.has(to)) {
          state.set(to, 'open');
          path.push({ id: to, at: 0 });
        }
      }
    }
  }
  const column = new Map<string, number>(ids.map((id) => [id, 0]));
  for (const id of finished.reverse()) {
    for (const to of forward.get(id) ?? []) column.set(to, Math.max(column.get(to) ?? 0, (column.get(id) ?? 0) + 1));
  }
  return column;
}
