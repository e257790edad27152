import type { Eye, Pen } from '../defineMapping.ts';
import { elementIn, type Element } from '../element.ts';

/** Properties of a border event that are understood whatever it waits for. */
export const attachedReads = ['attachedToRef', 'cancelActivity', 'eventDefinitions'] as const;

/** On whose border an event sits, and whether it interrupts. */
export function writeAttached(host: string, interrupting: boolean, pen: Pen): { attachedToRef: Element | undefined; cancelActivity: boolean } {
  return { attachedToRef: pen.stepElement(host), cancelActivity: interrupting };
}

/** The step on whose border an element sits. */
export function readHost(element: Element, eye: Eye): { host?: string } {
  const host = eye.stepId(elementIn(element, 'attachedToRef'));
  return host === undefined ? {} : { host };
}

/** Whether an element interrupts its host; BPMN says so where nothing is said. */
export function readInterrupting(element: Element): boolean {
  return element['cancelActivity'] !== false;
}
