import { receivedMessageSchema } from '../../api/notices.ts';
import { defineFix, type Offer } from './defineFix.ts';

/** One of the messages that can be sent is listened to instead. */
export const messagesKnown = defineFix({
  rule: 'messagesKnown',
  offers(_process, { where }, { steps }) {
    const step = steps.get(where.step ?? '');
    if (!step || !('message' in step)) return [];
    return receivedMessageSchema.shape.message.options.map((message): Offer => ({ edit: { edit: 'changeStep', step: step.id, to: { ...step, message } } }));
  },
});
