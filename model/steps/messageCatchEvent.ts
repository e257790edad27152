import { z } from 'zod';
import type { JsonSchema } from '../form/jsonSchema.ts';
import { defineStep, nameSchema, stepShape, type StepBase } from './defineStep.ts';

/** Where the case waits for a message. */
export interface MessageCatchEvent extends StepBase {
  kind: 'messageCatchEvent';
  message: string;
  /** The message stops the clocks until a task that resumes it is done. */
  suspends?: boolean;
}

/** JSON Schema of what a message leaves under the step's id. */
export const messageContribution: JsonSchema = {
  type: 'object',
  properties: { reference: { type: 'string' }, by: { type: 'string' }, at: { type: 'string' } },
};

/** BPMN intermediate message catch event. */
export const messageCatchEvent = defineStep<MessageCatchEvent>({
  kind: 'messageCatchEvent',
  title: { zh: '等待消息', en: 'Message' },
  fields: z.strictObject({
    ...stepShape,
    kind: z.literal('messageCatchEvent'),
    message: nameSchema.meta({ widget: 'message', label: { zh: '消息', en: 'Message' } }),
    suspends: z.boolean().optional().meta({ label: { zh: '收到后中止期限', en: 'Stops the clocks' } }),
  }),
  look: { shape: 'event', ring: 'double', icon: 'mail', summary: (step) => ({ zh: `消息：${step.message}`, en: `Message: ${step.message}` }) },
  bpmn: 'bpmn:IntermediateCatchEvent',
  begins: false,
  ends: false,
  contains: false,
  join: 'each',
  split: 'all',
  waits: () => true,
  moves: (step) => ({ on: 'message', ...(step.suspends ? { suspends: step.message } : {}) }),
  hears: (step) => step.message,
  roles: () => [],
  expressions: () => [],
  renamed: () => ({}),
  blank: (base) => ({ ...base, kind: 'messageCatchEvent', message: 'report' }),
  contributes: () => messageContribution,
  enter: (turn, step, arrival) => void turn.rest(step, arrival, {}),
  resume(turn, step, token, event) {
    if (event.event !== 'messageReceived') return;
    turn.hear(step.id, event);
    if (step.suspends) turn.suspend(step.message, event.reference, event.actor.id, token.scope);
    turn.leave(token);
  },
  check: () => [],
});
