import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, json, jsonb, pgSequence, pgTable, primaryKey, serial, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import type { CaseClock } from '../../activities/contracts.ts';
import type { CalendarYear } from '../../model/calendar/calendarYear.ts';
import type { Actor, CaseState } from '../../model/case.ts';
import type { Event } from '../../model/event.ts';
import type { Approval, Process } from '../../model/process.ts';
import type { Text, Json } from '../../model/text.ts';
import type { Fact } from '../../model/trail.ts';

// Type imports only: drizzle-kit reads this file alone. What is replayed is `json`, which keeps the order of keys; `jsonb` does not.
// Instants of case time are text (ISO 8601, all +08:00, so they sort as text); moments of real time are timestamps.
const realTime = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
/** What the door took in of a declaration, kept until its case has been started. */
type Beginning = { actor: Actor; data: CaseState['data']; documents: string[] };
const fen = (name: string) => bigint(name, { mode: 'number' });

/** What kind of store this is: sandbox mark, clock, contact. */
export const settings = pgTable('settings', { key: text('key').primaryKey(), value: jsonb('value').$type<Json>().notNull() });

export const versions = pgTable(
  'versions',
  {
    process: text('process').notNull(),
    version: integer('version').notNull(),
    measure: text('measure').notNull(),
    hash: text('hash').notNull(),
    content: json('content').$type<Process>().notNull(),
    publishedAt: realTime('published_at').notNull(),
    publishedBy: text('published_by').notNull(),
    note: text('note').notNull(),
    /** How it came to be published; absent where it was there from the beginning. */
    approval: jsonb('approval').$type<Approval>(),
  },
  (table) => [primaryKey({ columns: [table.process, table.version] }), index('versions_measure').on(table.measure, table.version)],
);

export const caseNumbers = pgSequence('case_number');

export const cases = pgTable(
  'cases',
  {
    case: text('case_id').primaryKey(),
    measure: text('measure').notNull(),
    process: text('process').notNull(),
    version: integer('version').notNull(),
    hash: text('hash').notNull(),
    name: jsonb('name').$type<Text>().notNull(),
    creditCode: text('credit_code').notNull(), applicantName: text('applicant_name').notNull(),
    instalment: integer('instalment').notNull(), parent: text('parent'),
    stage: text('stage'), steps: jsonb('steps').$type<string[]>().notNull(),
    status: text('status').notNull(), outcome: text('outcome'),
    amountFen: fen('amount_fen'), paidFen: fen('paid_fen'),
    startedAt: text('started_at').notNull(), updatedAt: text('updated_at').notNull(), closedAt: text('closed_at'),
    due: text('due'),
    /** Roles for which a task is or was open: their people may read the case. */
    roles: jsonb('roles').$type<string[]>().notNull().default([]),
    incidents: integer('incidents').notNull(),
    seq: integer('seq').notNull(),
    /** Grows with the committed history; a projection below it comes from a worker that was given up. */
    fence: fen('fence').notNull(),
    writtenAt: realTime('written_at').notNull().defaultNow(),
    scheduledFor: text('scheduled_for'),
    /** Effect of the parent case that asked for this follow-on case. */
    scheduledBy: text('scheduled_by'),
    clock: jsonb('clock').$type<CaseClock>().notNull(),
    /** The kernel's state; absent before the first event. */
    state: json('state').$type<CaseState>(),
    /** Lower-case text that a search looks through. */
    search: text('search').notNull(),
    claimYear: integer('claim_year').notNull(),
    invoiceNumbers: jsonb('invoice_numbers').$type<string[]>().notNull(),
    /** With what a case that was filed is to be started; absent once it was. */
    beginning: json('beginning').$type<Beginning>(),
    /** How often the server failed at what it owes the case, its start or its archiving, and when it tries again. */
    tries: integer('tries').notNull().default(0), tryAfter: realTime('try_after'),
    archivedAt: realTime('archived_at'),
  },
  (table) => [
    index('cases_updated').on(table.updatedAt, table.case),
    index('cases_started').on(table.startedAt, table.case),
    index('cases_amount').on(sql`coalesce(${table.amountFen}, -1)`, table.case),
    index('cases_status').on(table.status, table.updatedAt, table.case),
    index('cases_measure').on(table.measure, table.updatedAt, table.case),
    index('cases_applicant').on(table.creditCode, table.updatedAt, table.case),
    index('cases_stage').on(table.stage, table.updatedAt, table.case),
    index('cases_by_number').on(table.measure, table.case),
    // All that a list filters and sorts by, so that counting reads no row. `cases_kinds` (migrations) tells the planner which of them go together.
    index('cases_filters').on(table.status, table.outcome, table.stage, table.measure, table.case, table.updatedAt, table.startedAt, table.amountFen),
    index('cases_parent').on(table.parent),
    index('cases_written').on(table.writtenAt),
    index('cases_roles').using('gin', table.roles),
    index('cases_invoices').using('gin', table.invoiceNumbers),
    index('cases_to_archive').on(table.tryAfter, table.case).where(sql`${table.status} = 'closed' and ${table.archivedAt} is null`),
    index('cases_to_start').on(table.tryAfter, table.case).where(sql`${table.beginning} is not null`),
    uniqueIndex('cases_scheduled_by').on(table.scheduledBy),
  ],
);

