import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import type { Process } from '../../../model/process.ts';
import { indexOf } from '../../../model/processIndex.ts';
import { stageIds } from '../../../model/steps/defineStep.ts';
import { kindOf, type Step } from '../../../model/steps/index.ts';
import { sizeOf } from '../../canvas/diagram.ts';
import { drawnStep } from '../../canvas/diagramOf.ts';
import { columnsOf } from './columns.ts';

/** How near steps may stand: beside each other, and from one column to the next, with room for a flow and its condition. */
export const spacing = { between: 56, columns: 76, inside: { side: 40, top: 56, bottom: 48 } };

/** Steps of one column are told to the engine by where they begin, in columns as wide as no step is. */
export const columnWidth = 100_000;

// The columns are ours, with the stages in order: the engine's own partitions take seconds for a thousand steps. It orders and places.
const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'POLYLINE', // the canvas routes flows itself
  'elk.spacing.nodeNode': String(spacing.between),
  'elk.layered.spacing.nodeNodeBetweenLayers': String(spacing.columns),
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
  'elk.layered.cycleBreaking.strategy': 'INTERACTIVE',
  'elk.layered.layering.strategy': 'INTERACTIVE',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.thoroughness': '4',
};

/** The step for which a boundary event's flows count when places are looked for: its host. */
function carrierOf(process: Process, id: string): Step | undefined {
  const { steps } = indexOf(process);
  const step = steps.get(id);
  const host = step && kindOf(step).attachedTo?.(step);
  return host === undefined ? step : (steps.get(host) ?? step);
}

/** A process as the layout engine sees it: steps by what contains them, boundary events as part of their hosts, in columns by the longest way, those of a later stage right of those of an earlier one. */
export function layoutGraph(process: Process): ElkNode {
  const { children } = indexOf(process);
  const level = (parent: string, partitioned: boolean): Pick<ElkNode, 'children' | 'edges'> => {
    const steps = (children.get(parent) ?? []).filter((step) => !kindOf(step).attachedTo);
    const here = new Set(steps.map((step) => step.id));
    const edges = process.flows.flatMap((flow): ElkExtendedEdge[] => {
      const [from, to] = [carrierOf(process, flow.from), carrierOf(process, flow.to)];
      return from && to && here.has(from.id) && here.has(to.id) && from !== to ? [{ id: flow.id, sources: [from.id], targets: [to.id] }] : [];
    });
    const columns = columnsOf(
      steps.map((step) => ({ id: step.id, partition: partitioned ? stageIds.indexOf(step.stage) : 0 })),
      edges.map(({ sources: [from = ''], targets: [to = ''] }) => ({ from, to })),
    );
    return {
      edges,
      children: steps.map((step): ElkNode => {
        const place = { id: step.id, x: (columns.get(step.id) ?? 0) * columnWidth, y: 0 };
        const { side, top, bottom } = spacing.inside;
        return children.has(step.id)
          ? { ...place, ...level(step.id, false), layoutOptions: { ...options, 'elk.padding': `[top=${top},left=${side},bottom=${bottom},right=${side}]` } }
          : { ...place, ...sizeOf(drawnStep(step)) };
      }),
    };
  };
  return { id: ' all', ...level('', true), layoutOptions: options };
}

/** Places and sizes that a layout found, relative to what contains each step. */
export type Places = Map<string, { x: number; y: number; width: number; height: number }>;

/** Reads the places out of a graph that was laid out. */
export function placesIn(graph: ElkNode): Places {
  const places: Places = new Map();
  const read = (node: ElkNode): void => {
    for (const child of node.children ?? []) {
      places.set(child.id, { x: Math.round(child.x ?? 0), y: Math.round(child.y ?? 0), width: Math.round(child.width ?? 0), height: Math.round(child.height ?? 0) });
      read(child);
    }
  };
  read(graph);
  return places;
}

/** A process with its steps at these places; boundary events keep their place on the border of their host. */
export function laidOut(process: Process, places: Places): Process {
  const { steps } = indexOf(process);
  return {
    ...process,
    steps: process.steps.map((step): Step => {
      const hostId = kindOf(step).attachedTo?.(step);
      const host = hostId === undefined ? undefined : steps.get(hostId);
      const place = places.get(host?.id ?? step.id);
      if (!place) return step;
      if (!host) return { ...step, position: { x: place.x, y: place.y }, ...('size' in step ? { size: { width: Math.max(place.width, 1), height: Math.max(place.height, 1) } } : {}) } as Step; // what has a size keeps having one
      const was = sizeOf(drawnStep(host));
      const own = sizeOf(drawnStep(step));
      const share = (step.position.x + own.width / 2 - host.position.x) / was.width;
      const low = step.position.y + own.height / 2 >= host.position.y + was.height / 2;
      return { ...step, position: { x: Math.round(place.x + Math.min(Math.max(share, 0.2), 0.8) * place.width - own.width / 2), y: place.y + (low ? place.height : 0) - own.height / 2 } };
    }),
  };
}
