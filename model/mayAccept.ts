import type { Actor, CaseState } from './case.ts';
import { movesMoney } from './checks/defineCheck.ts';
import { checks } from './checks/index.ts';
import { goesOnWhileSuspended } from './clocks.ts';
import type { CalendarLoaded, CaseRestarted, CaseResumed, CaseSuspended, CaseTerminated, CaseWithdrawn, Event, IncidentResolved, MessageReceived, SkipProposed, TaskCompleted } from './event.ts';
import { mayProposeSkip, mayResolve } from './mayResolve.ts';
import { listenerFor } from './listeners.ts';
import { indexOf } from './processIndex.ts';
import type { Process } from './process.ts';
import type { Refusal, RefusalCode } from './refusal.ts';
import { kindOf } from './steps/index.ts';
import type { TaskDefinition } from './steps/defineStep.ts';

/** The events that a person brings about. */
export type HumanEvent =
  | TaskCompleted
  | MessageReceived
  | CaseWithdrawn
  | CaseSuspended
  | CaseResumed
  | CaseTerminated
  | CalendarLoaded
  | SkipProposed
  | IncidentResolved
  | CaseRestarted;

const human: { [name in HumanEvent['event']]: true } = {
  taskCompleted: true,
  messageReceived: true,
  caseWithdrawn: true,
  caseSuspended: true,
  caseResumed: true,
  caseTerminated: true,
  calendarLoaded: true,
  skipProposed: true,
  incidentResolved: true,
  caseRestarted: true,
};

/** Whether an event is a human act, and so subject to {@link mayAccept}. */
export function isHumanEvent(event: Event): event is HumanEvent {
  return event.event in human;
}

/** The role of those for whom cases run: having it is not enough, the case has to be their own. */
const applicantRole = 'applicant';

/** Who may do what to a case as a whole, by role. */
export const actRoles: { [name in Exclude<HumanEvent['event'], 'taskCompleted' | 'messageReceived'>]: string[] } = {
  caseWithdrawn: [applicantRole],
  caseSuspended: ['administrator'],
  caseResumed: ['administrator'],
  caseTerminated: ['administrator', 'decisionMaker'],
  calendarLoaded: ['administrator'],
  skipProposed: ['administrator'],
  /** A process owner only confirms what an administrator proposed. */
  incidentResolved: ['administrator', 'processOwner'],
  caseRestarted: ['administrator'],
};

const no = (code: RefusalCode, zh: string, en: string, where?: string): Refusal => ({ code, message: { zh, en }, ...(where === undefined ? {} : { where }) });

/**
 * The one judge of human acts: why this act cannot be taken in now, or nothing when it can. The designer greys out by it, the
 * door asks it, the update validator decides by it. Pure; `at` of the event is not looked at.
 */
export function mayAccept(process: Process, state: CaseState, event: HumanEvent): Refusal | undefined {
  if (state.closed) return no('caseClosed', `案件 ${state.case} 已经结束（${state.closed.outcome}），不能再办理。`, `Case ${state.case} is closed (${state.closed.outcome}); nothing more can be done on it.`);
  if (event.event === 'taskCompleted') return mayComplete(process, state, event);
  if (event.event === 'messageReceived') {
    return listenerFor(process, state, event.message)
      ? undefined
      : no('messageNotExpected', '案件目前不在公示期等可以受理异议或举报的阶段。', 'The case is not in a period in which an objection or a report can be received.', event.message);
  }
  if (!event.actor.roles.some((role) => actRoles[event.event].includes(role))) {
    return no('notAllowed', '您没有对案件进行此项操作的权限。', 'You do not have the right to do this to a case.');
  }
  if ('reason' in event && event.reason.trim() === '') return no('reasonMissing', '请说明理由。', 'Give a reason.', 'reason');
  switch (event.event) {
    case 'caseWithdrawn':
      if (!forApplicant(event.actor, state)) return no('notAllowed', '只有本案申报人可以撤回。', 'Only this case’s applicant can withdraw it.');
      if (state.awarded) return no('notWithdrawable', '资助已经下达，不能再撤回。', 'The award has been issued; the case can no longer be withdrawn.');
      return state.unbooked.length > 0 ? moneyMayHaveLeft(process, state) : undefined;
    case 'caseSuspended':
      return state.suspensions.some((suspension) => suspension.reason === 'administrator')
        ? no('caseSuspended', '案件已经由管理员中止。', 'The case is already suspended by an administrator.')
        : undefined;
    case 'caseResumed':
      return state.suspensions.some((suspension) => suspension.reason === 'administrator')
        ? undefined
        : no('notSuspended', '案件没有被管理员中止。', 'The case is not suspended by an administrator.');
    case 'caseTerminated':
      return moneyMayHaveLeft(process, state);
    case 'skipProposed':
      return mayProposeSkip(process, state, event);
    case 'incidentResolved':
      return mayResolve(process, state, event);
    default:
      return undefined;
  }
}

