import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { IncidentKind, IncidentQuery } from '../../model/api/incidents.ts';
import { decodeCursor, encodeCursor, type CaseRecord } from './cases.ts';
import type { Database } from './openStore.ts';
import { cases } from './schema.ts';
import { stoppages } from './stoppagesSchema.ts';

/** Why a case's engine stopped, as it is kept. */
export type StoppageRecord = typeof stoppages.$inferSelect;

/** A stopped engine with the case that it stopped for. */
export interface StoppedCase {
  stoppage: StoppageRecord;
  row: CaseRecord;
}

const engineKinds = ['workflowTaskFailed', 'endedOutside'] as const;

/** Cases that cannot go on by themselves: what their own state says, and what was found at their engine. */
export function incidentStore(db: Database) {
  const stopped = () => db.select({ stoppage: stoppages, row: cases }).from(stoppages).innerJoin(cases, eq(cases.case, stoppages.case));
  return {
    /** Keeps what a look at the engine found; what is known already keeps its beginning. */
    async found(stoppage: StoppageRecord): Promise<void> {
      const { kind, how, why } = stoppage;
      await db
        .insert(stoppages)
        .values(stoppage)
        .onConflictDoUpdate({ target: stoppages.case, set: { kind, how, why, since: sql`case when ${stoppages.kind} = ${kind} then ${stoppages.since} else excluded.since end` } });
    },
    /** Forgets a stoppage: the case goes on, or is over. */
    async gone(caseId: string): Promise<void> {
      await db.delete(stoppages).where(eq(stoppages.case, caseId));
    },
    async stoppageOf(caseId: string): Promise<StoppageRecord | undefined> {
      return (await db.select().from(stoppages).where(eq(stoppages.case, caseId)))[0];
    },
    /** The cases whose engine was found stopped, those of longest standing first. */
    async stopped(query: Pick<IncidentQuery, 'kind' | 'measure'> = {}): Promise<StoppedCase[]> {
      const { kind, measure } = query;
      const wanted = engineKinds.filter((each) => kind === undefined || kind === each);
      if (wanted.length === 0) return [];
      return stopped().where(and(inArray(stoppages.kind, wanted), measure === undefined ? undefined : eq(cases.measure, measure))).orderBy(asc(stoppages.since), asc(stoppages.case)).limit(1_000);
    },
    /** One page of the cases whose state has incidents, the latest moved first. */
    async list(query: IncidentQuery): Promise<{ items: CaseRecord[]; next?: string }> {
      const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor);
      const ofKind = query.kind === undefined ? undefined : sql`exists (select 1 from json_array_elements(${cases.state}->'incidents') incident where incident->>'code' = ${query.kind})`;
      const rows = await db
        .select()
        .from(cases)
        .where(and(eq(cases.status, 'incident'), query.measure === undefined ? undefined : eq(cases.measure, query.measure), ofKind, after && sql`(${cases.updatedAt}, ${cases.case}) < (${after[0]}, ${after[1]})`))
        .orderBy(desc(cases.updatedAt), desc(cases.case))
        .limit(query.limit + 1);
      const items = rows.slice(0, query.limit);
      const last = items.at(-1);
      return { items, ...(rows.length > query.limit && last ? { next: encodeCursor(last.updatedAt, last.case) } : {}) };
    },
    /** How many incidents there are of each kind; a kind without any is absent. */
    async counts(): Promise<{ [kind in IncidentKind]?: number }> {
      const own = await db.execute(sql`select incident->>'code' as kind, count(*)::int as count from ${cases}, json_array_elements(${cases.state}->'incidents') incident where ${cases.status} = 'incident' group by 1`);
      const engine = await db.select({ kind: stoppages.kind, count: sql<number>`count(*)::int` }).from(stoppages).groupBy(stoppages.kind);
      // Both drivers give `rows`; their types only agree on `unknown`.
      return Object.fromEntries([...(own as unknown as { rows: { kind: string; count: number }[] }).rows, ...engine].map(({ kind, count }) => [kind, count]));
    },
  };
}
