import { describe, expect, test } from 'vitest';
import { overlap } from '../../designer/canvas/diagram.ts';
import { diagramOf } from '../../designer/canvas/diagramOf.ts';
import { drawingOf } from '../../designer/canvas/drawing.ts';
import { measures } from '../../measures/index.ts';
import { kindOf } from '../../model/steps/index.ts';

const [process] = measures;
if (!process) throw new Error('There is no measure to draw.');

describe.each(['zh', 'en'] as const)('the drawing of a measure in %s', (language) => {
  const diagram = diagramOf(process);
  const drawing = drawingOf(diagram, language);
  const solid = process.steps.filter((step) => !kindOf(step).contains).map((step) => ({ step, box: drawing.boxes.get(step.id)! })); // every step has a box

  test('every flow has a way of horizontal and vertical pieces', () => {
    for (const flow of process.flows) {
      const points = drawing.routes.get(flow.id) ?? [];
      expect(points.length, flow.id).toBeGreaterThan(1);
      points.slice(1).forEach((point, i) => expect(point.x === points[i]?.x || point.y === points[i]?.y, `${flow.id} piece ${i}`).toBe(true));
    }
  });

  test('no flow runs through a step', () => {
    const crossed = process.flows.flatMap((flow) => {
      const points = drawing.routes.get(flow.id) ?? [];
      return points.slice(1).flatMap((b, i) => {
        const a = points[i]!; // slice(1) leaves its predecessor
        const piece = { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
        return solid.filter(({ step, box }) => overlap({ x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2 }, piece) && step.id !== flow.from).map(({ step }) => `${flow.id} crosses ${step.id}`);
      });
    });
    expect(crossed).toEqual([]);
  });

  test('names of events and gateways lie on no task and on no other name', () => {
    const labels = [...drawing.stepLabels];
    const covered = labels.flatMap(([id, label]) => [
      ...solid.filter(({ step, box }) => step.id !== id && overlap(label, box)).map(({ step }) => `${id} on ${step.id}`),
      ...labels.filter(([other, box]) => other > id && overlap(label, box)).map(([other]) => `${id} on name of ${other}`),
    ]);
    expect(covered).toEqual([]);
  });

  test('stage bands follow each other without overlap', () => {
    drawing.bands.slice(1).forEach((band, i) => expect(band.x).toBeCloseTo((drawing.bands[i]?.x ?? 0) + (drawing.bands[i]?.width ?? 0)));
    expect(drawing.bands.map((band) => band.stage)).toEqual(process.stages.map((stage) => stage.id));
  });
});

test('a boundary event sits on the border of its host', () => {
  const drawing = drawingOf(diagramOf(process), 'zh');
  for (const step of process.steps) {
    const hostId = kindOf(step).attachedTo?.(step);
    const host = hostId === undefined ? undefined : drawing.boxes.get(hostId);
    const box = drawing.boxes.get(step.id);
    if (!host || !box || host.width < 60) continue;
    expect(box.y + box.height / 2, step.id).toBe(host.y + host.height);
  }
});
