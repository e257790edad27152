import type { Actor, Applicant, EffectId, Instant, TaskId } from './case.ts';
import type { CalendarYear } from './calendar/calendarYear.ts';
import type { Json, JsonObject } from './text.ts';

/** Something that happened to a case, in the past tense; time enters the kernel only as `at`. */
export type Event =
  | CaseStarted
  | TaskCompleted
  | TimerFired
  | EffectSucceeded
  | EffectFailed
  | MessageReceived
  | CaseWithdrawn
  | CaseSuspended
  | CaseResumed
  | CaseTerminated
  | CalendarLoaded
  | SkipProposed
  | IncidentResolved
  | CaseRestarted;

/** The declaration was accepted by the door and the case began. */
export interface CaseStarted {
  event: 'caseStarted';
  at: Instant;
  case: string;
  actor: Actor;
  applicant: Applicant;
  instalment: number;
  /** What the applicant declared, and, in a follow-on case, what the first case decided. */
  data: { [step: string]: Json };
  /** Empty where the case is to ask for the years in force when it begins: it was put on its way long before. */
  calendar: CalendarYear[];
}

/** A person finished a task with one of its outcomes. */
export interface TaskCompleted {
  event: 'taskCompleted';
  at: Instant;
  task: TaskId;
  actor: Actor;
  outcome: string;
  data: JsonObject;
}

/** A clock ran out. */
export interface TimerFired {
  event: 'timerFired';
  at: Instant;
  timer: EffectId;
}

/** The world answered. */
export interface EffectSucceeded {
  event: 'effectSucceeded';
  at: Instant;
  effect: EffectId;
  answer: JsonObject;
}

/** The world said no, for good; `code` is matched by boundary errors. */
export interface EffectFailed {
  event: 'effectFailed';
  at: Instant;
  effect: EffectId;
  code: string;
  message: string;
}

/** An objection (异议) or a report (举报) arrived. */
export interface MessageReceived {
  event: 'messageReceived';
  at: Instant;
  message: string;
  /** Store id of the message, by which it can be read. */
  reference: string;
  actor: Actor;
  data: JsonObject;
}

/** The applicant took the declaration back. */
export interface CaseWithdrawn {
  event: 'caseWithdrawn';
  at: Instant;
  actor: Actor;
  reason: string;
}

/** A person stopped the clocks. */
export interface CaseSuspended {
  event: 'caseSuspended';
  at: Instant;
  actor: Actor;
  reason: string;
}

/** A person let the clocks run again. */
export interface CaseResumed {
  event: 'caseResumed';
  at: Instant;
  actor: Actor;
  reason: string;
}

/** A person ended the case before its end. */
export interface CaseTerminated {
  event: 'caseTerminated';
  at: Instant;
  actor: Actor;
  reason: string;
}

/** Years of the working-day calendar were loaded or corrected; `timers` says what running working-day clocks do. */
export interface CalendarLoaded {
  event: 'calendarLoaded';
  at: Instant;
  actor: Actor;
  years: CalendarYear[];
  timers: 'keep' | 'recompute';
}

/** An administrator wants to pass over the step of an incident; another person confirms it by resolving the incident so. */
export interface SkipProposed {
  event: 'skipProposed';
  at: Instant;
  actor: Actor;
  incident: string;
  reason: string;
}

/** A person helped a stuck case on: try again, correct its data, or confirm that the step is skipped. */
export interface IncidentResolved {
  event: 'incidentResolved';
  at: Instant;
  actor: Actor;
  incident: string;
  how: 'retry' | 'correct' | 'skip';
  reason: string;
  /** For `correct`: replaces what the named steps contributed. */
  data?: { [step: string]: Json };
}

/** An administrator set a case going again whose workflow had been ended from outside, where the case had not ended. */
export interface CaseRestarted {
  event: 'caseRestarted';
  at: Instant;
  actor: Actor;
  reason: string;
  /** How the workflow had ended, in the engine's word. */
  ended: string;
}
