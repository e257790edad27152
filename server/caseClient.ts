import type { ActAnswer, ActInput, RunCaseInput } from '../workflows/messages.ts';

/** One run of a closed case as it stands in the history. */
export interface RunHistory {
  run: string;
  /** The whole history as JSON, as `History.fromObject` reads it. */
  history: unknown;
  events: number;
}

/** The running cases, as the door sees them. */
export interface CaseClient {
  /** Begins a case, at once or later; a case that runs already is left alone. Refuses with `notReady`. */
  start(input: RunCaseInput, delayMs?: number): Promise<void>;
  /** Hands a human act to the case and waits until it is taken in and written. A repeat under the same key gets the first answer. Throws `Refused`. */
  act(caseId: string, input: ActInput): Promise<ActAnswer>;
  /** Asks the case to write its rows anew, from what its history has; a case that has ended, or does not exist, is left alone. */
  showAgain(caseId: string): Promise<void>;
  /** Every run of a closed case, first run first; empty while its last run is still open. */
  runs(caseId: string): Promise<RunHistory[]>;
  /** Whether the server that runs the cases answers. */
  answers(): Promise<boolean>;
}
