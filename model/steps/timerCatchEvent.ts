import { z } from 'zod';
import { dayOf, plusMilliseconds } from '../instant.ts';
import { defineStep, stepShape, type StepBase } from './defineStep.ts';
import { renamedWait, waitExpressions, waitSchema, waitSummary, type Wait } from './period.ts';

/** Where the case waits for time to pass. */
export interface TimerCatchEvent extends StepBase {
  kind: 'timerCatchEvent';
  wait: Wait;
}

/** BPMN intermediate timer catch event: a duration, a date, or working days. */
export const timerCatchEvent = defineStep<TimerCatchEvent>({
  kind: 'timerCatchEvent',
  title: { zh: '定时等待', en: 'Timer' },
  fields: z.strictObject({
    ...stepShape,
    kind: z.literal('timerCatchEvent'),
    wait: waitSchema.meta({ widget: 'period', label: { zh: '等待', en: 'Waits' } }),
  }),
  look: { shape: 'event', ring: 'double', icon: 'clock', summary: (step) => waitSummary(step.wait) },
  bpmn: 'bpmn:IntermediateCatchEvent',
  begins: false,
  ends: false,
  contains: false,
  join: 'each',
  split: 'all',
  waits: () => true,
  moves: () => ({ on: 'time' }),
  roles: () => [],
  expressions: (step) => waitExpressions(step.wait),
  renamed: (step, to) => ({ wait: renamedWait(step.wait, to) }),
  blank: (base) => ({ ...base, kind: 'timerCatchEvent', wait: { workingDays: 5 } }),
  contributes: () => ({
    type: 'object',
    properties: { from: { type: 'string', format: 'date' }, until: { type: 'string', format: 'date' } },
  }),
  enter(turn, step, arrival) {
    const token = turn.rest(step, arrival, { from: dayOf(turn.at) });
    turn.startClock(step, token, step.wait);
  },
  clockRuns(turn, step, token, at) {
    turn.learn(step.id, { ...token.wait, until: dayOf(plusMilliseconds(at, -1)) });
  },
  resume(turn, _step, token, event) {
    if (event.event === 'timerFired') turn.leave(token);
  },
  check: () => [],
});
