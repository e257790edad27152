import { z } from 'zod';
import { defineStep, nameSchema, stepShape, type StepBase } from './defineStep.ts';

/** Where a token ends. */
export interface EndEvent extends StepBase {
  kind: 'endEvent';
  /** `plain` ends this token; `terminate` ends the whole scope; `error` raises `error` for a boundary error to catch. */
  end: 'plain' | 'terminate' | 'error';
  /** How the case came out, when it closes here. */
  outcome?: string;
  error?: string;
}

/** BPMN end event: plain, terminate or error, with a named outcome. */
export const endEvent = defineStep<EndEvent>({
  kind: 'endEvent',
  title: { zh: '结束', en: 'End' },
  fields: z.strictObject({
    ...stepShape,
    kind: z.literal('endEvent'),
    end: z.enum(['plain', 'terminate', 'error']).meta({
      label: { zh: '结束方式', en: 'How it ends' },
      options: { plain: { zh: '普通结束', en: 'Plain' }, terminate: { zh: '终止全部', en: 'Ends everything' }, error: { zh: '以错误结束', en: 'Raises an error' } },
    }),
    outcome: nameSchema.optional().meta({ label: { zh: '结果', en: 'Outcome' } }),
    error: nameSchema.optional().meta({ label: { zh: '错误代码', en: 'Error code' } }),
  }),
  look: {
    shape: 'event',
    ring: 'thick',
    icon: 'stop',
    summary: (step) => (step.outcome ? { zh: `结果：${step.outcome}`, en: `Outcome: ${step.outcome}` } : undefined),
  },
  bpmn: 'bpmn:EndEvent',
  begins: false,
  ends: true,
  endsScope: (step) => step.end === 'terminate',
  contains: false,
  join: 'each',
  split: 'all',
  waits: () => false,
  moves: (step) => ({ ends: ({ plain: 'token', terminate: 'scope', error: 'error' } as const)[step.end], outcome: step.outcome }),
  roles: () => [],
  expressions: () => [],
  renamed: () => ({}),
  blank: (base) => ({ ...base, kind: 'endEvent', end: 'plain' }),
  contributes: () => undefined,
  raises: (step) => (step.end === 'error' ? [step.error ?? step.id] : []),
  enter(turn, step, arrival) {
    if (step.end === 'error') {
      const token = turn.rest(step, arrival, {});
      turn.fail(token, step.error ?? step.id, step.name.zh, 'uncaughtError');
      return;
    }
    if (step.outcome && arrival.scope === '') turn.state.outcome = step.outcome;
    if (step.end === 'terminate') turn.cancelScope(arrival.scope);
  },
  resume: () => undefined,
  check: (_process, step) =>
    step.end === 'error' && !step.error
      ? [
          {
            rule: 'endEvent',
            severity: 'error',
            message: { zh: `结束事件“${step.name.zh}”是错误结束，但没有错误代码；请填写代码。`, en: `End event “${step.name.en}” raises an error without a code; give it one.` },
            where: { step: step.id, field: 'error' },
          },
        ]
      : [],
});
