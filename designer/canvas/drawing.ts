import { stepKinds } from '../../model/steps/index.ts';
import type { Text } from '../../model/text.ts';
import { around, boxesOf, type Box, type Diagram, type DrawnFlow, type Point } from './diagram.ts';
import { placeFlowLabels, placeStepLabels } from './placeLabels.ts';
import { routeFlows } from './routeFlows.ts';
import { stageBands, type Band } from './stageBands.ts';

/** Everything of a diagram that has a place: computed once per process and language, shared by the canvas and the thumbnail. */
export interface Drawing {
  boxes: Map<string, Box>;
  bands: Band[];
  routes: Map<string, Point[]>;
  stepLabels: Map<string, Box>;
  flowLabels: Map<string, { box: Box; text: string }>;
  /** The smallest box around everything. */
  whole: Box;
}

/** Where each box, band, flow and label of a diagram stands. */
export function drawingOf(diagram: Diagram, language: keyof Text): Drawing {
  const boxes = boxesOf(diagram.steps);
  const bands = stageBands(diagram.steps, boxes);
  const routes = routeFlows(diagram.steps, diagram.flows, boxes);
  const containers = new Set(diagram.steps.filter((step) => stepKinds[step.kind].contains).map((step) => step.id));
  const solid = [...boxes].filter(([id]) => !containers.has(id)).map(([, box]) => box);
  const outside = diagram.steps.flatMap((step) => {
    const shape = stepKinds[step.kind].look.shape;
    return step.name && (shape === 'event' || shape === 'gateway') ? [{ step, text: step.name[language] }] : [];
  });
  const stepLabels = placeStepLabels(outside, boxes, solid, routes);
  const texts = diagram.flows.flatMap((flow) => {
    const text = flowText(flow, language);
    return text ? [{ id: flow.id, text }] : [];
  });
  const places = placeFlowLabels(texts, routes, [...solid, ...stepLabels.values()]);
  const flowLabels = new Map(texts.flatMap(({ id, text }) => {
    const box = places.get(id);
    return box ? [[id, { box, text }] as const] : [];
  }));
  const everything = [...boxes.values(), ...bands, ...stepLabels.values()];
  return { boxes, bands, routes, stepLabels, flowLabels, whole: everything.length ? around(everything) : { x: 0, y: 0, width: 1, height: 1 } };
}

/** What stands on a flow: its name, else its condition, shortened. */
export function flowText(flow: DrawnFlow, language: keyof Text): string | undefined {
  return flow.name?.[language] ?? shortCondition(flow.condition);
}

function shortCondition(condition: string | undefined): string | undefined {
  return condition !== undefined && condition.length > 26 ? `${condition.slice(0, 25)}…` : condition;
}
