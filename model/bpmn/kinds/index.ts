import { kindOf, stepKinds, type Step } from '../../steps/index.ts';
import type { Mapping } from '../defineMapping.ts';
import type { Element } from '../element.ts';
import { boundaryError } from './boundaryError.ts';
import { boundaryMessage } from './boundaryMessage.ts';
import { boundaryTimer } from './boundaryTimer.ts';
import { businessRuleTask } from './businessRuleTask.ts';
import { endEvent } from './endEvent.ts';
import { exclusiveGateway } from './exclusiveGateway.ts';
import { inclusiveGateway } from './inclusiveGateway.ts';
import { messageCatchEvent } from './messageCatchEvent.ts';
import { multiInstanceUserTask } from './multiInstanceUserTask.ts';
import { parallelGateway } from './parallelGateway.ts';
import { serviceTask } from './serviceTask.ts';
import { startEvent } from './startEvent.ts';
import { subProcess } from './subProcess.ts';
import { timerCatchEvent } from './timerCatchEvent.ts';
import { userTask } from './userTask.ts';

/** How every kind of step is told in BPMN; a new kind is one file and one line here. */
export const mappings = {
  startEvent,
  endEvent,
  userTask,
  multiInstanceUserTask,
  serviceTask,
  businessRuleTask,
  exclusiveGateway,
  parallelGateway,
  inclusiveGateway,
  timerCatchEvent,
  messageCatchEvent,
  boundaryTimer,
  boundaryMessage,
  boundaryError,
  subProcess,
};

const every = Object.values(mappings) as unknown as readonly Mapping<Step>[]; // each mapping is asked only about its own steps

/** The mapping that answers for a step. */
export function mappingOf(step: Step): Mapping<Step> {
  return mappings[kindOf(step).kind] as unknown as Mapping<Step>; // each mapping is asked only about its own steps
}

/** The mapping of a kind by its name, where there is such a kind. */
export function mappingNamed(kind: string): Mapping<Step> | undefined {
  return Object.hasOwn(mappings, kind) ? every.find((mapping) => mapping.kind === kind) : undefined;
}

/** Whether elements of this type can be of a mapping's kind. */
export function fits({ kind, also }: Mapping<Step>, type: string): boolean {
  return stepKinds[kind].bpmn === type || (also !== undefined && Object.hasOwn(also, type));
}

/** The mapping that reads an element; absent where we have nothing that does what it does. */
export function mappingFor(element: Element): Mapping<Step> | undefined {
  return every.find((mapping) => fits(mapping, element.$type) && mapping.claims(element));
}
