import { sql } from 'drizzle-orm';
import type { PgSequence } from 'drizzle-orm/pg-core';
import type { Database } from './openStore.ts';

/** The next number of a sequence; numbers may be skipped, never given twice. */
export async function nextOf(db: Database, sequence: PgSequence): Promise<number> {
  const [row] = await db.select({ number: sql<string>`nextval(${sequence.seqName})` }).from(sql`(select 1) as one`);
  return Number(row?.number);
}
