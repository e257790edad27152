import { z } from 'zod';
import { defineStep, nameSchema, stepShape, type StepBase } from './defineStep.ts';
import { renamedWait, waitExpressions, waitSchema, waitSummary, type Wait } from './period.ts';

/** What happens when its host takes too long: a reminder, an escalation, or the end of the waiting. */
export interface BoundaryTimer extends StepBase {
  kind: 'boundaryTimer';
  host: string;
  interrupting: boolean;
  wait: Wait;
}

/** BPMN boundary timer event, interrupting or not; its clock starts when the host begins to wait. */
export const boundaryTimer = defineStep<BoundaryTimer>({
  kind: 'boundaryTimer',
  title: { zh: '边界定时', en: 'Boundary timer' },
  fields: z.strictObject({
    ...stepShape,
    kind: z.literal('boundaryTimer'),
    host: nameSchema.meta({ widget: 'host', label: { zh: '所附步骤', en: 'Attached to' } }),
    interrupting: z.boolean().meta({ label: { zh: '打断所附步骤', en: 'Interrupts' } }),
    wait: waitSchema.meta({ widget: 'period', label: { zh: '等待', en: 'Waits' } }),
  }),
  look: { shape: 'event', ring: 'double', icon: 'clock', summary: (step) => waitSummary(step.wait) },
  bpmn: 'bpmn:BoundaryEvent',
  begins: false,
  ends: false,
  attachedTo: (step) => step.host,
  contains: false,
  join: 'each',
  split: 'all',
  waits: () => false,
  moves: (step) => ({ on: 'time', interrupts: step.interrupting }),
  roles: () => [],
  expressions: (step) => waitExpressions(step.wait),
  renamed: (step, to) => ({ host: to.step(step.host), wait: renamedWait(step.wait, to) }),
  blank: (base, { host }) => ({ ...base, kind: 'boundaryTimer', host, interrupting: false, wait: { workingDays: 5 } }),
  contributes: () => undefined,
  arm: (turn, step, host) => void turn.startClock(step, host, step.wait),
  enter: () => undefined,
  resume(turn, step, host, event) {
    if (event.event === 'timerFired') turn.leaveBorder(step, host, step.interrupting);
  },
  check: () => [],
});
