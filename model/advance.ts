import type { CaseState, Incident, Token } from './case.ts';
import { goesOnWhileSuspended, recomputeClocks, restartClocks } from './clocks.ts';
import type { Effect } from './effect.ts';
import type { CaseStarted, Event } from './event.ts';
import { proposeSkip, retryIncident, skipIncident } from './incidents.ts';
import { goOnFromJoin, isJoin } from './joins.ts';
import { dayOf, yearOf } from './instant.ts';
import { isHumanEvent, mayAccept } from './mayAccept.ts';
import { listenerFor } from './listeners.ts';
import type { Process } from './process.ts';
import { kindOf, type Step } from './steps/index.ts';
import type { TrailEntry } from './trail.ts';
import { Turn, type Arrival } from './turn.ts';
import { unbookedAfter } from './unbooked.ts';

/** So many moves without a wait are a runaway, and an incident instead of a hang. */
export const mostMoves = 1_000;

/** What follows from one event. */
export interface Advance {
  state: CaseState;
  effects: Effect[];
  trail: TrailEntry;
}

/**
 * The next state of a case, what it asks of the world, and the trail entry, given what happened. Pure and total: the same
 * three arguments give the same result everywhere, nothing is thrown for anything a person, a clock or an office can do;
 * what comes too late is told as `ignored`. The state given is not changed. The first event is `caseStarted`, on no state.
 */
export function advance(process: Process, before: CaseState | undefined, event: Event): Advance {
  const state = before ? { ...before, visits: { ...before.visits }, deeds: [...before.deeds], tokens: [...before.tokens], openEffects: [...before.openEffects] } : begin(event);
  state.seq += 1;
  state.at = event.at;
  const turn = new Turn(process, state, event.at);
  take(turn, event, before === undefined);
  settle(turn);
  while (state.waiting.length > 0 && state.suspensions.length === 0 && !state.closed) {
    const [next, ...others] = state.waiting as [Event, ...Event[]];
    state.waiting = others;
    take(turn, next, false);
    settle(turn);
  }
  return { state, effects: turn.effects, trail: { seq: state.seq, event, facts: turn.facts } };
}

function begin(event: Event): CaseState {
  const started = event as CaseStarted; // the first event of every case; any other is ignored below
  return {
    case: started.case ?? '',
    seq: 0,
    at: event.at,
    startedAt: event.at,
    applicant: started.applicant ?? { creditCode: '', name: '' },
    instalment: started.instalment ?? 1,
    data: started.data ?? {},
    tokens: [],
    visits: {},
    tasks: [],
    timers: [],
    openEffects: [],
    unbooked: [],
    suspensions: [],
    waiting: [],
    incidents: [],
    deeds: [],
    calendar: started.calendar ?? [],
    posted: false,
    awarded: false,
  };
}

function ignore(turn: Turn, code: string, zh: string, en: string): void {
  turn.fact({ fact: 'ignored', code, why: { zh, en } });
}

/** Whether any step was ever entered. */
function hasBegun(state: CaseState): boolean {
  return Object.keys(state.visits).length > 0;
}

/** The calendars in force now, and not when the case was put on its way, hold for it from its first step on. */
function askForCalendar(turn: Turn): void {
  const year = yearOf(dayOf(turn.at));
  turn.effect({ effect: 'loadCalendar', years: [year, year + 1], beginning: true });
}

function resumeToken(turn: Turn, step: string, token: string, event: Event): void {
  const resting = turn.state.tokens.find((candidate) => candidate.id === token);
  const target = turn.step(step);
  if (resting) kindOf(target).resume(turn, target, resting, event);
}

