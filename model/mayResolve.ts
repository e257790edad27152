import type { CaseState, Incident } from './case.ts';
import { correctionFault } from './correction.ts';
import type { IncidentResolved, SkipProposed } from './event.ts';
import { indexOf } from './processIndex.ts';
import type { Process } from './process.ts';
import type { Refusal, RefusalCode } from './refusal.ts';
import { stepMovesMoney } from './stepMovesMoney.ts';
import { kindOf } from './steps/index.ts';

const no = (code: RefusalCode, zh: string, en: string, where?: string): Refusal => ({ code, message: { zh, en }, ...(where === undefined ? {} : { where }) });

const gone = (incident: string): Refusal => no('incidentUnknown', '该异常已不存在，请刷新页面。', 'That incident no longer exists; load the page again.', incident);

/** Why this person cannot propose to pass over the step of an incident, or nothing. */
export function mayProposeSkip(process: Process, state: CaseState, { incident: id, actor }: SkipProposed): Refusal | undefined {
  const incident = state.incidents.find((candidate) => candidate.id === id);
  if (!incident) return gone(id);
  const { proposal } = incident;
  if (proposal && proposal.by !== actor.id) {
    return no('separationOfDuties', `${proposal.name} 已经建议跳过；如同意，请确认。`, `${proposal.name} has already proposed to skip it; confirm that if you agree.`, id);
  }
  return maySkip(process, state, incident);
}

/** Why this person cannot resolve an incident in this way, or nothing. */
export function mayResolve(process: Process, state: CaseState, event: IncidentResolved): Refusal | undefined {
  const incident = state.incidents.find((candidate) => candidate.id === event.incident);
  if (!incident) return gone(event.incident);
  if (event.how !== 'skip' && !event.actor.roles.includes('administrator')) {
    return no('notAllowed', '重试和更正由管理员办理；流程负责人只能确认跳过。', 'Only an administrator tries again or corrects; a process owner confirms that a step is skipped.', event.incident);
  }
  if (event.how === 'retry') return undefined;
  if (event.how === 'correct') return correctionFault(process, state, event.data);
  const { proposal } = incident;
  if (!proposal) return no('separationOfDuties', '跳过须两人：先由一名管理员建议，再由另一人确认。', 'Skipping takes two: an administrator proposes it, another person confirms it.', event.incident);
  if (proposal.by === event.actor.id) return no('separationOfDuties', '您已建议跳过，须由另一名管理员或流程负责人确认。', 'You proposed to skip it; another administrator or a process owner has to confirm.', event.incident);
  return maySkip(process, state, incident);
}

function maySkip(process: Process, state: CaseState, incident: Incident): Refusal | undefined {
  const token = state.tokens.find((candidate) => candidate.id === incident.token);
  const step = indexOf(process).steps.get(incident.step);
  if (!step || token?.step !== incident.step) return undefined; // on a border only the clock is given up, and the work stays
  if (stepMovesMoney(step)) {
    return no('notAllowed', `“${step.name.zh}”涉及资金，不能跳过；请排除原因后重试。`, `“${step.name.en}” posts or pays money, so it cannot be skipped; remove the cause and try again.`, incident.id);
  }
  if (kindOf(step).task?.(step)) {
    return no('notAllowed', `“${step.name.zh}”须由人办理，不能跳过；请排除原因后重试。`, `“${step.name.en}” is for a person to do, so it cannot be skipped; remove the cause and try again.`, incident.id);
  }
  const flows = indexOf(process).outgoing.get(step.id) ?? [];
  if (kindOf(step).split !== 'all' && flows.length > 1 && !flows.some((flow) => flow.isDefault)) {
    return no('incidentUnknown', `“${step.name.zh}”没有默认流向，不能跳过；请更正数据后重试。`, `“${step.name.en}” has no default flow, so it cannot be skipped; correct the data and try again.`, incident.id);
  }
  return undefined;
}
