import { z } from 'zod';
import { defineStep, stepShape, type StepBase } from './defineStep.ts';

/** A step that contains steps. */
export interface SubProcess extends StepBase {
  kind: 'subProcess';
  size: { width: number; height: number };
}

/** BPMN embedded subprocess: a scope of its own, done when no token is left in it. */
export const subProcess = defineStep<SubProcess>({
  kind: 'subProcess',
  title: { zh: '子流程', en: 'Subprocess' },
  fields: z.strictObject({
    ...stepShape,
    kind: z.literal('subProcess'),
    size: z.strictObject({ width: z.number().min(1), height: z.number().min(1) }).meta({ widget: 'onCanvas', label: { zh: '大小', en: 'Size' } }),
  }),
  look: { shape: 'subProcess', icon: 'subProcess', summary: () => undefined },
  bpmn: 'bpmn:SubProcess',
  begins: false,
  ends: false,
  contains: true,
  join: 'each',
  split: 'all',
  waits: () => false,
  moves: () => ({}),
  roles: () => [],
  expressions: () => [],
  renamed: () => ({}),
  blank: (base) => ({ ...base, kind: 'subProcess', size: { width: 420, height: 240 } }),
  contributes: () => undefined,
  enter(turn, step, arrival) {
    const token = turn.rest(step, arrival, {});
    turn.beginScope(step.id, token.id);
  },
  scopeEnded: (turn, _step, token) => turn.leave(token),
  resume: () => undefined,
  check: () => [],
});