/** By which pieces of its text a search finds a case; kept by a trigger of `cases` (migrations), and written only where the text changes, so that an act on a case costs it nothing. */
export const caseSearch = pgTable('case_search', { case: text('case_id').primaryKey(), grams: text('grams').array().notNull() }, (table) => [index('case_search_grams').using('gin', table.grams)]);

export const tasks = pgTable(
  'tasks',
  {
    case: text('case_id').notNull(),
    task: text('task').notNull(),
    step: text('step').notNull(),
    role: text('role').notNull(),
    measure: text('measure').notNull(),
    creditCode: text('credit_code').notNull(),
    openedAt: text('opened_at').notNull(),
    due: text('due'),
  },
  (table) => [
    primaryKey({ columns: [table.case, table.task] }),
    index('tasks_role').on(table.role, table.openedAt, table.case, table.task),
    index('tasks_opened').on(table.openedAt, table.case, table.task),
    index('tasks_applicant').on(table.creditCode, table.openedAt),
  ],
);

export const trail = pgTable('trail', { case: text('case_id').notNull(), seq: integer('seq').notNull(), event: json('event').$type<Event>().notNull(), facts: json('facts').$type<Fact[]>().notNull() }, (table) => [
  primaryKey({ columns: [table.case, table.seq] }),
]);

