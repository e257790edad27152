import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** Cases whose engine stopped, as the latest look at it found them; a case that goes on again has no row. */
export const stoppages = pgTable('stoppages', {
  case: text('case_id').primaryKey(),
  kind: text('kind').$type<'workflowTaskFailed' | 'endedOutside'>().notNull(),
  /** How the workflow ended, in the engine's word; where it fails, empty. */
  how: text('how').notNull(),
  /** What the engine says of it. */
  why: text('why').notNull(),
  since: timestamp('since', { withTimezone: true, mode: 'date' }).notNull(),
});
