import type { ActAnswer, ActInput, RunCaseInput } from '../workflows/messages.ts';

/** One run of a closed case as it stands in the history. */
export interface RunHistory {
  run: string;
  /** The whole history as JSON, as `History.fromObject` reads it. */
  history: unknown;
  events: number;
}

/** Which runs of a case are asked for. */
export interface WhichRuns {
  open?: boolean;
  kept?: ReadonlySet<string>;
}

/** How the engine stands to a case. */
export type EngineLook =
  | { stands: 'running' }
  /** It fails at taking the case on, and tries again by itself: a fault of the program. */
  | { stands: 'failing'; attempt: number; since: Date; why: string }
  /** Its workflow is over; `how` is the engine's word: `completed`, `terminated`, `failed` … */
  | { stands: 'ended'; how: string; since: Date; why: string }
  /** The engine does not know the case, or not any more. */
  | { stands: 'unknown' };

/** The running cases, as the door sees them. */
export interface CaseClient {
  /** Begins a case, at once or later; a case that runs already is left alone. Refuses with `notReady`. */
  start(input: RunCaseInput, delayMs?: number): Promise<void>;
  /** Hands a human act to the case and waits until it is taken in and written. A repeat under the same key gets the first answer. Throws `Refused`. */
  act(caseId: string, input: ActInput): Promise<ActAnswer>;
  /** Asks the case to write its rows anew, from what its history has; a case that has ended, or does not exist, is left alone. */
  showAgain(caseId: string): Promise<void>;
  /** Begins a case anew whose workflow is over, from what `input.carried` hands over; one that runs is left alone. Refuses with `notReady`. */
  restart(input: RunCaseInput): Promise<void>;
  /** The runs of a closed case, first run first, after those that are kept; empty while its last run is still open, unless `open` ones are asked for too. */
  runs(caseId: string, which?: WhichRuns): Promise<RunHistory[]>;
  run(caseId: string, run: string): Promise<RunHistory>;
  /** Runs that handed over to a next run of the same case. */
  handedOver(): AsyncIterable<{ case: string; run: string }>;
  /** How the engine stands to a case. */
  look(caseId: string): Promise<EngineLook>;
  /** Every case that the engine knows, running or over, each once. */
  all(): AsyncIterable<string>;
  /** Whether the server that runs the cases answers. */
  answers(): Promise<boolean>;
}