/** One row for each write that was asked for under an idempotency key. */
export const acts = pgTable(
  'acts',
  {
    actor: text('actor').notNull(),
    key: text('key').notNull(),
    bodyHash: text('body_hash').notNull(),
    /** What is being sent on, written before it is sent: a repeat sends the same again instead of judging anew. */
    intent: json('intent').$type<Json>(),
    status: integer('status'),
    answer: json('answer').$type<Json>(),
    at: realTime('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.actor, table.key] })],
);

export const attempts = pgTable(
  'attempts',
  {
    attempt: serial('attempt').primaryKey(),
    at: realTime('at').notNull(),
    actor: text('actor'),
    method: text('method').notNull(),
    path: text('path').notNull(),
    code: text('code').notNull(),
    detail: text('detail').notNull(),
    requestId: text('request_id').notNull(),
  },
  (table) => [index('attempts_actor').on(table.actor, table.attempt), index('attempts_code').on(table.code, table.attempt)],
);

export const ledgerAccounts = pgTable(
  'ledger_accounts',
  { measure: text('measure').notNull(), year: integer('year').notNull(), account: text('account').notNull(), balanceFen: fen('balance_fen').notNull() },
  (table) => [
    primaryKey({ columns: [table.measure, table.year, table.account] }),
    // The appropriation is the contra account: all five of a measure and year add up to zero.
    check('ledger_never_negative', sql`case when ${table.account} = 'appropriation' then ${table.balanceFen} <= 0 else ${table.balanceFen} >= 0 end`),
    check('ledger_known_account', sql`${table.account} in ('appropriation', 'available', 'reserved', 'committed', 'paid')`),
  ],
);

/** What each effect asked of the ledger was answered: a repeat gets the first answer. */
export const ledgerEffects = pgTable('ledger_effects', { effect: text('effect').primaryKey(), answer: text('answer').notNull() });

export const ledgerPostings = pgTable(
  'ledger_postings',
  {
    effect: text('effect').notNull().references(() => ledgerEffects.effect),
    line: integer('line').notNull(),
    case: text('case_id'),
    measure: text('measure').notNull(),
    year: integer('year').notNull(),
    operation: text('operation').notNull(),
    from: text('from_account').notNull(),
    to: text('to_account').notNull(),
    amountFen: fen('amount_fen').notNull(),
    postedAt: realTime('posted_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.effect, table.line] }),
    index('postings_case').on(table.case),
    index('postings_account').on(table.measure, table.year, table.postedAt),
    check('posting_not_negative', sql`${table.amountFen} >= 0`),
  ],
);

export const payments = pgTable('payments', {
  effect: text('effect').primaryKey(),
  case: text('case_id').notNull(),
  order: jsonb('order_sent').$type<Json>().notNull(),
  state: text('state').notNull(),
  outcome: jsonb('outcome').$type<Json>(),
  at: realTime('at').notNull(),
}, (table) => [index('payments_case').on(table.case)]);

export const notices = pgTable(
  'notices',
  {
    notice: text('notice').primaryKey(),
    publishedBy: text('published_by').notNull(),
    closedBy: text('closed_by'),
    case: text('case_id').notNull(),
    measure: text('measure').notNull(),
    measureName: jsonb('measure_name').$type<Text>().notNull(),
    applicantName: text('applicant_name').notNull(),
    projectName: text('project_name').notNull(),
    amountFen: fen('amount_fen').notNull(),
    from: text('from_day').notNull(),
    to: text('to_day'),
    workingDays: integer('working_days').notNull(),
    contact: jsonb('contact').$type<Text>().notNull(),
    publishedAt: realTime('published_at').notNull(),
  },
  (table) => [uniqueIndex('notices_effect').on(table.publishedBy), index('notices_case').on(table.case), index('notices_published').on(table.publishedAt, table.notice)],
);
export const noticeNumbers = pgSequence('notice_number');

export const documents = pgTable(
  'documents',
  {
    document: text('document').primaryKey(),
    kind: text('kind').notNull(),
    measure: text('measure').notNull(),
    name: text('name').notNull(),
    size: integer('size').notNull(),
    type: text('type').notNull(),
    sha256: text('sha256').notNull(),
    uploadedBy: text('uploaded_by').notNull(),
    /** Credit code for which it was uploaded; absent when a clerk uploaded it before filing. */
    creditCode: text('credit_code'),
    uploadedAt: realTime('uploaded_at').notNull(),
    case: text('case_id'),
  },
  (table) => [index('documents_case').on(table.case)],
);

export const calendars = pgTable('calendars', { year: integer('year').primaryKey(), content: jsonb('content').$type<CalendarYear>().notNull() });

export const histories = pgTable(
  'histories',
  {
    case: text('case_id').notNull(),
    run: text('run').notNull(),
    /** Place in the chain of continued runs, from 1. */
    position: integer('position').notNull(),
    content: text('content').notNull(),
    sha256: text('sha256').notNull(),
    events: integer('events').notNull(),
    archivedAt: realTime('archived_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.case, table.run] })],
);

export const letters = pgTable(
  'letters',
  {
    effect: text('effect').notNull(),
    /** `role:…` or `applicant:…`. */
    to: text('recipient').notNull(),
    case: text('case_id').notNull(),
    text: jsonb('body').$type<Text>().notNull(),
    sentAt: realTime('sent_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.effect, table.to] }), index('letters_recipient').on(table.to, table.sentAt)],
);
