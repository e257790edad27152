import type { Box } from '../diagram/box.ts';
import { elementIn, elementsIn, idOf, isA, type Element } from './element.ts';

const boxIn = (shape: Element): Box | undefined => {
  const bounds = elementIn(shape, 'bounds');
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((side) => bounds?.[side]);
  const finite = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1e7;
  return finite(x) && finite(y) && finite(width) && finite(height) ? { x, y, width, height } : undefined;
};

/** The shapes that a file draws: the box of each element by its identifier. What stands on a page of its own (a collapsed subprocess) is not among them. */
export function readDrawing(definitions: Element, process: Element): Map<string, Box> {
  const boxes = new Map<string, Box>();
  const planes = elementsIn(definitions, 'diagrams').flatMap((diagram) => elementIn(diagram, 'plane') ?? []);
  const isMain = (plane: Element): boolean => {
    const of = elementIn(plane, 'bpmnElement');
    return of === undefined || of === process || isA(of, 'bpmn:Collaboration');
  };
  for (const plane of planes.filter(isMain)) {
    for (const shape of elementsIn(plane, 'planeElement')) {
      const id = idOf(elementIn(shape, 'bpmnElement'));
      const box = isA(shape, 'bpmndi:BPMNShape') ? boxIn(shape) : undefined;
      if (id !== '' && box && !boxes.has(id)) boxes.set(id, box);
    }
  }
  return boxes;
}
