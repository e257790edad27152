import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from './openStore.ts';
import { cases } from './schema.ts';

/** How many cases there are in each status, and what the archiver still owes. */
export interface StoreFigures {
  cases: { [status: string]: number };
  unarchived: { cases: number; oldestSeconds: number };
}

/** Counting what is stored. */
export function figureStore(db: Database) {
  return {
    async read(): Promise<StoreFigures> {
      const byStatus = await db.select({ status: cases.status, count: sql<number>`count(*)::int` }).from(cases).groupBy(cases.status);
      const [owed] = await db
        .select({ count: sql<number>`count(*)::int`, oldest: sql<number>`coalesce(extract(epoch from now() - min(${cases.writtenAt})), 0)::float` })
        .from(cases)
        .where(and(eq(cases.status, 'closed'), isNull(cases.archivedAt)));
      return {
        cases: Object.fromEntries(byStatus.map(({ status, count }) => [status, count])),
        unarchived: { cases: owed?.count ?? 0, oldestSeconds: Math.max(0, owed?.oldest ?? 0) },
      };
    },
  };
}
