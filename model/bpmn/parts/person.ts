import type { Outcome } from '../../steps/outcome.ts';
import type { Eye, Pen } from '../defineMapping.ts';
import { elementIn, elementsIn, type Element } from '../element.ts';

/** A role as the potential owner of a task. */
export function writeRole(role: string, pen: Pen): { resources: Element[] } {
  return { resources: [pen.make('bpmn:PotentialOwner', { resourceRef: pen.role(role) })] };
}

/** The role that a task names as its potential owner. */
export function readRole(element: Element, eye: Eye): { role?: string } {
  const role = eye.role(elementIn(elementsIn(element, 'resources')[0], 'resourceRef'));
  return role === undefined ? {} : { role };
}

/** An outcome that asks for nothing more than the press of a button. */
export function plainOutcome(id: string, zh: string, en: string): Outcome {
  return { id, name: { zh, en }, needsForm: false, needsReason: false };
}
