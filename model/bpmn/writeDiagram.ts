import { around, type Box, type Geometry, type Point } from '../diagram/box.ts';
import type { Flow } from '../process.ts';
import { kindOf, type Step } from '../steps/index.ts';
import type { Drawable } from './drawable.ts';
import { moddle, type Element } from './element.ts';

const bandMargin = 28;

const bounds = ({ x, y, width, height }: Box): Element => moddle.create('dc:Bounds', { x, y, width, height });

function shape(element: Element, box: Box, more: { [property: string]: boolean } = {}): Element {
  return moddle.create('bpmndi:BPMNShape', { id: `${String(element['id'])}_di`, bpmnElement: element, bounds: bounds(box), ...more });
}

function edge(element: Element, points: readonly Point[]): Element {
  return moddle.create('bpmndi:BPMNEdge', { id: `${String(element['id'])}_di`, bpmnElement: element, waypoint: points.map(({ x, y }) => moddle.create('dc:Point', { x, y })) });
}

function band(group: Element, boxes: Box[]): Element[] {
  const all = around(boxes);
  if (!all) return [];
  return [shape(group, { x: all.x - bandMargin, y: all.y - bandMargin, width: all.width + 2 * bandMargin, height: all.height + 2 * bandMargin })];
}

/** The drawing of a process (BPMN DI): a shape with bounds for each step and band of a stage, an edge with its corner points for each flow. */
export function writeDiagram(
  { drawing, geometry, elements }: { drawing: Drawable; geometry: Geometry; elements: ReadonlyMap<Step | Flow, Element> },
  process: Element,
  groups: readonly { group: Element; boxes: Box[] }[],
): Element {
  const shapes = drawing.steps.flatMap(({ step }) => {
    const element = elements.get(step);
    const box = geometry.boxes.get(step.id);
    const { contains, split, look } = kindOf(step);
    const more = { ...(contains ? { isExpanded: true } : {}), ...(look.shape === 'gateway' && split === 'exclusive' ? { isMarkerVisible: true } : {}) };
    return element && box ? [shape(element, box, more)] : [];
  });
  const edges = drawing.flows.flatMap(({ flow, from, to }) => {
    const element = elements.get(flow);
    const start = geometry.boxes.get(from.id);
    const end = geometry.boxes.get(to.id);
    if (!element || !start || !end) return [];
    const points = geometry.routes.get(flow.id) ?? [];
    // An edge has at least two points.
    const middle = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
    return [edge(element, points.length >= 2 ? points : [middle(start), middle(end)])];
  });
  const plane = moddle.create('bpmndi:BPMNPlane', { id: 'Plane_1', bpmnElement: process, planeElement: [...groups.flatMap(({ group, boxes }) => band(group, boxes)), ...shapes, ...edges] });
  return moddle.create('bpmndi:BPMNDiagram', { id: 'Diagram_1', plane });
}
