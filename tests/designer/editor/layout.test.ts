import ELK from 'elkjs';
import { describe, expect, test } from 'vitest';
import { overlap } from '../../../designer/canvas/diagram.ts';
import { DraftDrawing } from '../../../designer/editor/canvas/DraftDrawing.ts';
import { laidOut, layoutGraph, placesIn, type Places } from '../../../designer/editor/layout/layoutGraph.ts';
import { plainLayout } from '../../../designer/editor/layout/plainLayout.ts';
import { measures } from '../../../measures/index.ts';
import type { Process } from '../../../model/process.ts';
import { findProblems } from '../../../model/rules/index.ts';
import { stageIds } from '../../../model/steps/defineStep.ts';
import { kindOf } from '../../../model/steps/index.ts';
import { generated } from '../../model/generated.ts';

const [measure] = measures;
if (!measure) throw new Error('There is no measure to lay out.');

const byElk = async (process: Process): Promise<Places> => placesIn(await new ELK().layout(layoutGraph(process)));
const plainly = async (process: Process): Promise<Places> => plainLayout(process);

describe.each([['the engine', byElk], ['the plain layout', plainly]])('%s', (_name, layout) => {
  test.each([['a measure', measure], ['a generated process', generated(120)]])('puts the stages of %s from left to right, without a step on another, events on their borders', async (_what, process) => {
    const after = laidOut(process, await layout(process));
    const { boxes } = new DraftDrawing().at(after, 'zh');
    const own = after.steps.filter((step) => !kindOf(step).attachedTo);
    const on = own.flatMap((a, i) => own.slice(i + 1).filter((b) => a.parent === b.parent && overlap(boxes.get(a.id)!, boxes.get(b.id)!)).map((b) => `${a.id} on ${b.id}`)); // every step has a box
    expect(on).toEqual([]);
    const ends = stageIds.map((stage) => own.filter((step) => step.stage === stage && step.parent === undefined).map((step) => boxes.get(step.id)!)); // every step has a box
    ends.slice(1).forEach((later, i) => {
      const earlier = ends[i] ?? [];
      if (later.length > 0 && earlier.length > 0) expect(Math.min(...later.map(({ x }) => x)), stageIds[i + 1]).toBeGreaterThan(Math.max(...earlier.map(({ x }) => x)));
    });
    for (const step of after.steps) {
      const host = boxes.get(kindOf(step).attachedTo?.(step) ?? '');
      const box = boxes.get(step.id)!; // every step has a box
      if (host && host.width >= 60) expect([host.y, host.y + host.height], step.id).toContain(box.y + box.height / 2);
      const around = boxes.get(step.parent ?? '');
      if (around && !kindOf(step).attachedTo) expect(box.x >= around.x && box.y >= around.y && box.x + box.width <= around.x + around.width && box.y + box.height <= around.y + around.height, `${step.id} inside`).toBe(true);
    }
    expect(findProblems(after)).toEqual(findProblems(process));
  });
});

test('a process that only loops is laid out plainly too', () => {
  const process = generated(20);
  const looped = { ...process, flows: [...process.flows, { id: 'back', from: process.steps[10]!.id, to: process.steps[2]!.id }] }; // twenty steps
  expect(plainLayout(looped).size).toBe(20);
});
