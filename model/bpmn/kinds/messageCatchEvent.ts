import type { MessageCatchEvent } from '../../steps/messageCatchEvent.ts';
import { defineMapping } from '../defineMapping.ts';
import { readMessage, supplyMessage, waitsForMessage, writeMessage } from '../parts/message.ts';

/** A wait for a message is an intermediate catch event with a message; a receive task waits in the same way. */
export const messageCatchEvent = defineMapping<MessageCatchEvent>({
  kind: 'messageCatchEvent',
  also: { 'bpmn:ReceiveTask': { zh: '接收任务按等待消息导入。', en: 'A receive task was imported as a wait for its message.' } },
  reads: ['eventDefinitions', 'messageRef', 'default'],
  claims: waitsForMessage,
  write: (step, pen) => ({ eventDefinitions: writeMessage(step.message, pen) }),
  read: (element, eye) => readMessage(element, eye),
  supply: (element, eye, said) => ({ ...said, message: said.message ?? supplyMessage(element, eye) }),
});
