import { z } from 'zod';
import { defineStep, nameSchema, stepShape, type StepBase } from './defineStep.ts';

/** The way out when its host fails. */
export interface BoundaryError extends StepBase {
  kind: 'boundaryError';
  host: string;
  /** The code it catches; absent: any. */
  error?: string;
}

/** BPMN boundary error event: always interrupting. */
export const boundaryError = defineStep<BoundaryError>({
  kind: 'boundaryError',
  title: { zh: '边界错误', en: 'Boundary error' },
  fields: z.strictObject({
    ...stepShape,
    kind: z.literal('boundaryError'),
    host: nameSchema.meta({ widget: 'host', label: { zh: '所附步骤', en: 'Attached to' } }),
    error: nameSchema.optional().meta({ widget: 'error', label: { zh: '错误代码', en: 'Error code' } }),
  }),
  look: {
    shape: 'event',
    ring: 'double',
    icon: 'error',
    summary: (step) => (step.error ? { zh: `错误：${step.error}`, en: `Error: ${step.error}` } : { zh: '任何错误', en: 'Any error' }),
  },
  bpmn: 'bpmn:BoundaryEvent',
  begins: false,
  ends: false,
  attachedTo: (step) => step.host,
  contains: false,
  join: 'each',
  split: 'all',
  waits: () => false,
  moves: () => ({ on: 'error', interrupts: true }),
  catches: (step, code) => step.error === undefined || step.error === code,
  roles: () => [],
  expressions: () => [],
  renamed: (step, to) => ({ host: to.step(step.host) }),
  blank: (base, { host }) => ({ ...base, kind: 'boundaryError', host }),
  contributes: () => ({ type: 'object', properties: { code: { type: 'string' }, message: { type: 'string' } } }),
  enter: () => undefined,
  resume: () => undefined,
  check: () => [],
});
