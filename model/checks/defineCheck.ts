import type { CaseState } from '../case.ts';
import type { Process } from '../process.ts';
import type { JsonObject, Text } from '../text.ts';

/**
 * Who carries a check out: `lookUp` reads the store in a local activity (quick, read-only); all others are regular activities.
 * `office` asks an outside office over HTTP, `ledger` posts to the budget, `payment` orders money, `notice` publishes or closes
 * a notice, `reminder` writes to an inbox, `followOn` schedules the case of a later instalment.
 */
export const performers = ['lookUp', 'office', 'ledger', 'payment', 'notice', 'reminder', 'followOn'] as const;

/** One of {@link performers}. */
export type Performer = (typeof performers)[number];

/** Performers by whom money is bound, moved or given back: what they do is never passed over, nor its result set by hand. */
export const movesMoney: { readonly [performer in Performer]: boolean } = { lookUp: false, office: false, ledger: true, payment: true, notice: false, reminder: false, followOn: false };

/** A field of a check's result, as conditions and pages know it. */
export interface ResultField {
  name: string;
  type: 'string' | 'boolean' | 'integer' | 'list';
  title: Text;
}

/** What came of a question: the answer, or the code of its failure. */
export type CheckEnd = { succeeded: JsonObject } | { failed: string };

/** A named thing a service task asks of the world; pure: it words the request and judges the answer, others carry it. */
export interface Check {
  check: string;
  title: Text;
  performer: Performer;
  /** What {@link Check.judge} contributes to the case data under the step's id. */
  result: ResultField[];
  /** Failure codes a boundary error may name, beside `unreachable`. */
  failures: string[];
  /**
   * Case data without which the check has nothing to go by: a dotted name is what a step contributes under its own id, a plain one what was
   * confirmed in review, else declared. That the process provides them is held by a rule.
   */
  reads(process: Process): string[];
  /** Whether asking this is an order to pay; it counts as unbooked from then on, until a check settles it. */
  ordersMoney?: boolean;
  /** Which unbooked orders of the case this end settles, so that their money is booked or certain not to leave: the one that was asked for, or all. */
  settles?(end: CheckEnd): 'own' | 'all' | undefined;
  /** The request, as it will stand in the history; `step` is the service task. */
  ask(process: Process, state: CaseState, step: string): JsonObject;
  /** What the world answers on the ordinary way to payment: what a rehearsal proposes, for a person to change. */
  usual(process: Process, state: CaseState): JsonObject;
  /** What the answer means; returns exactly the fields of `result`. Never throws: an answer of the wrong shape was refused by the activity. */
  judge(process: Process, state: CaseState, answer: JsonObject): JsonObject;
}

/** Declares a check; the identity function that gives one shape to every file of this folder. */
export function defineCheck<C extends Check>(check: C): C {
  return check;
}
