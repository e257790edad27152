import { sql } from 'drizzle-orm';
import { index, integer, json, jsonb, pgTable, primaryKey, serial, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Person } from '../../model/api/drafts.ts';
import type { Waiver, Process } from '../../model/process.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';

const realTime = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** The draft of each process; without content there is none now, and the revision goes on counting, so that a revision never comes twice. */
export const drafts = pgTable('drafts', {
  process: text('process').primaryKey(),
  content: json('content').$type<Process>(),
  /** The version it began from; 0 for a process that was never published. */
  base: integer('base').notNull(),
  revision: integer('revision').notNull(),
  changedBy: jsonb('changed_by').$type<Person>().notNull(),
  changedAt: realTime('changed_at').notNull(),
});

/** What was proposed for publication, and what became of it; a row is decided once and never changes again. */
export const proposals = pgTable(
  'proposals',
  {
    proposal: serial('proposal').primaryKey(),
    process: text('process').notNull(),
    content: json('content').$type<Process>().notNull(),
    hash: text('hash').notNull(),
    /** The latest version when it was proposed; 0 where there was none. */
    base: integer('base').notNull(),
    /** Revision of the draft that was proposed. */
    revision: integer('revision'),
    /** Version that is to be published again. */
    restores: integer('restores'),
    note: text('note').notNull(),
    waivers: jsonb('waivers').$type<Waiver[]>().notNull(),
    proposedBy: jsonb('proposed_by').$type<Person>().notNull(),
    proposedAt: realTime('proposed_at').notNull(),
    /** Who changed the draft last before it was proposed. */
    lastEditor: jsonb('last_editor').$type<Person>(),
    state: text('state').$type<'open' | 'approved' | 'rejected' | 'withdrawn'>().notNull(),
    decidedBy: jsonb('decided_by').$type<Person>(),
    decidedAt: realTime('decided_at'),
    reason: text('reason'),
    /** Version as which it was published. */
    version: integer('version'),
  },
  (table) => [index('proposals_process').on(table.process, table.proposal), uniqueIndex('proposals_one_open').on(table.process).where(sql`${table.state} = 'open'`)],
);

/** Saved rehearsals of each process. */
export const scenarios = pgTable(
  'scenarios',
  { process: text('process').notNull(), scenario: text('scenario').notNull(), content: json('content').$type<Scenario>().notNull(), changedBy: jsonb('changed_by').$type<Person>().notNull(), changedAt: realTime('changed_at').notNull() },
  (table) => [primaryKey({ columns: [table.process, table.scenario] })],
);

/** Who has a process open in the designer; a row that is not renewed is nobody. */
export const presences = pgTable('presences', { process: text('process').notNull(), account: text('account').notNull(), name: text('name').notNull(), at: realTime('at').notNull() }, (table) => [
  primaryKey({ columns: [table.process, table.account] }),
]);
