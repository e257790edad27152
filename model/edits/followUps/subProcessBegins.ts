import type { Step } from '../../steps/index.ts';
import { kindOf } from '../../steps/index.ts';
import { stepSize } from '../../steps/stepSize.ts';
import { flowIdBase, freshId } from '../freshId.ts';
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

function begun(process: Parameters<typeof newStep>[0], around: Step): Parameters<typeof newStep>[0] {
  const { width, height } = stepSize(around);
  const place = { stage: around.stage, parent: around.id, y: height / 2 - 18 };
  const start = newStep(process, scopeKinds.begins, { ...place, x: 32 });
  const end = newStep(process, scopeKinds.ends, { ...place, x: width - 68, also: new Set([start.id]) });
  const id = freshId(process, flowIdBase(start.id, end.id), new Set([start.id, end.id]));
  return { ...process, steps: [...process.steps, start, end], flows: [...process.flows, { id, from: start.id, to: end.id }] };
}