/** A case that is closed while its payment or posting is under way, or while nobody knows whether it was paid, could release money that has left. */
function moneyMayHaveLeft(process: Process, state: CaseState): Refusal | undefined {
  if (state.openEffects.some((open) => movesMoney[checks[open.check]?.performer ?? 'lookUp'])) {
    return no('notAllowed', '款项正在支付或入账，现在不能终止或撤回案件；请稍后再试。', 'Money is being paid or posted right now, so the case cannot be ended; try again in a moment.');
  }
  const [order] = state.unbooked;
  if (!order) return undefined;
  const name = indexOf(process).steps.get(order.step)?.name ?? { zh: order.step, en: order.step };
  return no('notAllowed', `“${name.zh}”的支付指令已经发出，款项是否付出尚未查清或入账，不能终止或撤回案件；请先由财务与国库对账。`, `“${name.en}” gave an order to pay, and whether the money left is not cleared up or booked yet, so the case cannot be ended; finance has to reconcile with the treasury first.`, order.step);
}

function forApplicant(actor: Actor, state: CaseState): boolean {
  return actor.applicant !== undefined && actor.applicant === state.applicant.creditCode;
}

function mayComplete(process: Process, state: CaseState, event: TaskCompleted): Refusal | undefined {
  const open = state.tasks.find((task) => task.task === event.task);
  const step = open && indexOf(process).steps.get(open.step);
  const task = step && kindOf(step).task?.(step);
  if (!open || !step || !task) {
    return no('taskNotOpen', '该任务不在办理中：已经办结、取消，或属于较早的一轮。', 'That task is not open: it is done, cancelled, or of an earlier visit.', event.task);
  }
  const barred = mayWorkOn(process, state, open.token, task, event.actor);
  if (barred) return barred;
  if (state.suspensions.length > 0 && !goesOnWhileSuspended(process, step.id)) {
    return no('caseSuspended', '案件处于中止状态，恢复后才能办理。', 'The case is suspended; the task can be done once it is resumed.', event.task);
  }
  const outcome = task.outcomes.find((candidate) => candidate.id === event.outcome);
  if (!outcome) {
    const names = task.outcomes.map((candidate) => candidate.id).join(', ');
    return no('outcomeUnknown', `该任务没有“${event.outcome}”这一办理结果；可选：${names}。`, `The task has no outcome “${event.outcome}”; there are: ${names}.`, 'outcome');
  }
  const reason = event.data['reason'];
  if (outcome.needsReason && (typeof reason !== 'string' || reason.trim() === '')) {
    return no('reasonMissing', `选择“${outcome.name.zh}”时请说明理由。`, `Give a reason for “${outcome.name.en}”.`, 'reason');
  }
  return undefined;
}

/** Whether a person may work on a task at all: role, own application, separation of duties, one person one instance. */
export function mayWorkOn(process: Process, state: CaseState, token: string, task: TaskDefinition, actor: Actor): Refusal | undefined {
  if (!actor.roles.includes(task.role)) {
    const role = process.roles.find((candidate) => candidate.id === task.role)?.name ?? { zh: task.role, en: task.role };
    return no('notAllowed', `该任务由“${role.zh}”办理，您没有这一角色。`, `This task is for the role “${role.en}”, which you do not have.`);
  }
  if ((task.role === applicantRole || actor.applicant !== undefined) && !forApplicant(actor, state)) return no('notAllowed', '这不是您单位的案件。', 'This is not a case of your organisation.');
  if (state.deeds.some((deed) => deed.token === token && deed.actor === actor.id)) {
    return no('separationOfDuties', '该任务须由不同的人办理，您已经办理过其中一份。', 'This task is for several persons, and you have already done one part of it.');
  }
  const clash = state.deeds.find(
    (deed) =>
      deed.actor === actor.id &&
      process.separation.some((set) => deed.duty !== undefined && task.duty !== undefined && deed.duty !== task.duty && set.includes(deed.duty) && set.includes(task.duty)),
  );
  if (clash) {
    const name = indexOf(process).steps.get(clash.step)?.name ?? { zh: clash.step, en: clash.step };
    return no('separationOfDuties', `您已在本案办理过“${name.zh}”，按职责分离不能再办理此任务；请由同事办理。`, `You already did “${name.en}” on this case; by separation of duties a colleague has to do this task.`);
  }
  return undefined;
}
