import type { Step } from '../steps/index.ts';

/** Where the top left corner of a step is on the whole canvas, whatever contains it. */
export function onCanvas(steps: ReadonlyMap<string, Step>, step: Step): { x: number; y: number } {
  const climbed = new Set<string>();
  let { x, y } = step.position;
  for (let around = steps.get(step.parent ?? ''); around && !climbed.has(around.id); around = steps.get(around.parent ?? '')) {
    climbed.add(around.id);
    x += around.position.x;
    y += around.position.y;
  }
  return { x, y };
}
