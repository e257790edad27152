import type { CaseClock } from '../../activities/contracts.ts';
import type { Actor, Applicant, Deed } from '../../model/case.ts';
import type { JsonObject } from '../../model/text.ts';
import type { TrailEntry } from '../../model/trail.ts';

/** What the hand-written workflow is started with. */
export interface ClaimInput {
  case: string;
  measure: string;
  year: number;
  actor: Actor;
  applicant: Applicant;
  amount: number;
  clock: CaseClock;
}

/** The three tasks, in order. */
export const tasks = ['first', 'second', 'third'] as const;

/** One of the three tasks. */
export type Task = (typeof tasks)[number];

/** What is to be shown of a claim; the activity completes it to the rows that the store has for every case. */
export interface Progress {
  claim: ClaimInput;
  fence: number;
  seq: number;
  at: string;
  startedAt: string;
  open?: { task: Task; since: string };
  until?: { timer: string; since: string; at: string };
  data: JsonObject;
  deeds: Deed[];
  entries: TrailEntry[];
  granted: boolean;
}

/** One person finishes one task; the key makes a repetition recognisable. */
export interface CompleteInput {
  key: string;
  body: string;
  task: string;
  actor: Actor;
}

/** What the caller needs next. */
export interface CompleteAnswer {
  seq: number;
  open?: Task;
}

/** The activities of the hand-written workflow: three look-ups and the write, all local. */
export interface ClaimActivities {
  documents(claim: string): Promise<string[]>;
  otherCases(question: { case: string; applicant: string; measure: string; year: number }): Promise<{ case: string; standing: string }[]>;
  paidThisYear(question: { case: string; applicant: string; measure: string; year: number }): Promise<number>;
  show(progress: Progress): Promise<void>;
}
