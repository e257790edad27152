import { z } from 'zod';
import { defineStep, stepShape, type StepBase } from './defineStep.ts';

/** Where all ways are taken at once, and where all of them meet again. */
export interface ParallelGateway extends StepBase {
  kind: 'parallelGateway';
}

/** BPMN parallel gateway: waits for one token on every incoming flow, then sends one along every outgoing flow. */
export const parallelGateway = defineStep<ParallelGateway>({
  kind: 'parallelGateway',
  title: { zh: '并行网关', en: 'Parallel gateway' },
  fields: z.strictObject({ ...stepShape, kind: z.literal('parallelGateway') }),
  look: { shape: 'gateway', icon: 'plus', summary: () => undefined },
  bpmn: 'bpmn:ParallelGateway',
  begins: false,
  ends: false,
  contains: false,
  join: 'all',
  split: 'all',
  waits: () => false,
  moves: () => ({}),
  roles: () => [],
  expressions: () => [],
  renamed: () => ({}),
  blank: (base) => ({ ...base, kind: 'parallelGateway' }),
  contributes: () => undefined,
  enter: (turn, step, arrival) => turn.pass(step, arrival),
  resume: () => undefined,
  check: () => [],
});
