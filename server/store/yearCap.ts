import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { YearCap } from '../../activities/outside.ts';
import type { Database } from './openStore.ts';
import { cases, ledgerPostings } from './schema.ts';

/** The awards (fen) of the applicant's other cases under this measure for this year for which money is held or was paid; a later instalment belongs to its award. */
export async function grantedToOthers(tx: Database, { case: self, measure }: { case?: string; measure: string }, { applicant, year }: YearCap): Promise<number> {
  const { from, to, amountFen } = ledgerPostings;
  const heldFen = sql<string>`sum(case when ${from} = 'available' then ${amountFen} when ${to} = 'available' then -${amountFen} else 0 end)`;
  const rows = await tx
    .select({ awardFen: cases.amountFen, heldFen })
    .from(cases)
    .innerJoin(ledgerPostings, and(eq(ledgerPostings.case, cases.case), eq(ledgerPostings.measure, measure)))
    .where(and(eq(cases.creditCode, applicant), eq(cases.measure, measure), eq(cases.claimYear, year), isNull(cases.parent), self === undefined ? undefined : ne(cases.case, self)))
    .groupBy(cases.case, cases.amountFen)
    .having(sql`${heldFen} > 0`);
  return rows.reduce((sum, row) => sum + (row.awardFen ?? Number(row.heldFen)), 0);
}
