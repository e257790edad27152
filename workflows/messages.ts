import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { CaseClock } from '../activities/contracts.ts';
import type { CalendarYear } from '../model/calendar/calendarYear.ts';
import type { Actor, Applicant, CaseState, OpenTask } from '../model/case.ts';
import type { Effect } from '../model/effect.ts';
import type { HumanEvent } from '../model/mayAccept.ts';
import type { Process } from '../model/process.ts';
import type { Json } from '../model/text.ts';

/** Everything a case needs from its beginning to its end, so that its history alone tells what ran. */
export interface RunCaseInput {
  case: string;
  process: Process;
  version: number;
  /** SHA-256 of the canonical JSON of `process`. */
  hash: string;
  /** Engine revision on which the case began. */
  revision: number;
  applicant: Applicant;
  actor: Actor;
  instalment: number;
  /** The case whose next instalment this one is. */
  parent?: string;
  /** The effect of that case which asked for this one. */
  scheduledBy?: string;
  data: { [step: string]: Json };
  calendar: CalendarYear[];
  clock: CaseClock;
  /** Continue as new after so many history events, instead of when the server suggests it. */
  continueAfter?: number;
  /** What an earlier run of the same case hands over. */
  carried?: Carried;
}

/** The memory of a case from run to run. */
export interface Carried {
  run: number;
  state: CaseState;
  acts: { [key: string]: KnownAct };
  /** Set where the earlier run was ended from outside: what it had asked for and not been answered, to be asked again under the same ids. */
  open?: Effect[];
}

/** An act that was taken in, remembered so that its repetition gets the first answer. */
export interface KnownAct {
  body: string;
  answer: ActAnswer;
}

type WithoutAt<E> = E extends unknown ? Omit<E, 'at'> : never;

/** A human act as the door passes it on; the case adds its own time. */
export type Act = WithoutAt<HumanEvent>;

/** One human act with what makes its repetition recognisable. */
export interface ActInput {
  /** Derived from the actor and the idempotency key. */
  key: string;
  /** Hash of the request's body. */
  body: string;
  act: Act;
}

/** What the caller needs next. */
export interface ActAnswer {
  seq: number;
  tasks: OpenTask[];
  closed?: { at: string; outcome: string };
}

/** How a case ended. */
export interface CaseResult {
  outcome: string;
  at: string;
  seq: number;
}

/** Every human act on a case; its update id is `ActInput.key`. Refused with an ApplicationFailure whose type is a RefusalCode. */
export const act = defineUpdate<ActAnswer, [ActInput]>('act');

/** Asks the case to write its rows anew: after a crash they may show what its history never had. */
export const showAgain = defineSignal('showAgain');

/** The state, for tests and for repair; pages read the store. */
export const stateOf = defineQuery<CaseState>('state');

