import type { CalendarYear } from '../model/calendar/calendarYear.ts';
import type { JsonObject, Text } from '../model/text.ts';
import type { Projection } from './contracts.ts';

/** The world as the activities need it; implemented by the server, and by one fake in tests. Every method that writes is idempotent by `effectId`. */
export interface Outside {
  /**
   * Reads the store. `documents` answers `{ documents: [id of a required document …] }`; `otherCases` answers
   * `{ cases: [{ case, applicant, measure, year, project, standing: 'open' | 'paid' | 'ended', filed: 'earlier' | 'later', invoiceNumbers }] }`,
   * cases of the applicant and measure and cases with one of the invoices, without those of the same award; `paidThisYear` answers
   * `{ paidFen }`, what other cases of this applicant and measure were granted for the year, or will be as computed while they are open.
   */
  lookUp(name: LookUp, request: JsonObject): Promise<JsonObject>;
  calendars: {
    /** Those of these years that are loaded. */
    find(years: number[]): Promise<CalendarYear[]>;
  };
  ledger: {
    post(posting: Posting): Promise<{ ok: true } | { insufficient: true } | { overCap: true }>;
    settle(settlement: { effectId: string; case: string }): Promise<void>;
  };
  payments: {
    /** What is known of an order; undefined where none was remembered. */
    recall(effectId: string): Promise<KnownPayment | undefined>;
    /** Durably notes, before anything is sent, that this order is being sent: `new` to the first caller, and to all later ones what is known of it. */
    remember(effectId: string, order: RememberedOrder): Promise<'new' | KnownPayment>;
    record(effectId: string, outcome: PaymentOutcome): Promise<void>;
    /** Every order remembered for a case, oldest first. */
    ofCase(caseId: string): Promise<CaseOrder[]>;
  };
  notices: {
    publish(publication: { effectId: string; case: string; notice: PublicNotice }): Promise<{ noticeId: string }>;
    /** Closes the case's notice that is up; `noticeId` is empty where there was none. */
    close(closing: { effectId: string; case: string; to: string }): Promise<{ noticeId: string }>;
  };
  reminders: {
    send(letter: { effectId: string; case: string; to: Recipient[]; text: Text }): Promise<void>;
  };
  followOns: {
    schedule(followOn: FollowOn): Promise<{ case: string; startsAt: string }>;
  };
  projection: {
    write(rows: Projection): Promise<void>;
  };
  /** Where an office is reached, and which hosts and addresses may be talked to on its behalf. */
  offices(connector: string): OfficeAccess;
}

/** Names of what can be read from the store by a check. */
export type LookUp = 'documents' | 'otherCases' | 'paidThisYear';

/** What one applicant may get under the posting's measure in a year, and the whole award that counts against it; integer fen. */
export interface YearCap {
  applicant: string;
  year: number;
  capFen: number;
  awardFen: number;
}

/** One posting to the budget of a measure and year; integer fen. */
export interface Posting {
  effectId: string;
  case: string;
  operation: 'reserve' | 'commit' | 'pay';
  measure: string;
  year: number;
  amountFen: number;
  /** Held by `reserve`, which answers `overCap` where other awards left too little of it. */
  yearCap?: YearCap;
}

/** An order to pay, as the treasury takes it; integer fen. */
export interface PaymentOrder {
  amountFen: number;
  account: string;
  accountName: string;
  clearingNumber: string;
  payee: string;
}

/** An order with the case it is for. */
export interface RememberedOrder extends PaymentOrder {
  case: string;
}

/** What became of an order, as far as is known; `notCarriedOut` by the treasury's word in writing, which `reference` names. */
export type PaymentOutcome =
  | { state: 'paid'; orderId: string; paidAt: string }
  | { state: 'refused'; orderId: string; reason: string }
  | { state: 'notCarriedOut'; reference: string }
  | { state: 'unknown' };

/** `sending` until an outcome is recorded. */
export type PaymentState = 'sending' | PaymentOutcome['state'];

/** An order that was remembered; `outcome` is absent while it is `sending`. */
export interface KnownPayment {
  state: PaymentState;
  outcome?: PaymentOutcome;
}

/** An order of a case as the store remembers it. */
export interface CaseOrder extends KnownPayment {
  effectId: string;
  /** Real milliseconds since its state was last written, so at least as long as nothing of it has been under way. */
  ageMs: number;
}

/** What the public may read. */
export interface PublicNotice {
  applicantName: string;
  measure: string;
  projectName: string;
  amountFen: number;
  contact: Text;
  /** First day, `YYYY-MM-DD` in Asia/Shanghai. */
  from: string;
}

/** A role's people, or an applicant by credit code. */
export type Recipient = { role: string } | { applicant: string };

/** The next instalment's case: begins `afterDays` days of case time from now, with what was decided. */
export interface FollowOn {
  effectId: string;
  case: string;
  instalment: number;
  afterDays: number;
  amountFen: number;
  decided: JsonObject;
}

/** A connection to an office. */
export interface OfficeAccess {
  baseUrl: string;
  /** Sent as a bearer token. */
  key: string;
  timeoutMs: number;
  /** Host names (without port) that requests may go to. */
  allowedHosts: string[];
  /** Address ranges (CIDR) that those names may resolve to. */
  allowedRanges: string[];
}
