import { describe, expect, test } from 'vitest';
import { caseLayer } from '../../designer/canvas/caseLayer.ts';
import { diagramOf } from '../../designer/canvas/diagramOf.ts';
import { drawingOf } from '../../designer/canvas/drawing.ts';
import { closeView, inSight, wholeView } from '../../designer/canvas/viewOf.ts';
import { applicants } from '../../measures/applicants.ts';
import { measures, processOf } from '../../measures/index.ts';
import { walk } from '../measures/walk.ts';

const drawings = measures.map((process) => drawingOf(diagramOf(process), 'zh'));
const screens = [{ width: 1340, height: 420 }, { width: 900, height: 360 }, { width: 336, height: 360 }];

describe.each(screens)('on a canvas of $width × $height', (screen) => {
  test('wherever a case stands, its step is in sight and its name can be read', () => {
    const lost = drawings.flatMap((drawing, index) =>
      [...drawing.boxes].flatMap(([id, box]) => {
        const view = closeView([box], drawing, screen);
        return view.zoom >= 0.7 && inSight([box], view, screen) ? [] : [`${measures[index]?.id} ${id}`];
      }),
    );
    expect(lost).toEqual([]);
  });

  test('tokens too far apart for one readable view show the first of them', () => {
    const drawing = drawings[0]!; // the programme has measures
    const boxes = [...drawing.boxes.values()];
    const apart = [boxes.reduce((one, other) => (other.x > one.x ? other : one)), boxes.reduce((one, other) => (other.x < one.x ? other : one))];
    const view = closeView(apart, drawing, screen);
    expect(view.zoom).toBeGreaterThanOrEqual(0.7);
    expect(inSight(apart.slice(0, 1), view, screen)).toBe(true);
    expect(wholeView(drawing, screen).zoom).toBeLessThan(0.7);
  });
});

test.each(applicants)('the case of $measure, once paid, is looked at where it ended', (applicant) => {
  const process = processOf(applicant.measure)!; // every applicant has a measure
  const { trail } = walk(applicant);
  const { focus, taken } = caseLayer(process, { tokens: [], tasks: [], suspensions: [] }, trail);
  const [last] = focus.map((id) => process.steps.find((step) => step.id === id));
  expect(last?.kind).toBe('endEvent');
  expect(last?.stage).toBe('disbursement');
  expect(process.flows.some((flow) => flow.to === last?.id && taken.has(flow.id))).toBe(true);
});
