import type { Process } from '../../process.ts';
import { kindOf, type Step } from '../../steps/index.ts';
import { stepSize } from '../../steps/stepSize.ts';
import { flowIdBase, freshIds } from '../freshId.ts';
import { newStep, scopeKinds } from '../newStep.ts';
import { defineFollowUp } from './defineFollowUp.ts';

/** A new subprocess with nothing in it gets a start and an end, connected: the least that can run. */
export const subProcessBegins = defineFollowUp({
  followUp: 'subProcessBegins',
  title: { zh: '新的子流程带开始与结束', en: 'A new subprocess has a start and an end' },
  follow(process, { before, renames }) {
    if (process.steps.length <= before.steps.length || renames.steps) return process;
    const were = new Set(before.steps.map((step) => step.id));
    const filled = new Set(process.steps.map((step) => step.parent));
    const empty = process.steps.filter((step) => kindOf(step).contains && !were.has(step.id) && !filled.has(step.id));
    return empty.reduce(begun, process);
  },
});

function begun(process: Process, around: Step): Process {
  const { width, height } = stepSize(around);
  const fresh = freshIds(process);
  const place = { stage: around.stage, parent: around.id, y: height / 2 - 18 };
  const start = newStep(process, scopeKinds.begins, { ...place, x: 32, id: fresh(scopeKinds.begins) });
  const end = newStep(process, scopeKinds.ends, { ...place, x: width - 68, id: fresh(scopeKinds.ends) });
  const flow = { id: fresh(flowIdBase(start.id, end.id)), from: start.id, to: end.id };
  return { ...process, steps: [...process.steps, start, end], flows: [...process.flows, flow] };
}
