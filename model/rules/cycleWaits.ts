import type { ProcessIndex } from '../processIndex.ts';
import { kindOf, type Step } from '../steps/index.ts';
import { defineRule } from './defineRule.ts';
import { catcherOf } from './reading/catcherOf.ts';
import { loopsIn } from './reading/loopsIn.ts';
import { nameOf } from './reading/nameOf.ts';

/** Whether every token that comes by rests here; a step that may be passed as not required does not hold it up. */
const holdsUp = (step: Step): boolean => kindOf(step).waits(step) && !step.required;

/** Where a token that leaves a subprocess by its inner end stands; no step's identifier has a slash. */
const exitOf = (step: string): string => `${step}/exit`;

const stepAt = (index: ProcessIndex, place: string): Step | undefined => index.steps.get(place.split('/')[0] ?? place);

/** Where a token can go from a place without waiting for anybody: a person, the world, or time. */
function nextWithoutWait(index: ProcessIndex, place: string): string[] {
  const step = stepAt(index, place);
  if (!step) return [];
  const kind = kindOf(step);
  const next: string[] = [];
  if (kind.contains && place === step.id) {
    for (const inner of index.children.get(step.id) ?? []) if (kindOf(inner).begins) next.push(inner.id);
    if (step.required) next.push(exitOf(step.id));
  } else {
    for (const flow of index.outgoing.get(step.id) ?? []) next.push(flow.to);
    const around = next.length === 0 && step.parent !== undefined ? index.steps.get(step.parent) : undefined;
    if (around && kindOf(around).contains) next.push(exitOf(around.id));
    for (const code of kind.raises?.(step) ?? []) {
      const border = catcherOf(index, step, code);
      if (border) next.push(border.id);
    }
  }
  return next.filter((target) => {
    const there = index.steps.get(target);
    return !there || !holdsUp(there);
  });
}

/** Every loop holds a step at which the case waits. A joining gateway is taken as passed at once, so a loop must wait on each of its ways. */
export const cycleWaits = defineRule({
  rule: 'cycleWaits',
  title: { zh: '循环中有等待', en: 'Every loop waits' },
  severity: 'error',
  why: {
    zh: '循环中没有人办理或等待时，案件会在一瞬间转上千圈，然后停下成为故障。',
    en: 'A loop in which nobody acts and nothing is waited for turns a thousand times in an instant and then stops the case as an incident.',
  },
  faults(process, index) {
    const places = process.steps.filter((step) => !holdsUp(step)).map((step) => step.id);
    return loopsIn(places, (place) => nextWithoutWait(index, place)).flatMap((loop) => {
      const members = new Set(loop);
      const steps = process.steps.filter((step) => members.has(step.id));
      const [first] = steps;
      if (!first) return []; // subprocesses that contain one another, which another rule tells
      const names = steps.slice(0, 5).map((step) => nameOf(index, step.id));
      const more = steps.length > names.length;
      return {
        message: {
          zh: `循环（${names.map((name) => name.zh).join('、')}${more ? '……' : ''}）中没有等待；请放入一个任务或定时，或去掉回头的流向。`,
          en: `The loop through ${names.map((name) => `“${name.en}”`).join(', ')}${more ? ' …' : ''} never waits; put a task or a timer into it, or remove the flow that goes back.`,
        },
        where: { step: first.id },
      };
    });
  },
});
