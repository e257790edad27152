import type { Text } from './text.ts';

/** The closed list of codes by which a request can be refused; one row each in `server/refusals.ts` gives the HTTP status. */
export const refusalCodes = [
  'malformed', // the request is not what the schema says
  'tooLarge', // more than 64 KiB, or a file over its limit
  'unknown', // no such measure, case, task, document …
  'formInvalid', // the answers break the form
  'amountInvalid', // negative, fractional fen, or above the safe integers
  'creditCodeInvalid', // GB 32100-2015 check digit fails
  'notSignedIn',
  'notAllowed', // the person lacks the right
  'separationOfDuties', // the person already acted in another duty on this case
  'taskNotOpen', // done, cancelled, or of an earlier visit
  'taskClaimed', // claimed by a colleague
  'outcomeUnknown', // the task has no such outcome
  'caseClosed',
  'caseSuspended',
  'notSuspended',
  'notWithdrawable', // the award has been issued
  'messageNotExpected', // no step waits for this message now
  'calendarInvalid',
  'incidentUnknown',
  'reasonMissing',
  'documentRefused', // type, size or name of an uploaded file
  'windowClosed',
  'keyReused', // same idempotency key, another body
  'keyMissing', // a write without Idempotency-Key
  'draftStale', // somebody else changed the draft meanwhile
  'processMalformed', // a draft may be incomplete, never malformed
  'notPublishable', // a rule, the proof or a scenario stands against it
  'versionUnchanged', // the same content as the latest version
  'proposalOpen', // there is an open proposal for this process
  'proposalDecided', // approved, rejected or withdrawn already
  'fourEyes', // who proposed or changed last does not approve
  'sandboxOnly',
  'tooManyRequests',
  'notReady', // a server that this one needs is not there right now
] as const;

/** Why a request was refused, by a word that crosses every border unchanged. */
export type RefusalCode = (typeof refusalCodes)[number];

/** An expected "no" to a request: what is wrong, where, and what to do, as data. */
export interface Refusal {
  code: RefusalCode;
  message: Text;
  /** JSON pointer into the request, or a task or step name. */
  where?: string;
}
