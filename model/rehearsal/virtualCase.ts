import { advance } from '../advance.ts';
import type { CalendarYear } from '../calendar/calendarYear.ts';
import type { CaseState, Instant } from '../case.ts';
import type { Effect, LoadCalendar, RunCheck } from '../effect.ts';
import type { CalendarLoaded, CaseStarted, Event, TimerFired } from '../event.ts';
import { msOf } from '../instant.ts';
import type { Process } from '../process.ts';
import type { CheckAnswer } from '../scenario/scenario.ts';
import type { TrailEntry } from '../trail.ts';

/** A check that was asked and not answered yet; whether anybody still waits for the answer is in the case's state. */
export type AskedCheck = RunCheck & { id: string };

/** A case on the kernel alone, by a clock that is turned by hand; a value: every event gives another one. */
export interface VirtualCase {
  process: Process;
  state: CaseState;
  /** The case time: the last event's, or later where time passed and nothing fired. */
  now: Instant;
  trail: readonly TrailEntry[];
  /** What the last event asked of the world. */
  latest: readonly Effect[];
  /** Checks that were not answered, the oldest first. */
  asked: readonly AskedCheck[];
  /** Calendar years that can be looked up, whether the case knows them or not. */
  stored: readonly CalendarYear[];
  /** Years that were looked up and are not there, in order and once each. */
  missing: readonly number[];
  /** Whether the ledger was told to give back what the case did not pay. */
  settled: boolean;
}

const system = { id: 'system', name: '系统', roles: ['administrator'] };

function after<C extends VirtualCase>(before: C, event: Event, state: CaseState | undefined): C {
  const next = advance(before.process, state, event);
  return {
    ...before,
    state: next.state,
    now: event.at,
    trail: [...before.trail, next.trail],
    latest: next.effects,
    asked: [...before.asked, ...next.effects.flatMap((effect) => (effect.effect === 'runCheck' ? [effect] : []))],
    settled: before.settled || next.effects.some((effect) => effect.effect === 'settleLedger'),
  };
}

/** The case after its very first event; its questions to the calendar are not answered yet. */
export function beginCase(process: Process, started: CaseStarted, stored: readonly CalendarYear[]): VirtualCase {
  const nothing = { process, now: started.at, trail: [], latest: [], asked: [], stored, missing: [], settled: false };
  return after({ ...nothing, state: undefined as unknown as CaseState }, started, undefined); // replaced at once by what the first event gives
}

/** The case after one more event, and nothing else: what that asked of the world stands in `latest`. */
export function take<C extends VirtualCase>(before: C, event: Event): C {
  return after(before, event, before.state);
}

/** What the calendar's keeper says to a question for years; nothing where none of them is there, and then the years are noted as missing. */
export function lookUpCalendar<C extends VirtualCase>(before: C, { years, beginning }: LoadCalendar): { case: C; loaded?: CalendarLoaded } {
  const known = new Set(before.state.calendar.map(({ year }) => year));
  const news = before.stored.filter(({ year }) => years.includes(year) && !known.has(year));
  const missing = beginning ? [] : years.filter((year) => !known.has(year) && !news.some((loaded) => loaded.year === year));
  const noted = missing.length === 0 ? before : { ...before, missing: [...new Set([...before.missing, ...missing])].sort((a, b) => a - b) };
  if (!beginning && news.length === 0) return { case: noted };
  return { case: noted, loaded: { event: 'calendarLoaded', at: before.now, actor: system, years: news, timers: 'keep' } };
}

/** The case after an event and what the calendar's keeper said to it, until it rests: it waits for people, checks, messages and time alone. */
export function takeAndRest<C extends VirtualCase>(before: C, event: Event): C {
  return rest(take(before, event));
}

/** The case after what the calendar's keeper said to the last event. */
export function rest<C extends VirtualCase>(before: C): C {
  let now = before;
  for (const effect of before.latest) {
    if (effect.effect !== 'loadCalendar') continue;
    const { case: noted, loaded } = lookUpCalendar(now, effect);
    now = loaded ? takeAndRest(noted, loaded) : noted;
  }
  return now;
}

/** The clock that runs out first, until this instant where one is given; it fires now where its time has passed already. */
export function nextToFire({ state, now }: VirtualCase, until?: Instant): TimerFired | undefined {
  let first: { id: string; at: Instant } | undefined;
  for (const { id, at } of state.timers) if (at !== undefined && (!first || msOf(at) < msOf(first.at))) first = { id, at };
  if (!first || (until !== undefined && msOf(first.at) > msOf(until))) return undefined;
  return { event: 'timerFired', at: msOf(first.at) > msOf(now) ? first.at : now, timer: first.id };
}

/** The event that tells the case what the world says to one of its questions. */
export function answered(effect: string, at: Instant, answer: CheckAnswer): Event {
  return 'succeeds' in answer
    ? { event: 'effectSucceeded', at, effect, answer: answer.succeeds }
    : { event: 'effectFailed', at, effect, code: answer.fails, message: answer.message ?? answer.fails };
}
