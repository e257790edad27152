/**
 * The loops of a graph, each as the places it runs through (strongly connected components of more than one place, and places
 * that lead to themselves). Tarjan's algorithm without recursion, so that a long process cannot exhaust the stack.
 */
export function loopsIn(places: Iterable<string>, next: (place: string) => string[]): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const loops: string[][] = [];
  const visit = (place: string) => {
    order.set(place, order.size);
    low.set(place, order.size - 1);
    stack.push(place);
    onStack.add(place);
    return { place, targets: next(place), at: 0 };
  };
  const lower = (place: string, to: number) => low.set(place, Math.min(low.get(place) ?? to, to));
  for (const root of places) {
    if (order.has(root)) continue;
    const frames = [visit(root)];
    for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
      const target = frame.targets[frame.at];
      frame.at += 1;
      if (target !== undefined) {
        if (!order.has(target)) frames.push(visit(target));
        else if (onStack.has(target)) lower(frame.place, order.get(target) ?? 0);
        continue;
      }
      frames.pop();
      const own = low.get(frame.place) ?? 0;
      const before = frames.at(-1);
      if (before) lower(before.place, own);
      if (own !== order.get(frame.place)) continue;
      const loop: string[] = [];
      for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
        onStack.delete(member);
        loop.push(member);
        if (member === frame.place) break;
      }
      if (loop.length > 1 || frame.targets.includes(frame.place)) loops.push(loop);
    }
  }
  return loops;
}
