import type { TaskDetail, TaskView } from '../../model/api/tasks.ts';
import type { Account } from '../../model/api/session.ts';
import type { Actor } from '../../model/case.ts';
import { instantFromMs, msOf } from '../../model/instant.ts';
import { mayAccept } from '../../model/mayAccept.ts';
import { prefillOf } from '../../model/prefill.ts';
import { indexOf } from '../../model/processIndex.ts';
import type { Form, Process } from '../../model/process.ts';
import type { Refusal } from '../../model/refusal.ts';
import type { TaskDefinition } from '../../model/steps/defineStep.ts';
import { kindOf, type Step } from '../../model/steps/index.ts';
import type { CaseRecord } from '../store/cases.ts';
import type { TaskRecord } from '../store/tasks.ts';

/** A task together with everything it is judged and shown by. */
export interface TaskInCase {
  record: TaskRecord;
  case: CaseRecord;
  process: Process;
}

/** The step of a task and what it asks; nothing where the version has no such step, which a published version always has. */
export function definitionOf({ record, process }: Pick<TaskInCase, 'record' | 'process'>): { step: Step; task: TaskDefinition } | undefined {
  const step = indexOf(process).steps.get(record.step);
  const task = step && kindOf(step).task?.(step);
  return step && task ? { step, task } : undefined;
}

/** The account as the kernel knows a person. */
export const actorOf = (account: Account): Actor => ({
  id: account.id,
  name: account.name.zh,
  roles: account.roles,
  ...(account.applicant === undefined ? {} : { applicant: account.applicant }),
});

/** Why this person cannot do this task now, or nothing. */
export function whyNot({ record, case: row, process }: TaskInCase, account: Account): Refusal | undefined {
  const definition = definitionOf({ record, process });
  if (!definition || !row.state) return { code: 'taskNotOpen', message: { zh: '该任务不在办理中。', en: 'That task is not open.' }, where: record.task };
  const outcome = definition.task.outcomes[0]?.id ?? '';
  // Only role, duties and suspension are asked about here; a reason is given when the task is done.
  const no = mayAccept(process, row.state, { event: 'taskCompleted', at: row.state.at, task: record.task, actor: actorOf(account), outcome, data: { reason: '…' } });
  if (no) return no;
  return record.claimedBy !== null && record.claimedBy !== account.id ? claimedBy(record.claimedBy, record.task) : undefined;
}

/** The refusal that names the colleague. */
export function claimedBy(colleague: string, task: string): Refusal {
  return { code: 'taskClaimed', message: { zh: `该任务已由 ${colleague} 签收；如需办理，请其先退回组内，或请管理员收回。`, en: `This task is claimed by ${colleague}; they can release it, or an administrator can.` }, where: task };
}

/** Case time now, by the case's own clock. */
export function caseTime(row: Pick<CaseRecord, 'clock'>, now: number): string {
  const { start, realStart, factor } = row.clock;
  return instantFromMs(msOf(start) + (now - realStart) * factor);
}

/** A task as the API shows it to this person; nothing where its step is gone. */
export function taskViewOf(task: TaskInCase, account: Account, now: number): TaskView | undefined {
  const definition = definitionOf(task);
  if (!definition) return undefined;
  const { record, case: row, process } = task;
  const why = whyNot(task, account);
  const [, visit, instance] = /#(\d+)(?:\.(\d+))?$/.exec(record.task) ?? [];
  const form = formOf(process, definition.task);
  return {
    task: record.task,
    case: record.case,
    measure: row.measure,
    process: row.process,
    version: row.version,
    step: record.step,
    name: definition.step.name,
    stage: definition.step.stage,
    role: record.role,
    visit: Number(visit ?? 1),
    ...(instance === undefined ? {} : { instance: Number(instance) }),
    openedAt: record.openedAt,
    ...(record.due === null ? {} : { due: record.due }),
    overdue: record.due !== null && msOf(caseTime(row, now)) > msOf(record.due),
    ...(record.claimedBy === null ? {} : { claimedBy: record.claimedBy }),
    applicant: { creditCode: row.creditCode, name: row.applicantName },
    ...(form ? { form } : {}),
    outcomes: definition.task.outcomes,
    ...(row.amountFen === null ? {} : { amountFen: row.amountFen }),
    can: why === undefined,
    ...(why ? { why } : {}),
  };
}

/** The form of a task. */
export function formOf(process: Process, task: TaskDefinition): Form | undefined {
  return process.forms.find((form) => form.id === task.form);
}

/** A task with the answers to start from. */
export function taskDetailOf(task: TaskInCase, account: Account, now: number): TaskDetail | undefined {
  const view = taskViewOf(task, account, now);
  return view && { ...view, prefill: task.case.state ? prefillOf(view.form, task.case.state, view.step) : {} };
}
