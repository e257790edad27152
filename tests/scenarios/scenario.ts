import type { CalendarYear } from '../../model/calendar/calendarYear.ts';
import type { Actor, Applicant, Incident, Instant } from '../../model/case.ts';
import type { Process } from '../../model/process.ts';
import type { RefusalCode } from '../../model/refusal.ts';
import type { Json, JsonObject } from '../../model/text.ts';
import type { Answer, Answers } from '../drivers/driver.ts';

/** Who acts: `reviewer-1` is a person with the role `reviewer` and no other; anybody else is given with their roles. */
export type Who = string | Actor;

/** What a person does to a case. */
export type ActLine =
  | { line: 'complete'; step: string; as?: Who; outcome?: string; data?: JsonObject; task?: string }
  | { line: 'message'; message: string; as?: Who; reference?: string; data?: JsonObject }
  | { line: 'withdraw' | 'suspend' | 'resume' | 'terminate'; as?: Who; reason?: string }
  | { line: 'loadCalendar'; years: CalendarYear[]; timers: 'keep' | 'recompute'; as?: Who }
  | { line: 'proposeSkip'; step?: string; as?: Who; reason?: string }
  | { line: 'resolve'; how: 'retry' | 'correct' | 'skip'; step?: string; as?: Who; reason?: string; data?: { [step: string]: Json } };

/** One line of a story: something that happens, or something that is then to be seen. */
export type Line =
  | ActLine
  | { line: 'after'; period: Period }
  | { line: 'workThrough'; answers: WorkAnswers; until?: string }
  | { line: 'answer'; check: string; answer: Exclude<Answer, 'later'> }
  | { line: 'expectRefusal'; code: RefusalCode; act: ActLine }
  | { line: 'expectTask'; step: string; count: number; role?: string; due?: Instant | 'stopped' }
  | { line: 'expectNoTask'; step?: string }
  | { line: 'expectWaitingAt'; steps: string[] }
  | { line: 'expectDeadline'; step: string; at: Instant | 'stopped' }
  | { line: 'expectIncident'; code: Incident['code']; step: string }
  | { line: 'expectNoIncident' }
  | { line: 'expectSuspended'; reasons: string[] }
  | { line: 'expectData'; path: string; value: Json | undefined }
  | { line: 'expectFact'; fact: string; step?: string; count: number }
  | { line: 'expectSettled'; settled: boolean }
  | { line: 'expectAskedForYears'; years: number[] }
  | { line: 'expectOpen' }
  | { line: 'expectClosed'; outcome: string };

/** `5 working days`, `4 days`, `3 hours`; working days end at midnight after the last of them, the first day counted. */
export type Period = `${number} ${'working days' | 'days' | 'hours' | 'minutes'}` | `until ${Instant}`;

/** How everybody answers the tasks of a step, visit by visit; the last answer ever after. */
export interface WorkAnswers {
  [step: string]: { outcome: string; data: JsonObject; reason?: string }[];
}

/** What a case begins with, where it is not the usual. */
export interface Start {
  at?: Instant;
  applicant?: Applicant;
  instalment?: number;
  declaration?: JsonObject;
  /** What an earlier case decided, in the case of a later instalment. */
  decided?: JsonObject;
  /** Years of the calendar that the case begins with; all there are by default. */
  years?: number[];
  /** Years that were loaded after the case was put on its way; none by default. */
  stored?: CalendarYear[];
}

/** A case told in the users' words; data, so that every driver can play it. */
export interface Scenario {
  name: string;
  process: Process;
  start: Start;
  answers: Answers;
  /** Also played on a real server, where an act costs hours: no line names an instant, a clock that must not have run out has days to spare, and little more than a month passes. */
  durable: boolean;
  lines: Line[];
}

