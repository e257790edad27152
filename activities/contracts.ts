import type { CalendarYear } from '../model/calendar/calendarYear.ts';
import type { CaseState } from '../model/case.ts';
import type { JsonObject } from '../model/text.ts';
import type { TrailEntry } from '../model/trail.ts';

/**
 * What workflows and activities say to each other; types only, so that workflows may import them.
 * Every regular activity is idempotent by `effectId`, which is unique in the world: `${case}/${effect.id}`.
 * A final "no" is an ApplicationFailure that is not retried and whose `type` is the code of the event `effectFailed`;
 * everything else that is thrown may be tried again, and once the retry policy gives up the workflow calls it `unreachable`.
 */
export interface EffectInput {
  effectId: string;
  case: string;
  /** Name of the check whose `ask` worded the request. */
  check: string;
  request: JsonObject;
}

/** Closing a case's account with the budget; not a check, so it has no request. */
export interface SettleInput {
  effectId: string;
  case: string;
}

/** The years of the working-day calendar that a case needs. */
export interface CalendarInput {
  case: string;
  years: number[];
}

/**
 * What a local activity writes for the lists after each event: complete for its case, never a difference, so that
 * a write replaces whatever an attempt left behind whose workflow task was lost. The store derives its rows from it.
 */
export interface Projection {
  case: string;
  process: string;
  version: number;
  hash: string;
  measure: string;
  /** The case whose next instalment this one is. */
  parent?: string;
  /** The effect of that case which asked for this one. */
  scheduledBy?: string;
  clock: CaseClock;
  /**
   * Grows with the committed history of the case: a write with a smaller fence than the stored one comes from a worker that
   * was given up and is dropped; an equal or greater one replaces the stored rows, even where its `state.seq` is smaller.
   */
  fence: number;
  state: CaseState;
  /** Entries added since the last projection; they replace every stored entry of the case from their first `seq` on. */
  trail: TrailEntry[];
}

/** The clock by which a case lives: case time = `start` + (real − `realStart`) × `factor`; `realStart` in epoch milliseconds. */
export interface CaseClock {
  start: string;
  realStart: number;
  factor: number;
}

/** The activities as workflows call them: `lookUp`, `loadCalendar` and `project` locally, all others regularly. */
export interface Activities {
  /** Reads the store; nothing changes. */
  lookUp(input: EffectInput): Promise<JsonObject>;
  project(projection: Projection): Promise<void>;
  /** Those of the years asked for that the store has. */
  loadCalendar(input: CalendarInput): Promise<CalendarYear[]>;
  /** Writes to the administrators that these years are missing; once for a case and year, however often it is asked. */
  askForCalendar(input: CalendarInput): Promise<void>;
  /** Asks an outside office. Final: `refusedByOffice`, `hostNotAllowed`, `addressNotAllowed`, `redirected`. */
  askOffice(input: EffectInput): Promise<JsonObject>;
  /** Posts to the budget ledger. Final: `budgetInsufficient`, `yearCapReached`. */
  postLedger(input: EffectInput): Promise<JsonObject>;
  /** Gives back what the case reserved or committed and did not pay. */
  settleLedger(input: SettleInput): Promise<void>;
  /**
   * Orders a payment at most once, or only asks what became of the case's orders. Final: `paymentRefused`, `paymentUnknown`, and, after ten
   * attempts in which nothing was sent, `unreachable`; whatever else fails has to be tried again without end. One attempt takes 75 seconds at
   * most, however silent the treasury is (`usualPatience`): the start-to-close timeout must be longer.
   */
  orderPayment(input: EffectInput): Promise<JsonObject>;
  /** Publishes or closes a public notice. */
  notice(input: EffectInput): Promise<JsonObject>;
  sendReminder(input: EffectInput): Promise<JsonObject>;
  /** Schedules the case of the next instalment. */
  scheduleFollowOn(input: EffectInput): Promise<JsonObject>;
}
