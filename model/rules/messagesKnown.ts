import { receivedMessageSchema } from '../api/notices.ts';
import { kindOf } from '../steps/index.ts';
import { defineRule } from './defineRule.ts';

/** A step listens only to messages that somebody can send. */
export const messagesKnown = defineRule({
  rule: 'messagesKnown',
  title: { zh: '消息有来源', en: 'Messages can arrive' },
  severity: 'warning',
  why: {
    zh: '没有人能发出的消息永远等不到。',
    en: 'A message that nobody can send is waited for in vain.',
  },
  faults(process) {
    const known: readonly string[] = receivedMessageSchema.shape.message.options;
    return process.steps.flatMap((step) => {
      const message = kindOf(step).hears?.(step);
      if (message === undefined || known.includes(message)) return [];
      return [
        {
          message: {
            zh: `“${step.name.zh}”等待消息“${message}”，但没有人能发出它；可选：${known.join('、')}。`,
            en: `“${step.name.en}” listens to the message “${message}”, which nobody can send; there are: ${known.join(', ')}.`,
          },
          where: { step: step.id, field: 'message' },
        },
      ];
    });
  },
});
