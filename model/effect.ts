import type { EffectId, Instant, OpenTask, TaskId, TokenId } from './case.ts';
import type { JsonObject } from './text.ts';
import type { Performer } from './checks/defineCheck.ts';

/** Something the case asks of the world, in the imperative; effects of one advance start in list order. */
export type Effect = { id: EffectId } & (OpenTaskEffect | CloseTask | StartTimer | CancelTimer | RunCheck | LoadCalendar | SettleLedger);

/** Show a task to those who may do it. */
export interface OpenTaskEffect {
  effect: 'openTask';
  task: OpenTask;
}

/** Take a task off the lists. */
export interface CloseTask {
  effect: 'closeTask';
  task: TaskId;
  how: 'completed' | 'cancelled';
}

/** Wake the case at an instant of case time; the timer's id is this effect's id. */
export interface StartTimer {
  effect: 'startTimer';
  at: Instant;
}

/** Forget a running timer. */
export interface CancelTimer {
  effect: 'cancelTimer';
  timer: EffectId;
}

/** Let a performer outside carry out a named check; answered by `effectSucceeded` or `effectFailed`. */
export interface RunCheck {
  effect: 'runCheck';
  token: TokenId;
  check: string;
  performer: Performer;
  request: JsonObject;
}

/** Look the calendar of these years up; answered by `calendarLoaded` where they are loaded, and an administrator is told of each that is not. */
export interface LoadCalendar {
  effect: 'loadCalendar';
  years: number[];
  /** The case has no calendar and has not begun: it is answered in any case, with the years there are, and nobody is told. */
  beginning?: true;
}

/** Give back to the budget what this case reserved or committed and did not pay. */
export interface SettleLedger {
  effect: 'settleLedger';
}
