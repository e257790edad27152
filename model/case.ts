import type { CalendarYear } from './calendar/calendarYear.ts';
import type { Event } from './event.ts';
import type { Json, JsonObject, Text } from './text.ts';

/** A moment of case time, ISO 8601 with the offset of Asia/Shanghai: `2026-03-02T09:00:00.000+08:00`. */
export type Instant = string;

/** Names one visit of one step: `scope path / step # visit`, for example `publicity#1/noticePeriod#2`. */
export type TokenId = string;

/** Names one task: a {@link TokenId}, followed by `.instance` for a multi-instance task. */
export type TaskId = string;

/** Names one effect by the event that caused it and its place in the list: `e7.2`. A timer is named by the effect that started it. */
export type EffectId = string;

/** A person who acts, as the door knows them. */
export interface Actor {
  id: string;
  name: string;
  roles: string[];
  /** Credit code of the organisation for which an applicant acts. */
  applicant?: string;
}

/** A mark that says: the case stands here, waiting. */
export interface Token {
  id: TokenId;
  step: string;
  /** Token id of the enclosing subprocess visit; empty at the top. */
  scope: string;
  visit: number;
  /** The flow by which a token arrived that waits at a joining gateway. */
  via?: string;
  /** What the step's kind keeps about the wait; nobody else reads it. */
  wait: JsonObject;
}

/** A task that a person has to do now. */
export interface OpenTask {
  task: TaskId;
  token: TokenId;
  step: string;
  role: string;
  openedAt: Instant;
  /** When it is overdue; absent while the case is suspended, and where nothing is due. */
  due?: Instant;
  /** How long there is, counted from `since`; while the case is suspended, what was left. */
  period?: Period;
  since?: Instant;
}

/** How long a timer has to run, kept so that a suspension can stop it and a correction of the calendar can recompute it. */
export type Period =
  | { workingDays: number; firstDayCounts: boolean }
  | { milliseconds: number }
  | { date: Instant };

/** A clock that runs, or, while the case is suspended, one that is stopped and keeps what remained. */
export interface Timer {
  id: EffectId;
  /** The step whose clock this is: a timer catch event or a boundary timer. */
  step: string;
  token: TokenId;
  startedAt: Instant;
  period: Period;
  /** When it fires; absent while stopped. */
  at?: Instant;
  /** What is left while stopped. */
  remaining?: Period;
}

/** An effect that was asked for and not answered yet. */
export interface OpenEffect {
  effect: EffectId;
  token: TokenId;
  check: string;
}

/**
 * An order to pay that was given and is neither booked nor known to have come to nothing: its money may have left. While there is one,
 * nobody ends the case from outside, since that would give the money back to the budget.
 */
export interface UnbookedOrder {
  effect: EffectId;
  step: string;
  check: string;
  /** When it was given, or when the latest answer about it left it in doubt. */
  at: Instant;
}

/** One reason for which the clocks stand still. */
export interface Suspension {
  /** `objection`, `report`, `administrator` … */
  reason: string;
  /** Message id or free text that tells this suspension from another of the same reason. */
  reference: string;
  at: Instant;
  by: string;
  /** The subprocess visit in which it arose; cut short, it takes the suspension with it, since nobody is left to end it. */
  scope?: TokenId;
}

/** Why a case cannot go on by itself. */
export interface Incident {
  id: string;
  token: TokenId;
  step: string;
  code: 'checkFailed' | 'conditionNull' | 'calendarMissing' | 'runaway' | 'noRowMatches' | 'uncaughtError';
  message: Text;
  at: Instant;
  /** Who wants to pass over the step, and why; somebody else has to confirm it. */
  proposal?: SkipProposal;
}

/** One person's proposal to pass over the step of an incident. */
export interface SkipProposal {
  by: string;
  name: string;
  at: Instant;
  reason: string;
}

/** One thing done by one person in one duty; separation of duties is judged by these. */
export interface Deed {
  step: string;
  /** The visit in which it was done. */
  token: TokenId;
  duty?: string;
  actor: string;
}

/** Everything the kernel knows about a case; what is derived is not stored; survives JSON. */
export interface CaseState {
  case: string;
  /** Number of events taken in so far. */
  seq: number;
  /** Instant of the last event. */
  at: Instant;
  startedAt: Instant;
  applicant: Applicant;
  /** Which payment of the award this case makes, from 1. */
  instalment: number;
  /** `declaration`, and what each step contributed under its own id. */
  data: { [step: string]: Json };
  tokens: Token[];
  /** How often each step was visited, by `scope/step`. */
  visits: { [place: string]: number };
  tasks: OpenTask[];
  timers: Timer[];
  openEffects: OpenEffect[];
  unbooked: UnbookedOrder[];
  suspensions: Suspension[];
  /** Answers that arrived during a suspension, in order. */
  waiting: Event[];
  incidents: Incident[];
  deeds: Deed[];
  calendar: CalendarYear[];
  /** True once anything was posted to the budget ledger for this case. */
  posted: boolean;
  /** True once the award has been issued: the applicant can no longer withdraw. */
  awarded: boolean;
  /** Outcome named by the last end event that was reached at the top. */
  outcome?: string;
  closed?: { at: Instant; outcome: string };
}

/** For whom the case runs. */
export interface Applicant {
  /** Unified social credit code (GB 32100-2015). */
  creditCode: string;
  name: string;
}