/** Tells a scenario. */
export function scenario(name: string, process: Process, lines: Line[], more: Partial<Pick<Scenario, 'start' | 'answers' | 'durable'>> = {}): Scenario {
  return { name, process, start: {}, answers: {}, durable: false, lines, ...more };
}

type Rest<K extends Line['line']> = Omit<Extract<Line, { line: K }>, 'line'>;

export const complete = (step: string, outcome?: string, more: Partial<Rest<'complete'>> = {}): ActLine => ({ line: 'complete', step, ...(outcome === undefined ? {} : { outcome }), ...more });
export const message = (name: string, more: Partial<Rest<'message'>> = {}): ActLine => ({ line: 'message', message: name, ...more });
export const withdraw = (more: { as?: Who; reason?: string } = {}): ActLine => ({ line: 'withdraw', ...more });
export const suspend = (more: { as?: Who; reason?: string } = {}): ActLine => ({ line: 'suspend', ...more });
export const resume = (more: { as?: Who; reason?: string } = {}): ActLine => ({ line: 'resume', ...more });
export const terminate = (more: { as?: Who; reason?: string } = {}): ActLine => ({ line: 'terminate', ...more });
export const loadCalendar = (years: CalendarYear[], timers: 'keep' | 'recompute' = 'keep', as?: Who): ActLine => ({ line: 'loadCalendar', years, timers, ...(as === undefined ? {} : { as }) });
export const resolve = (how: 'retry' | 'correct' | 'skip', more: Partial<Rest<'resolve'>> = {}): ActLine => ({ line: 'resolve', how, ...more });
/** An administrator wants to pass over the step of an incident. */
export const proposeSkip = (more: Partial<Rest<'proposeSkip'>> = {}): ActLine => ({ line: 'proposeSkip', ...more });
/** A process owner confirms that the step is passed over. */
export const confirmSkip = (more: Partial<Rest<'resolve'>> = {}): ActLine => resolve('skip', { as: 'processOwner-1', ...more });
export const after = (period: Period): Line => ({ line: 'after', period });
/** Everybody does what there is to do, and time passes, until the case closes or rests in the step `until`. */
export const workThrough = (answers: WorkAnswers, until?: string): Line => ({ line: 'workThrough', answers, ...(until === undefined ? {} : { until }) });
export const answer = (check: string, given: Exclude<Answer, 'later'>): Line => ({ line: 'answer', check, answer: given });
export const expectRefusal = (code: RefusalCode, act: ActLine): Line => ({ line: 'expectRefusal', code, act });
export const expectTask = (step: string, more: Partial<Rest<'expectTask'>> = {}): Line => ({ line: 'expectTask', step, count: 1, ...more });
export const expectNoTask = (step?: string): Line => ({ line: 'expectNoTask', ...(step === undefined ? {} : { step }) });
export const expectWaitingAt = (...steps: string[]): Line => ({ line: 'expectWaitingAt', steps });
export const expectDeadline = (step: string, at: Instant | 'stopped'): Line => ({ line: 'expectDeadline', step, at });
export const expectIncident = (code: Incident['code'], step: string): Line => ({ line: 'expectIncident', code, step });
export const expectNoIncident = (): Line => ({ line: 'expectNoIncident' });
export const expectSuspended = (...reasons: string[]): Line => ({ line: 'expectSuspended', reasons });
export const expectData = (path: string, value: Json | undefined): Line => ({ line: 'expectData', path, value });
export const expectFact = (fact: string, step: string | undefined, count = 1): Line => ({ line: 'expectFact', fact, count, ...(step === undefined ? {} : { step }) });
export const expectSettled = (settled = true): Line => ({ line: 'expectSettled', settled });
export const expectOpen = (): Line => ({ line: 'expectOpen' });
/** An administrator was told that these years are missing, and of no other. */
export const expectAskedForYears = (...years: number[]): Line => ({ line: 'expectAskedForYears', years });
export const expectClosed = (outcome: string): Line => ({ line: 'expectClosed', outcome });
