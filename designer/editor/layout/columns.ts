/** Columns by the longest way to each node, from 0; edges that lead back do not count, and nodes of a later partition stand right of all of an earlier one. Linear. */
export function columnsOf(nodes: readonly { id: string; partition: number }[], edges: readonly { from: string; to: string }[]): Map<string, number> {
  const partition = new Map(nodes.map((node) => [node.id, node.partition]));
  const next = new Map<string, string[]>(nodes.map((node) => [node.id, []]));
  for (const { from, to } of edges) if ((partition.get(from) ?? 0) <= (partition.get(to) ?? 0)) next.get(from)?.push(to);
  const order: string[] = [];
  const seen = new Map<string, 'open' | 'done'>();
  const forward = new Map<string, string[]>();
  for (const root of nodes) {
    // By hand and not by recursion: a process may be a chain of two thousand steps.
    const stack: { id: string; at: number }[] = seen.has(root.id) ? [] : [{ id: root.id, at: 0 }];
    seen.set(root.id, seen.get(root.id) ?? 'open');
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const to = (next.get(top.id) ?? [])[top.at];
      if (to === undefined) {
        seen.set(top.id, 'done');
        order.unshift(top.id);
        stack.pop();
        continue;
      }
      top.at += 1;
      if (seen.get(to) === 'open') continue;
      forward.set(top.id, [...(forward.get(top.id) ?? []), to]);
      if (!seen.has(to)) {
        seen.set(to, 'open');
        stack.push({ id: to, at: 0 });
      }
    }
  }
  const column = new Map<string, number>(nodes.map((node) => [node.id, 0]));
  for (const id of order) for (const to of forward.get(id) ?? []) column.set(to, Math.max(column.get(to) ?? 0, (column.get(id) ?? 0) + 1));
  const ranks = [...new Set(partition.values())].sort((a, b) => a - b);
  let first = 0;
  for (const rank of ranks) {
    const own = nodes.filter((node) => partition.get(node.id) === rank);
    const shift = first - Math.min(...own.map((node) => column.get(node.id) ?? 0));
    for (const node of own) column.set(node.id, (column.get(node.id) ?? 0) + shift);
    first = Math.max(...own.map((node) => column.get(node.id) ?? 0)) + 1;
  }
  return column;
}
