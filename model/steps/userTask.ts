import { z } from 'zod';
import { defineStep, nameSchema, stepShape, type StepBase } from './defineStep.ts';
import { outcomeSchema, taskContribution, usualOutcomes, type Outcome } from './outcome.ts';

/** What one person has to do. */
export interface UserTask extends StepBase {
  kind: 'userTask';
  role: string;
  /** Duty for the separation of duties; a person who exercised another duty of the same set is barred. */
  duty?: string;
  form?: string;
  outcomes: Outcome[];
  /** Working days until the task is overdue. */
  due?: { workingDays: number };
  /** Name of data over which the answers are also laid: a correction writes `declaration`. */
  writes?: string;
  /** Completing this task ends the suspension of this reason. */
  resumes?: string;
}

/** BPMN user task: opens a task for a role and goes on with the person's outcome. */
export const userTask = defineStep<UserTask>({
  kind: 'userTask',
  title: { zh: '人工任务', en: 'User task' },
  fields: z.strictObject({
    ...stepShape,
    kind: z.literal('userTask'),
    role: nameSchema.meta({ widget: 'role', label: { zh: '角色', en: 'Role' } }),
    duty: nameSchema.optional().meta({ widget: 'duty', label: { zh: '职责', en: 'Duty' } }),
    form: nameSchema.optional().meta({ widget: 'form', label: { zh: '表单', en: 'Form' } }),
    outcomes: z.array(outcomeSchema).min(1).meta({ widget: 'outcomes', label: { zh: '办理结果', en: 'Outcomes' } }),
    due: z.strictObject({ workingDays: z.int().min(1).max(500).meta({ label: { zh: '工作日', en: 'Working days' } }) }).optional().meta({ label: { zh: '办理期限', en: 'Due' } }),
    writes: nameSchema.optional().meta({ widget: 'datum', label: { zh: '同时更正', en: 'Also writes' } }),
    resumes: nameSchema.optional().meta({ widget: 'message', label: { zh: '办结后恢复', en: 'Resumes' } }),
  }),
  look: {
    shape: 'task',
    icon: 'user',
    summary: (step) => (step.due ? { zh: `${step.due.workingDays} 个工作日`, en: `${step.due.workingDays} working days` } : undefined),
  },
  bpmn: 'bpmn:UserTask',
  begins: false,
  ends: false,
  contains: false,
  join: 'each',
  split: 'all',
  waits: () => true,
  moves: (step) => ({ on: 'task', resumes: step.resumes }),
  task: ({ role, duty, form, outcomes }) => ({ role, duty, form, outcomes }),
  roles: (step) => [step.role],
  expressions: () => [],
  renamed: (step, to) => ({ role: to.role(step.role), form: step.form && to.form(step.form), writes: step.writes && to.step(step.writes) }),
  blank: (base, { role }) => ({ ...base, kind: 'userTask', role, outcomes: usualOutcomes }),
  contributes: (step, process) => taskContribution(process, step.form, step.outcomes.map((outcome) => outcome.id)),
  enter(turn, step, arrival) {
    const due = turn.due(step, arrival);
    if (due === 'calendarMissing') return;
    const token = turn.rest(step, arrival, {});
    turn.openTask({ task: token.id, token: token.id, step: step.id, role: step.role, openedAt: turn.at, ...due });
  },
  resume(turn, step, token, event) {
    if (event.event !== 'taskCompleted') return;
    turn.closeTask(token.id, 'completed');
    turn.deed(token, step.duty, event.actor);
    turn.contribute(step.id, { ...event.data, outcome: event.outcome, by: event.actor.id, at: event.at });
    if (step.writes) turn.overlay(step.writes, event.data);
    if (step.resumes) turn.resume(step.resumes);
    turn.leave(token);
  },
  check: () => [],
});
