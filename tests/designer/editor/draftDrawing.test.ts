import { describe, expect, test } from 'vitest';
import { overlap, type Box } from '../../../designer/canvas/diagram.ts';
import { DraftDrawing } from '../../../designer/editor/canvas/DraftDrawing.ts';
import { measures } from '../../../measures/index.ts';
import { apply } from '../../../model/edits/index.ts';
import type { Process } from '../../../model/process.ts';
import { findProblems } from '../../../model/rules/index.ts';
import { kindOf } from '../../../model/steps/index.ts';
import { generated } from '../../model/generated.ts';

const [measure] = measures;
if (!measure) throw new Error('There is no measure to draw.');

const inner = (box: Box): Box => ({ x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2 });

/** Flows that run through a step which is neither their source nor what contains them. */
function crossed(process: Process, drawing: DraftDrawing): string[] {
  const { boxes, routes } = drawing.at(process, 'zh');
  const solid = process.steps.filter((step) => !kindOf(step).contains);
  return process.flows.flatMap((flow) => (routes.get(flow.id) ?? []).flatMap((b, i, points) => {
    const a = points[i - 1];
    if (!a) return [];
    const piece = { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
    return solid.filter((step) => step.id !== flow.from && overlap(inner(boxes.get(step.id)!), piece)).map((step) => `${flow.id} crosses ${step.id}`); // every step has a box
  }));
}

test.each([12, 100, 1_000])('a generated process of %i steps has so many, and no problem', (size) => {
  const process = generated(size);
  expect(process.steps).toHaveLength(size);
  expect(findProblems(process)).toEqual([]);
});

describe.each([['a measure', measure], ['a generated process', generated(300)]])('the drawing of %s', (_name, process) => {
  test('leads every flow in horizontal and vertical pieces around every step', () => {
    const drawing = new DraftDrawing();
    for (const flow of process.flows) {
      const points = drawing.at(process, 'zh').routes.get(flow.id) ?? [];
      expect(points.length, flow.id).toBeGreaterThan(1);
      points.slice(1).forEach((point, i) => expect(point.x === points[i]?.x || point.y === points[i]?.y, `${flow.id} piece ${i}`).toBe(true));
    }
    expect(crossed(process, drawing)).toEqual([]);
  });

  test('keeps everything that an edit does not touch', () => {
    const drawing = new DraftDrawing();
    const before = drawing.at(process, 'zh');
    const moved = process.steps.find((step) => kindOf(step).task && step.parent === undefined)!; // both have tasks
    const after = apply(process, { edit: 'moveSteps', moves: [{ step: moved.id, x: moved.position.x + 8, y: moved.position.y + 8 }] });
    const now = drawing.at(after, 'zh');
    const touched = new Set(process.flows.filter((flow) => flow.from === moved.id || flow.to === moved.id).map((flow) => flow.id));
    expect(now.boxes.get(moved.id)).not.toBe(before.boxes.get(moved.id));
    const others = process.steps.filter((step) => step.id !== moved.id && kindOf(step).attachedTo === undefined);
    expect(others.filter((step) => now.boxes.get(step.id) !== before.boxes.get(step.id))).toEqual([]);
    const rerouted = process.flows.filter((flow) => now.routes.get(flow.id) !== before.routes.get(flow.id)).map((flow) => flow.id);
    expect([...touched].filter((id) => !rerouted.includes(id))).toEqual([]);
    expect(rerouted.length).toBeLessThan(touched.size + 12);
    expect(crossed(after, drawing)).toEqual([]);
  });
});

test('a step that is put into the way of a flow is led around', () => {
  const process = generated(12);
  const drawing = new DraftDrawing();
  const { routes } = drawing.at(process, 'zh');
  const flow = process.flows.find((item) => (routes.get(item.id) ?? []).length === 2)!; // a chain has straight flows
  const [a, b] = routes.get(flow.id)!; // found above
  const step = process.steps.find((item) => kindOf(item).task && item.id !== flow.from && item.id !== flow.to)!; // twelve steps have others
  const after = apply(process, { edit: 'moveSteps', moves: [{ step: step.id, x: Math.round((a!.x + b!.x) / 2) - 70, y: a!.y - 32 }] }); // two points
  drawing.at(after, 'zh');
  expect(drawing.at(after, 'zh').routes.get(flow.id)).not.toBe(routes.get(flow.id));
});

test('what is removed leaves nothing behind, and comes back with undo', () => {
  const process = generated(40);
  const drawing = new DraftDrawing();
  const before = drawing.at(process, 'zh');
  const step = process.steps[5]!; // forty steps
  const less = drawing.at(apply(process, { edit: 'removeElements', steps: [step.id], flows: [], bridge: true }), 'zh');
  expect(less.boxes.has(step.id)).toBe(false);
  expect([...less.routes.keys()].every((id) => before.routes.has(id))).toBe(true);
  const again = drawing.at(process, 'zh');
  expect([...again.boxes.keys()].sort()).toEqual([...before.boxes.keys()].sort());
  expect([...again.routes.keys()].sort()).toEqual([...before.routes.keys()].sort());
});
