import { addWorkingDays } from '../calendar/workingDays.ts';
import type { Actor, Instant } from '../case.ts';
import { msOf } from '../instant.ts';
import { actRoles, mayAccept, type HumanEvent } from '../mayAccept.ts';
import { indexOf } from '../processIndex.ts';
import type { Refusal, RefusalCode } from '../refusal.ts';
import type { ActLine, AnswerLine, HappeningLine, TimeLine } from '../scenario/scenario.ts';
import { kindOf } from '../steps/index.ts';
import { applicantOf, type Rehearsal } from './rehearsal.ts';
import { answered, nextToFire, takeAndRest } from './virtualCase.ts';

/** The rehearsal after a line; the one before, with the reason, where the line could not be played. */
export interface Acted {
  rehearsal: Rehearsal;
  refusal?: Refusal;
}

/** So many events no honest rehearsal has; a draft whose clocks run in a circle is stopped there. */
export const mostEvents = 5_000;

/** Persons of one role who are tried in turn: more than the most that one task is for. */
const mostPersons = 60;

const no = (code: RefusalCode, zh: string, en: string, where?: string): Refusal => ({ code, message: { zh, en }, ...(where === undefined ? {} : { where }) });

/** The nth person of a role, as a rehearsal knows people. */
export function personOf({ process, start }: Rehearsal, role: string, number = 1): Actor {
  if (role === 'applicant') return { ...applicantOf(start.applicant), id: `applicant-${number}` };
  return { id: `${role}-${number}`, name: `${process.roles.find(({ id }) => id === role)?.name.zh ?? role} ${number}`, roles: [role] };
}

/** Plays one line: what a person does, what the world says, or time passing. Total; nothing is played where it is refused, and nothing is noted. */
export function act(rehearsal: Rehearsal, line: HappeningLine): Acted {
  switch (line.line) {
    case 'answer':
      return answer(rehearsal, line);
    case 'passUntil':
    case 'passWorkingDays':
    case 'passToNextClock':
      return timePasses(rehearsal, line);
    default:
      return personActs(rehearsal, line);
  }
}

function noted(rehearsal: Rehearsal, line: HappeningLine): Acted {
  return { rehearsal: { ...rehearsal, lines: [...rehearsal.lines, line] } };
}

function answer(rehearsal: Rehearsal, line: AnswerLine): Acted {
  const { state } = rehearsal;
  const question = rehearsal.asked.find((asked) => {
    const open = state.openEffects.find(({ effect }) => effect === asked.id);
    return open !== undefined && asked.check === line.check && (line.step === undefined || state.tokens.find(({ id }) => id === open.token)?.step === line.step);
  });
  if (!question) {
    return { rehearsal, refusal: no('unknown', `现在没有步骤在等核验“${line.check}”的答复。`, `No step waits for an answer of the check “${line.check}” now.`, line.step) };
  }
  const asked = rehearsal.asked.filter((other) => other !== question);
  return noted(takeAndRest({ ...rehearsal, asked }, answered(question.id, rehearsal.now, line.answer)), line);
}

/** Lets case time pass; the clocks that run out on the way fire in their order, the latest at the end of the time. */
export function timePasses(rehearsal: Rehearsal, line: TimeLine): Acted {
  const until = endOf(rehearsal, line);
  if (typeof until !== 'string') return { rehearsal, refusal: until };
  let now = rehearsal;
  for (let event = nextToFire(now, until); event; event = nextToFire(now, until)) {
    if (now.trail.length >= mostEvents) {
      return { rehearsal, refusal: no('malformed', `演练已经超过 ${mostEvents} 个事件：期限在循环中不断到期，请检查流程。`, `The rehearsal has more than ${mostEvents} events: clocks run out again and again in a circle; check the process.`) };
    }
    now = takeAndRest(now, event);
    if (line.line === 'passToNextClock') break;
  }
  return noted({ ...now, now: until }, line);
}

function endOf(rehearsal: Rehearsal, line: TimeLine): Instant | Refusal {
  const { now, state, process } = rehearsal;
  switch (line.line) {
    case 'passUntil':
      return msOf(line.at) >= msOf(now) ? line.at : no('malformed', `时间不能倒流：现在是 ${now}。`, `Time does not run back: it is ${now} now.`);
    case 'passToNextClock':
      return nextToFire(rehearsal)?.at ?? no('unknown', '现在没有期限在计时。', 'No clock runs now.');
    case 'passWorkingDays': {
      const end = addWorkingDays(state.calendar, now, line.days, process.firstDayCounts);
      return 'at' in end ? end.at : no('calendarInvalid', `没有 ${end.missing.join('、')} 年的工作日历，数不出工作日。`, `There is no calendar of ${end.missing.join(', ')}, so the working days cannot be counted.`);
    }
  }
}

