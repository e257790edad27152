import { z } from 'zod';
import { boundaryError } from './boundaryError.ts';
import { boundaryMessage } from './boundaryMessage.ts';
import { boundaryTimer } from './boundaryTimer.ts';
import { businessRuleTask } from './businessRuleTask.ts';
import type { StepKind } from './defineStep.ts';
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

/** Every kind of step there is; a new kind is one file and one line here. */
export const stepKinds = {
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

type StepOf<K> = K extends StepKind<infer S> ? S : never;

/** One box of a process: the union of what all kinds declare. */
export type Step = StepOf<(typeof stepKinds)[keyof typeof stepKinds]>;

/** Well-formedness of a {@link Step}, derived from the registry. */
export const stepSchema = z.discriminatedUnion(
  'kind',
  Object.values(stepKinds).map((kind) => kind.fields) as unknown as [z.ZodObject<{ kind: z.ZodLiteral }>], // the registry is a record, the union wants a tuple
  { error: (issue) => (issue.code === 'invalid_union' ? `no such kind of step; there are: ${Object.keys(stepKinds).join(', ')}` : undefined) },
) as unknown as z.ZodType<Step>; // derived from the same registry as the type

/** The kind that answers for a step. */
export function kindOf(step: Step): StepKind<Step> {
  return stepKinds[step.kind] as unknown as StepKind<Step>; // each kind is asked only about its own steps
}
