import { z } from 'zod';
import { defineStep, stepShape, type StepBase } from './defineStep.ts';

/** Where a process, or a subprocess, begins. */
export interface StartEvent extends StepBase {
  kind: 'startEvent';
}

/** BPMN start event without trigger: its token goes straight on. */
export const startEvent = defineStep<StartEvent>({
  kind: 'startEvent',
  title: { zh: '开始', en: 'Start' },
  fields: z.strictObject({ ...stepShape, kind: z.literal('startEvent') }),
  look: { shape: 'event', ring: 'thin', icon: 'play', summary: () => undefined },
  bpmn: 'bpmn:StartEvent',
  begins: true,
  ends: false,
  contains: false,
  join: 'each',
  split: 'all',
  waits: () => false,
  moves: () => ({}),
  roles: () => [],
  expressions: () => [],
  renamed: () => ({}),
  blank: (base) => ({ ...base, kind: 'startEvent' }),
  contributes: () => undefined,
  enter: (turn, step, arrival) => turn.pass(step, arrival),
  resume: () => undefined,
  check: () => [],
});