/** What a line would do, as the event it is, or why it cannot: the same judge as in a real case. Nothing is changed. */
export function judgeAct(rehearsal: Rehearsal, line: ActLine): { event: HumanEvent } | { refusal: Refusal } {
  const { process, state } = rehearsal;
  const wanted = eventOf(rehearsal, line);
  if ('code' in wanted) return { refusal: wanted };
  let refusal: Refusal | undefined;
  for (const actor of line.as ? [line.as] : people(rehearsal, wanted.roles)) {
    const event = wanted.by(actor);
    const said = mayAccept(process, state, event);
    if (!said) return { event };
    refusal ??= said;
  }
  return { refusal: refusal ?? no('notAllowed', '没有人可以这样做。', 'There is nobody who could do this.') };
}

function personActs(rehearsal: Rehearsal, line: ActLine): Acted {
  const judged = judgeAct(rehearsal, line);
  if ('refusal' in judged) return { rehearsal, refusal: judged.refusal };
  const { event } = judged;
  const kept = line.line === 'complete' && rehearsal.state.tasks.find((task) => task.step === line.step)?.task === line.task ? withoutTask(line) : line;
  return noted(takeAndRest(rehearsal, event), kept);
}

// The first open task of a step is meant where none is named, so the name is kept only where it tells more.
function withoutTask({ task: _, ...line }: Extract<ActLine, { line: 'complete' }>): ActLine {
  return line;
}

function* people(rehearsal: Rehearsal, roles: string[]): Generator<Actor> {
  for (const role of roles) for (let number = 1; number <= mostPersons; number += 1) yield personOf(rehearsal, role, number);
}

interface Wanted {
  roles: string[];
  by(actor: Actor): HumanEvent;
}

function eventOf({ process, state, now: at, trail }: Rehearsal, line: ActLine): Wanted | Refusal {
  switch (line.line) {
    case 'complete': {
      const step = indexOf(process).steps.get(line.step);
      const task = step && kindOf(step).task?.(step);
      if (!task) return no('unknown', `流程中没有人工步骤“${line.step}”。`, `The process has no step “${line.step}” for a person.`, line.step);
      const open = state.tasks.find((candidate) => candidate.step === line.step && (line.task === undefined || candidate.task === line.task));
      if (!open) return no('taskNotOpen', `“${step.name.zh}”现在没有待办任务。`, `“${step.name.en}” has no open task now.`, line.step);
      return { roles: [task.role], by: (actor) => ({ event: 'taskCompleted', at, task: open.task, actor, outcome: line.outcome, data: line.data }) };
    }
    case 'message':
      return { roles: ['applicant'], by: (actor) => ({ event: 'messageReceived', at, message: line.message, reference: `message-${trail.length + 1}`, actor, data: line.data }) };
    case 'withdraw':
      return { roles: actRoles.caseWithdrawn, by: (actor) => ({ event: 'caseWithdrawn', at, actor, reason: line.reason }) };
    case 'suspend':
      return { roles: actRoles.caseSuspended, by: (actor) => ({ event: 'caseSuspended', at, actor, reason: line.reason }) };
    case 'resume':
      return { roles: actRoles.caseResumed, by: (actor) => ({ event: 'caseResumed', at, actor, reason: line.reason }) };
    case 'terminate':
      return { roles: actRoles.caseTerminated, by: (actor) => ({ event: 'caseTerminated', at, actor, reason: line.reason }) };
    case 'proposeSkip':
    case 'resolve': {
      const incident = state.incidents.find((candidate) => candidate.step === line.step)?.id;
      if (incident === undefined) return no('incidentUnknown', `“${line.step}”现在没有异常。`, `There is no incident at “${line.step}” now.`, line.step);
      if (line.line === 'proposeSkip') return { roles: actRoles.skipProposed, by: (actor) => ({ event: 'skipProposed', at, actor, incident, reason: line.reason }) };
      const { how, reason, data } = line;
      return { roles: actRoles.incidentResolved, by: (actor) => ({ event: 'incidentResolved', at, actor, incident, how, reason, ...(data === undefined ? {} : { data }) }) };
    }
  }
}
