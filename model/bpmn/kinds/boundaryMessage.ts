import type { BoundaryMessage } from '../../steps/boundaryMessage.ts';
import { defineMapping } from '../defineMapping.ts';
import { attachedReads, readHost, readInterrupting, writeAttached } from '../parts/attached.ts';
import { readMessage, supplyMessage, waitsForMessage, writeMessage } from '../parts/message.ts';

/** A message that may arrive while a step waits is a boundary event with a message. */
export const boundaryMessage = defineMapping<BoundaryMessage>({
  kind: 'boundaryMessage',
  reads: attachedReads,
  claims: waitsForMessage,
  write: (step, pen) => ({ ...writeAttached(step.host, step.interrupting, pen), eventDefinitions: writeMessage(step.message, pen) }),
  read: (element, eye) => ({ ...readHost(element, eye), interrupting: readInterrupting(element), ...readMessage(element, eye) }),
  supply: (element, eye, said) => ({ ...said, host: said.host ?? '', interrupting: said.interrupting ?? true, message: said.message ?? supplyMessage(element, eye) }),
});
