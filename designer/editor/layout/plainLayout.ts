import type { Process } from '../../../model/process.ts';
import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { layoutGraph, spacing, type Places } from './layoutGraph.ts';

interface Level {
  width: number;
  height: number;
}

/** Columns by the longest way to each step; flows that lead back do not count. Steps of a later partition stand right of all of an earlier one. */
function columnsOf(nodes: ElkNode[], edges: NonNullable<ElkNode['edges']>): Map<string, number> {
  const partition = new Map(nodes.map((node) => [node.id, Number(node.layoutOptions?.['elk.partitioning.partition'] ?? 0)]));
  const next = new Map<string, string[]>(nodes.map((node) => [node.id, []]));
  for (const { sources: [from = ''], targets: [to = ''] } of edges) if ((partition.get(from) ?? 0) <= (partition.get(to) ?? 0)) next.get(from)?.push(to);
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

/** A layout without an engine, for when that one takes too long: columns by the longest way, in the order of the process from top to bottom. Pure and linear. */
export function plainLayout(process: Process): Places {
  const places: Places = new Map();
  const level = (graph: ElkNode, origin: { x: number; y: number }): Level => {
    const nodes = graph.children ?? [];
    const sizes = new Map(nodes.map((node) => {
      if (!node.children) return [node.id, { width: node.width ?? 0, height: node.height ?? 0 }];
      const inner = level(node, { x: spacing.inside.side, y: spacing.inside.top });
      return [node.id, { width: inner.width + 2 * spacing.inside.side, height: inner.height + spacing.inside.top + spacing.inside.bottom }];
    }));
    const column = columnsOf(nodes, graph.edges ?? []);
    const columns: string[][] = [];
    for (const node of nodes) (columns[column.get(node.id) ?? 0] ??= []).push(node.id);
    const tall = columns.map((ids) => ids.reduce((sum, id) => sum + (sizes.get(id)?.height ?? 0) + spacing.between, -spacing.between));
    const height = Math.max(0, ...tall.filter(Number.isFinite));
    let { x } = origin;
    columns.forEach((ids, i) => {
      const width = Math.max(...ids.map((id) => sizes.get(id)?.width ?? 0));
      let y = origin.y + Math.round((height - (tall[i] ?? 0)) / 2);
      for (const id of ids) {
        const size = sizes.get(id) ?? { width: 0, height: 0 };
        places.set(id, { x: x + Math.round((width - size.width) / 2), y, ...size });
        y += size.height + spacing.between;
      }
      x += width + spacing.columns;
    });
    return { width: Math.max(x - origin.x - spacing.columns, 0), height };
  };
  level(layoutGraph(process), { x: 0, y: 0 });
  return places;
}