function take(turn: Turn, event: Event, first: boolean): void {
  const { state, process } = turn;
  if (first !== (event.event === 'caseStarted')) return ignore(turn, 'unknown', '案件的第一个事件必须是开始，且只能开始一次。', 'A case begins once, with its start.');
  if (state.closed) return ignore(turn, 'caseClosed', '案件已经结束。', 'The case is closed.');
  if (isHumanEvent(event)) {
    const refusal = mayAccept(process, state, event);
    if (refusal) return ignore(turn, refusal.code, refusal.message.zh, refusal.message.en);
  }
  switch (event.event) {
    case 'caseStarted':
      return state.calendar.length > 0 ? turn.beginScope('', '') : askForCalendar(turn);
    case 'taskCompleted': {
      const task = state.tasks.find((open) => open.task === event.task);
      return task && resumeToken(turn, task.step, task.token, event);
    }
    case 'timerFired': {
      const timer = state.timers.find((candidate) => candidate.id === event.timer && candidate.at !== undefined);
      if (!timer) return ignore(turn, 'unknown', '该期限已不在计时。', 'That clock no longer runs.');
      state.timers = state.timers.filter((candidate) => candidate !== timer);
      return resumeToken(turn, timer.step, timer.token, event);
    }
    case 'effectSucceeded':
    case 'effectFailed': {
      state.unbooked = unbookedAfter(state, event);
      const open = state.openEffects.find((candidate) => candidate.effect === event.effect);
      const token = open && state.tokens.find((candidate) => candidate.id === open.token);
      if (!open || !token) return ignore(turn, 'unknown', '该答复已无步骤等待。', 'No step waits for that answer any more.');
      if (state.suspensions.length > 0 && !goesOnWhileSuspended(process, token.step)) {
        state.waiting = [...state.waiting, event];
        return turn.fact({ fact: 'heldBack' });
      }
      state.openEffects = state.openEffects.filter((candidate) => candidate !== open);
      return resumeToken(turn, token.step, token.id, event);
    }
    case 'messageReceived': {
      const listener = listenerFor(process, state, event.message);
      return listener && kindOf(listener.step).resume(turn, listener.step, listener.token, event);
    }
    case 'caseWithdrawn':
      return close(turn, 'withdrawn');
    case 'caseTerminated':
      return close(turn, 'terminated');
    case 'caseSuspended':
      return turn.suspend('administrator', event.reason, event.actor.id);
    case 'caseResumed':
      return turn.resume('administrator');
    case 'caseRestarted':
      return undefined; // the event itself is what is to be kept
    case 'calendarLoaded': {
      const years = new Set(event.years.map((year) => year.year));
      state.calendar = [...state.calendar.filter((year) => !years.has(year.year)), ...event.years].sort((a, b) => a.year - b.year);
      turn.fact({ fact: 'calendarChanged', years: [...years] });
      if (!hasBegun(state)) return turn.beginScope('', '');
      for (const incident of state.incidents) if (incident.code === 'calendarMissing') retry(turn, incident);
      if (state.suspensions.length === 0) restartClocks(turn);
      return event.timers === 'recompute' ? recomputeClocks(turn) : undefined;
    }
    case 'skipProposed': {
      const incident = state.incidents.find((candidate) => candidate.id === event.incident);
      return incident && proposeSkip(turn, incident, event);
    }
    case 'incidentResolved': {
      const incident = state.incidents.find((candidate) => candidate.id === event.incident);
      if (!incident) return undefined;
      turn.fact({ fact: 'incidentResolved', incident: incident.id, how: event.how });
      if (event.how === 'skip') return skipIncident(turn, incident, event.actor.id);
      if (event.how === 'correct' && event.data) for (const [step, data] of Object.entries(event.data)) turn.contribute(step, data);
      return retry(turn, incident);
    }
  }
}

function close(turn: Turn, outcome: string): void {
  turn.cancelScope('');
  turn.state.outcome = outcome;
}

/** Moves tokens until every one rests, then lets joins and finished scopes go on, then closes a case with no token left. */
function settle(turn: Turn): void {
  const { state } = turn;
  if (state.closed) return;
  for (;;) {
    const arrival = turn.nextArrival();
    if (arrival) {
      move(turn, turn.step(arrival.step), arrival.scope, arrival.via);
      continue;
    }
    if (goOnFromJoin(turn, (step, scope, via) => enter(turn, step, turn.visit(step.id, scope, via)))) continue;
    const ended = state.tokens.find((token) => {
      const step = turn.step(token.step);
      return kindOf(step).contains && !state.incidents.some((incident) => incident.token === token.id && incident.step === token.step) && !state.tokens.some((other) => other.scope === token.id);
    });
    if (!ended) break;
    endScope(turn, ended);
  }
  if (state.tokens.length > 0 || (!hasBegun(state) && state.outcome === undefined)) return;
  const outcome = state.outcome ?? 'completed';
  state.closed = { at: turn.at, outcome };
  state.waiting = [];
  if (state.posted) turn.effect({ effect: 'settleLedger' });
  turn.fact({ fact: 'closed', outcome });
}

function endScope(turn: Turn, token: Token): void {
  const step = turn.step(token.step);
  kindOf(step).scopeEnded?.(turn, step, token);
}

function move(turn: Turn, step: Step, scope: string, via: string | undefined): void {
  turn.moves += 1;
  const arrival = turn.visit(step.id, scope, via);
  if (turn.moves > mostMoves) {
    const token = turn.rest(step, arrival, {});
    turn.incident(token, step.id, 'runaway', {
      zh: `案件在“${step.name.zh}”处连续移动超过 ${mostMoves} 步而没有等待；请检查流程中的循环。`,
      en: `The case made more than ${mostMoves} moves without a wait, at “${step.name.en}”; check the loop in the process.`,
    });
    return;
  }
  land(turn, step, arrival);
}

function land(turn: Turn, step: Step, arrival: Arrival): void {
  if (arrival.via !== undefined && isJoin(turn.index, step)) turn.rest(step, arrival, { arrived: true });
  else enter(turn, step, arrival);
}

function retry(turn: Turn, incident: Incident): void {
  retryIncident(turn, incident, (step, arrival) => (incident.code === 'runaway' ? land : enter)(turn, step, arrival));
}

function enter(turn: Turn, step: Step, arrival: Arrival): void {
  if (step.required) {
    const holds = turn.holds(step.required.when);
    if (holds === null) return turn.conditionNull(step, arrival, { id: '', from: '', to: '', condition: step.required.when });
    if (!holds) {
      const { rule, reason } = step.required;
      turn.fact({ fact: 'notRequired', step: step.id, token: arrival.token, rule, reason });
      // What an earlier case decided is kept; what a person did in this case, before it was no longer required, is not.
      const doneHere = turn.state.deeds.some((deed) => deed.step === step.id);
      if (doneHere || turn.state.data[step.id] === undefined) turn.contribute(step.id, { outcome: 'notRequired' });
      if (step.id === turn.process.awardedBy) turn.state.awarded = true;
      return turn.pass(step, arrival);
    }
  }
  turn.fact({ fact: 'entered', step: step.id, token: arrival.token });
  kindOf(step).enter(turn, step, arrival);
}
