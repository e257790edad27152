import type { Process } from '../../../model/process.ts';
import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { columnWidth, layoutGraph, spacing, type Places } from './layoutGraph.ts';

interface Level {
  width: number;
  height: number;
}

/** A layout without an engine, for when that one takes too long: columns by the longest way, those of `layoutGraph`, in the order of the process from top to bottom. Pure and linear. */
export function plainLayout(process: Process): Places {
  const places: Places = new Map();
  const level = (graph: ElkNode, origin: { x: number; y: number }): Level => {
    const nodes = graph.children ?? [];
    const sizes = new Map(nodes.map((node) => {
      if (!node.children) return [node.id, { width: node.width ?? 0, height: node.height ?? 0 }];
      const inner = level(node, { x: spacing.inside.side, y: spacing.inside.top });
      return [node.id, { width: inner.width + 2 * spacing.inside.side, height: inner.height + spacing.inside.top + spacing.inside.bottom }];
    }));
    const columns: string[][] = [];
    for (const node of nodes) (columns[(node.x ?? 0) / columnWidth] ??= []).push(node.id);
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
