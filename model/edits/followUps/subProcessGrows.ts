import type { Process } from '../../process.ts';
import { kindOf, type Step } from '../../steps/index.ts';
import { stepSize } from '../../steps/stepSize.ts';
import { defineFollowUp } from './defineFollowUp.ts';

const margin = 20;

/** A subprocess grows, to all sides, so that what was put or grew inside it is inside it; the steps in it stay where they are on the canvas. */
export const subProcessGrows = defineFollowUp({
  followUp: 'subProcessGrows',
  title: { zh: '子流程随内容变大', en: 'A subprocess grows around what it contains' },
  follow(process, { before }) {
    if (process.steps === before.steps) return process;
    const were = new Set(before.steps);
    const byId = new Map(process.steps.map((step) => [step.id, step]));
    const around = (step: Step): Step | undefined => (step.parent === undefined ? undefined : byId.get(step.parent));
    const touched = new Set<string>();
    for (const step of process.steps) {
      if (were.has(step)) continue;
      for (let outer = around(step); outer && !touched.has(outer.id); outer = around(outer)) touched.add(outer.id);
    }
    // From the innermost out, since what grows may push at what contains it.
    const inOrder = [...touched].toSorted((a, b) => depth(byId, b) - depth(byId, a));
    return inOrder.reduce(grown, process);
  },
});

function depth(steps: ReadonlyMap<string, Step>, id: string): number {
  const climbed = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !climbed.has(at); at = steps.get(at)?.parent) climbed.add(at);
  return climbed.size;
}

function grown(process: Process, id: string): Process {
  const outer = process.steps.find((step) => step.id === id);
  const inner = process.steps.filter((step) => step.parent === id && !kindOf(step).attachedTo);
  if (!outer || !('size' in outer) || inner.length === 0) return process;
  const boxes = inner.map((step) => ({ ...step.position, ...stepSize(step) }));
  const left = Math.max(0, ...boxes.map(({ x }) => (x < 0 ? margin - x : 0)));
  const top = Math.max(0, ...boxes.map(({ y }) => (y < 0 ? margin - y : 0)));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  const width = left + (right > outer.size.width ? right + margin : outer.size.width);
  const height = top + (bottom > outer.size.height ? bottom + margin : outer.size.height);
  if (width === outer.size.width && height === outer.size.height) return process;
  const shifted = (step: Step, dx: number, dy: number): Step => ({ ...step, position: { x: step.position.x + dx, y: step.position.y + dy } });
  return {
    ...process,
    steps: process.steps.map((step) => {
      if (step === outer) return { ...shifted(outer, -left, -top), size: { width, height } } as Step; // what has a size keeps having one
      return step.parent === id && (left > 0 || top > 0) ? shifted(step, left, top) : step;
    }),
  };
}
