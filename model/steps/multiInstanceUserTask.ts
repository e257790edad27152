import { z } from 'zod';
import type { JsonObject } from '../text.ts';
import { defineStep, nameSchema, stepShape, type StepBase } from './defineStep.ts';
import { outcomeSchema, taskContribution, usualOutcomes, type Outcome } from './outcome.ts';

/** What several persons have to do, and how their answers become one. */
export interface MultiInstanceUserTask extends StepBase {
  kind: 'multiInstanceUserTask';
  role: string;
  duty?: string;
  form?: string;
  outcomes: Outcome[];
  due?: { workingDays: number };
  instances: number;
  mode: 'parallel' | 'sequential';
  /** 会签: all must agree; 或签: any one suffices; 票签: `k` of the instances. */
  completion: { rule: 'all' | 'any' | 'kOfN'; k?: number };
  /** The outcome that counts as agreement; every other one as disagreement. */
  agree: string;
}

const needed = (step: MultiInstanceUserTask): number =>
  ({ all: step.instances, any: 1, kOfN: step.completion.k ?? step.instances })[step.completion.rule];

const rules = { all: { zh: '会签', en: 'all must agree' }, any: { zh: '或签', en: 'any one suffices' }, kOfN: { zh: '票签', en: 'by vote' } };

/** BPMN user task with multi-instance marker: ends as soon as agreement is reached or can no longer be. */
export const multiInstanceUserTask = defineStep<MultiInstanceUserTask>({
  kind: 'multiInstanceUserTask',
  title: { zh: '多人任务', en: 'Multi-instance user task' },
  fields: z.strictObject({
    ...stepShape,
    kind: z.literal('multiInstanceUserTask'),
    role: nameSchema.meta({ widget: 'role', label: { zh: '角色', en: 'Role' } }),
    duty: nameSchema.optional().meta({ widget: 'duty', label: { zh: '职责', en: 'Duty' } }),
    form: nameSchema.optional().meta({ widget: 'form', label: { zh: '表单', en: 'Form' } }),
    outcomes: z.array(outcomeSchema).min(1).meta({ widget: 'outcomes', label: { zh: '办理结果', en: 'Outcomes' } }),
    due: z.strictObject({ workingDays: z.int().min(1).max(500).meta({ label: { zh: '工作日', en: 'Working days' } }) }).optional().meta({ label: { zh: '办理期限', en: 'Due' } }),
    instances: z.int().min(1).max(50).meta({ label: { zh: '人数', en: 'Persons' } }),
    mode: z
      .enum(['parallel', 'sequential'])
      .meta({ label: { zh: '次序', en: 'Order' }, options: { parallel: { zh: '同时办理', en: 'All at once' }, sequential: { zh: '依次办理', en: 'One after another' } } }),
    completion: z
      .strictObject({
        rule: z.enum(['all', 'any', 'kOfN']).meta({ label: { zh: '规则', en: 'Rule' }, options: rules }),
        k: z.int().min(1).optional().meta({ label: { zh: '同意人数', en: 'Agreements needed' } }),
      })
      .meta({ label: { zh: '如何通过', en: 'How it passes' } }),
    agree: nameSchema.meta({ widget: 'outcome', label: { zh: '同意的结果', en: 'Outcome that agrees' } }),
  }),
  look: {
    shape: 'task',
    icon: 'users',
    summary: (step) => ({
      zh: `${rules[step.completion.rule].zh}：${needed(step)}/${step.instances} 人`,
      en: `${rules[step.completion.rule].en}: ${needed(step)} of ${step.instances}`,
    }),
  },
  bpmn: 'bpmn:UserTask',
  begins: false,
  ends: false,
  contains: false,
  join: 'each',
  split: 'all',
  waits: () => true,
  moves: () => ({ on: 'task' }),
  task: ({ role, duty, form, outcomes, instances }) => ({ role, duty, form, outcomes, persons: instances }),
  // Nobody is told how the others voted before all have.
  shows: (wait, person) => ({ ...wait, answers: (wait['answers'] as JsonObject[]).filter((answer) => answer['by'] === person) }), // written by this kind alone
  roles: (step) => [step.role],
  expressions: () => [],
  renamed: (step, to) => ({ role: to.role(step.role), form: step.form && to.form(step.form) }),
  blank: (base, { role }) => ({ ...base, kind: 'multiInstanceUserTask', role, outcomes: usualOutcomes, instances: 3, mode: 'parallel', completion: { rule: 'all' }, agree: 'agree' }),
  contributes: (step, process) => ({
    type: 'object',
    properties: {
      outcome: { type: 'string', enum: ['agreed', 'disagreed'] },
      agreed: { type: 'integer' },
      answers: { type: 'array', items: taskContribution(process, step.form, step.outcomes.map((outcome) => outcome.id)) },
    },
  }),
  enter(turn, step, arrival) {
    const due = turn.due(step, arrival);
    if (due === 'calendarMissing') return;
    const token = turn.rest(step, arrival, { answers: [] });
    const first = step.mode === 'parallel' ? step.instances : 1;
    for (let instance = 1; instance <= first; instance += 1) {
      turn.openTask({ task: `${token.id}.${instance}`, token: token.id, step: step.id, role: step.role, openedAt: turn.at, ...due });
    }
  },
  resume(turn, step, token, event) {
    if (event.event !== 'taskCompleted') return;
    const done = turn.state.tasks.find((task) => task.task === event.task);
    turn.closeTask(event.task, 'completed');
    turn.deed(token, step.duty, event.actor);
    const before = token.wait['answers'] as JsonObject[]; // written by this kind alone
    const answers = [...before, { ...event.data, outcome: event.outcome, by: event.actor.id, at: event.at }];
    const agreed = answers.filter((answer) => answer['outcome'] === step.agree).length;
    const passed = agreed >= needed(step);
    if (passed || agreed + step.instances - answers.length < needed(step)) {
      turn.learn(step.id, { outcome: passed ? 'agreed' : 'disagreed', agreed, answers });
      turn.leave(token);
      return;
    }
    turn.keep(token, { ...token.wait, answers });
    // All of them have one deadline: the next person takes over what the one before had, as it stands now.
    if (step.mode === 'sequential' && done) turn.openTask({ ...done, task: `${token.id}.${answers.length + 1}`, openedAt: turn.at });
  },
  check(_process, step) {
    const problems = [];
    if (step.completion.rule === 'kOfN' && (step.completion.k === undefined || step.completion.k > step.instances)) {
      problems.push({
        rule: 'multiInstanceUserTask',
        severity: 'error' as const,
        message: {
          zh: `“${step.name.zh}”要求的同意人数必须在 1 与 ${step.instances} 之间。`,
          en: `“${step.name.en}” must require between 1 and ${step.instances} agreements.`,
        },
        where: { step: step.id, field: 'completion.k' },
      });
    }
    if (!step.outcomes.some((outcome) => outcome.id === step.agree)) {
      problems.push({
        rule: 'multiInstanceUserTask',
        severity: 'error' as const,
        message: { zh: `“${step.name.zh}”没有名为“${step.agree}”的办理结果。`, en: `“${step.name.en}” has no outcome named “${step.agree}”.` },
        where: { step: step.id, field: 'agree' },
      });
    }
    return problems;
  },
});
