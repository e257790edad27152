import type { Eye, Pen } from '../defineMapping.ts';
import { definitionIn, elementIn, isA, type Element } from '../element.ts';

/** Whether an element waits for a message and for nothing else. */
export function waitsForMessage(element: Element): boolean {
  return isA(element, 'bpmn:ReceiveTask') || definitionIn(element)?.$type === 'bpmn:MessageEventDefinition';
}

/** The message that an event waits for. */
export function writeMessage(message: string, pen: Pen): Element[] {
  return [pen.make('bpmn:MessageEventDefinition', { messageRef: pen.message(message) })];
}

/** The message that an element waits for; absent where the file does not name one. */
export function readMessage(element: Element, eye: Eye): { message?: string } {
  const message = eye.message(elementIn(element, 'messageRef') ?? elementIn(definitionIn(element), 'messageRef'));
  return message === undefined ? {} : { message };
}

/** A name for a message that the file does not name, said to the reader. */
export function supplyMessage(element: Element, eye: Eye): string {
  eye.changed(element, '等待的消息没有名称；请选择消息。', 'The message to wait for has no name; choose one.');
  return 'message';
}
