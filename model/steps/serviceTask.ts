import { z } from 'zod';
import { documentsComplete } from '../checks/documentsComplete.ts';
import { checks } from '../checks/index.ts';
import { defineStep, nameSchema, stepShape, type StepBase } from './defineStep.ts';

/** What a machine outside has to do. */
export interface ServiceTask extends StepBase {
  kind: 'serviceTask';
  /** Name of a check in `model/checks`. */
  check: string;
}

/** BPMN service task: runs a named check and keeps its result. */
export const serviceTask = defineStep<ServiceTask>({
  kind: 'serviceTask',
  title: { zh: '自动核验', en: 'Service task' },
  fields: z.strictObject({
    ...stepShape,
    kind: z.literal('serviceTask'),
    check: nameSchema.meta({ widget: 'check', label: { zh: '核验', en: 'Check' } }),
  }),
  look: { shape: 'task', icon: 'gear', summary: (step) => checks[step.check]?.title },
  bpmn: 'bpmn:ServiceTask',
  begins: false,
  ends: false,
  contains: false,
  join: 'each',
  split: 'all',
  waits: () => true,
  moves: () => ({ on: 'answer' }),
  asks: (step) => step.check,
  roles: () => [],
  expressions: () => [],
  renamed: () => ({}),
  // Reads nothing by name and moves no money, so that it does no harm where nobody chooses another.
  blank: (base) => ({ ...base, kind: 'serviceTask', check: documentsComplete.check }),
  contributes(step) {
    const check = checks[step.check];
    if (!check) return undefined;
    const types = { string: { type: 'string' }, boolean: { type: 'boolean' }, integer: { type: 'integer' }, list: { type: 'array' } } as const;
    return { type: 'object', properties: Object.fromEntries(check.result.map((field) => [field.name, types[field.type]])) };
  },
  raises: (step) => ['unreachable', ...(checks[step.check]?.failures ?? [])],
  enter(turn, step, arrival) {
    const token = turn.rest(step, arrival, {});
    turn.runCheck(token, step.check);
  },
  resume(turn, step, token, event) {
    if (event.event === 'effectFailed') turn.fail(token, event.code, event.message, 'checkFailed');
    if (event.event !== 'effectSucceeded') return;
    const check = checks[step.check];
    if (!check) return;
    turn.learn(step.id, check.judge(turn.process, turn.state, event.answer));
    turn.leave(token);
  },
  check: (_process, step) =>
    checks[step.check]
      ? []
      : [
          {
            rule: 'serviceTask',
            severity: 'error',
            message: {
              zh: `“${step.name.zh}”要运行的核验“${step.check}”不存在；可选：${Object.keys(checks).join('、')}。`,
              en: `“${step.name.en}” runs the check “${step.check}”, which does not exist; there are: ${Object.keys(checks).join(', ')}.`,
            },
            where: { step: step.id, field: 'check' },
          },
        ],
});
