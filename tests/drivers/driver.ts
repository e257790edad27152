import type { CalendarYear } from '../../model/calendar/calendarYear.ts';
import type { Applicant, CaseState, Instant } from '../../model/case.ts';
import type { HumanEvent } from '../../model/mayAccept.ts';
import type { Process } from '../../model/process.ts';
import type { RefusalCode } from '../../model/refusal.ts';
import type { Json, JsonObject } from '../../model/text.ts';
import type { TrailEntry } from '../../model/trail.ts';

/** What the world says to a check: an answer, a final no by its code, or nothing until the story lets it speak. */
export type Answer = { succeeds: JsonObject } | { fails: string; message?: string } | 'later';

/** What each check is told; of a list one after the other, the last one ever after. */
export interface Answers {
  [check: string]: Answer | Answer[];
}

/** What a case begins with. */
export interface Beginning {
  process: Process;
  at: Instant;
  applicant: Applicant;
  instalment: number;
  data: { [step: string]: Json };
  calendar: CalendarYear[];
  /** Years that the store has, whether the case knows them or not. */
  stored: CalendarYear[];
  answers: Answers;
}

type WithoutInstant<E> = E extends unknown ? Omit<E, 'at'> : never;

/** What a person does; when, is the driver's clock's business. */
export type Act = WithoutInstant<HumanEvent>;

/**
 * Something that can run one case. A scenario is played on every driver, and sees the case only through these members;
 * each resolves once the case rests: no answer is under way but those that are told `later`.
 */
export interface Driver {
  /** Begins the case. Called once. */
  start(beginning: Beginning): Promise<void>;
  /** Takes in what a person does; the code of the refusal where it is refused. */
  act(act: Act): Promise<RefusalCode | undefined>;
  /** Lets the oldest question of this check that was told `later` be answered. */
  answer(check: string, answer: Exclude<Answer, 'later'>): Promise<void>;
  /** Lets case time pass until this instant; clocks that run out on the way fire in their order. */
  passTo(instant: Instant): Promise<void>;
  /** The case time. */
  now(): Promise<Instant>;
  state(): Promise<CaseState>;
  trail(): Promise<TrailEntry[]>;
  /** Years of which an administrator was told that they are missing, in order and once each. */
  yearsAskedFor(): Promise<number[]>;
  /** Whether the ledger was told to give back what the case did not pay. */
  settled(): Promise<boolean>;
  /** Gives back what the driver holds. */
  end(): Promise<void>;
}
