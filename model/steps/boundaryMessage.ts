import { z } from 'zod';
import { defineStep, nameSchema, stepShape, type StepBase } from './defineStep.ts';
import { messageContribution } from './messageCatchEvent.ts';

/** A message that may arrive while its host waits: an objection, a report. */
export interface BoundaryMessage extends StepBase {
  kind: 'boundaryMessage';
  host: string;
  message: string;
  interrupting: boolean;
  suspends?: boolean;
}

/** BPMN boundary message event. */
export const boundaryMessage = defineStep<BoundaryMessage>({
  kind: 'boundaryMessage',
  title: { zh: '边界消息', en: 'Boundary message' },
  fields: z.strictObject({
    ...stepShape,
    kind: z.literal('boundaryMessage'),
    host: nameSchema.meta({ widget: 'host', label: { zh: '所附步骤', en: 'Attached to' } }),
    message: nameSchema.meta({ widget: 'message', label: { zh: '消息', en: 'Message' } }),
    interrupting: z.boolean().meta({ label: { zh: '打断所附步骤', en: 'Interrupts' } }),
    suspends: z.boolean().optional().meta({ label: { zh: '收到后中止期限', en: 'Stops the clocks' } }),
  }),
  look: { shape: 'event', ring: 'double', icon: 'mail', summary: (step) => ({ zh: `消息：${step.message}`, en: `Message: ${step.message}` }) },
  bpmn: 'bpmn:BoundaryEvent',
  begins: false,
  ends: false,
  attachedTo: (step) => step.host,
  contains: false,
  join: 'each',
  split: 'all',
  waits: () => false,
  moves: (step) => ({ on: 'message', interrupts: step.interrupting, ...(step.suspends ? { suspends: step.message } : {}) }),
  hears: (step) => step.message,
  roles: () => [],
  expressions: () => [],
  renamed: (step, to) => ({ host: to.step(step.host) }),
  blank: (base, { host }) => ({ ...base, kind: 'boundaryMessage', host, message: 'report', interrupting: false }),
  contributes: () => messageContribution,
  enter: () => undefined,
  resume(turn, step, host, event) {
    if (event.event !== 'messageReceived') return;
    turn.hear(step.id, event);
    if (step.suspends) turn.suspend(step.message, event.reference, event.actor.id, host.scope);
    turn.leaveBorder(step, host, step.interrupting);
  },
  check: () => [],
});
