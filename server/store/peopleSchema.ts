import { index, json, jsonb, pgTable, primaryKey, serial, text, timestamp } from 'drizzle-orm/pg-core';
import type { ActInput } from '../../workflows/messages.ts';

// As in schema.ts: type imports only, and moments of real time are timestamps.
const realTime = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** A claim is a lock between colleagues, and lapses; a task id never returns, so a claim may outlive its task. */
export const claims = pgTable('claims', { case: text('case_id').notNull(), task: text('task').notNull(), actor: text('actor').notNull(), at: realTime('at').notNull() }, (table) => [
  primaryKey({ columns: [table.case, table.task] }),
  index('claims_actor').on(table.actor),
]);

/** Claims that an administrator took from somebody, and why; only ever added to. */
export const claimReleases = pgTable(
  'claim_releases',
  {
    release: serial('release').primaryKey(),
    case: text('case_id').notNull(),
    task: text('task').notNull(),
    holder: text('holder').notNull(),
    by: text('released_by').notNull(),
    reason: text('reason').notNull(),
    at: realTime('at').notNull(),
  },
  (table) => [index('claim_releases_case').on(table.case)],
);

/** Objections and reports: the words stay here, the case's history knows only the reference and the salted hash. */
export const messages = pgTable(
  'messages',
  {
    reference: text('reference').primaryKey(),
    message: text('message').notNull(),
    notice: text('notice').notNull(),
    case: text('case_id').notNull(),
    statement: text('statement').notNull(),
    signature: jsonb('signature').$type<{ name: string; unit?: string; contact: string }>().notNull(),
    actor: text('actor').notNull(),
    /** Chance, so that nobody can try guesses of the words on the hash. */
    salt: text('salt').notNull(),
    hash: text('hash').notNull(),
    receivedAt: realTime('received_at').notNull(),
    /** `sending` until the case has heard of it, then `delivered`; `refused` where the case could not take it in any more. */
    status: text('status').$type<'sending' | 'delivered' | 'refused'>().notNull(),
    /** The act by which the case hears of it, the same however often it is sent. */
    act: json('act').$type<ActInput>().notNull(),
  },
  (table) => [index('messages_case').on(table.case), index('messages_status').on(table.status, table.receivedAt)],
);
