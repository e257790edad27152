import { and, asc, eq, gt, gte, inArray, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { CaseQuery, CaseRow } from '../../model/api/cases.ts';
import type { Database } from './openStore.ts';
import { listCases, type CasePage, type CaseScope, type ListedCase } from './caseList.ts';
import { caseNumbers, cases } from './schema.ts';
import { nextOf } from './sequence.ts';

export { decodeCursor, encodeCursor } from './pageCursor.ts';

/** A case as the store keeps it: the row of the lists, its clock and its state. */
export type CaseRecord = typeof cases.$inferSelect;
/** What is written when a case is accepted, before its first event. */
export type NewCase = typeof cases.$inferInsert;

const caseRowOfKeys = { starting: 'starting', running: 'running', suspended: 'suspended', closed: 'closed', incident: 'incident', scheduled: 'scheduled' } as const;

/** The row as the API shows it; what is absent in the store is absent here. */
export function caseRowOf(record: ListedCase): CaseRow {
  const optional = {
    parent: record.parent,
    stage: record.stage as CaseRow['stage'] | null, // written from the kernel's own stage ids
    outcome: record.outcome,
    amountFen: record.amountFen,
    paidFen: record.paidFen,
    closedAt: record.closedAt,
    due: record.due,
    scheduledFor: record.scheduledFor,
  };
  return {
    case: record.case,
    measure: record.measure,
    process: record.process,
    version: record.version,
    name: record.name,
    applicant: { creditCode: record.creditCode, name: record.applicantName },
    instalment: record.instalment,
    steps: record.steps,
    status: caseRowOfKeys[record.status as keyof typeof caseRowOfKeys], // written by `statusOf`, and before a case has begun by who notes it
    startedAt: record.startedAt,
    updatedAt: record.updatedAt,
    incidents: record.incidents,
    seq: record.seq,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null)),
  };
}

/** Reading and writing cases; lists are paged by key, so that a page deep down costs no more than the first. */
export function caseStore(db: Database) {
  return {
    /** The next number of the human-readable case ids. */
    async nextNumber(): Promise<number> {
      return nextOf(db, caseNumbers);
    },

    /** Notes a case before it is started; a case that is known already stays as it is. */
    async note(row: NewCase): Promise<void> {
      await db.insert(cases).values(row).onConflictDoNothing();
    },

    async find(id: string): Promise<CaseRecord | undefined> {
      return (await db.select().from(cases).where(eq(cases.case, id)))[0];
    },

    async scheduledBy(effect: string): Promise<CaseRecord | undefined> {
      return (await db.select().from(cases).where(eq(cases.scheduledBy, effect)))[0];
    },

    async followOns(parent: string): Promise<CaseRecord[]> {
      return db.select().from(cases).where(eq(cases.parent, parent)).orderBy(asc(cases.case));
    },

    /** One page of cases, and how many there are in all. */
    async list(query: CaseQuery, scope: CaseScope, starting: boolean): Promise<CasePage> {
      return listCases(db, query, scope, starting);
    },

    /** Cases of the applicant and measure, and cases that name one of these invoices; without `self` and its kin, and without those that have not started. */
    async others(of: { self: string; creditCode: string; measure: string; invoiceNumbers: string[] }): Promise<CaseRecord[]> {
      const self = await this.find(of.self);
      const award = self?.parent ?? of.self;
      return db
        .select()
        .from(cases)
        .where(
          and(
            ne(cases.case, of.self),
            ne(cases.status, 'starting'),
            ne(cases.case, award),
            or(isNull(cases.parent), ne(cases.parent, award)),
            or(
              and(eq(cases.creditCode, of.creditCode), eq(cases.measure, of.measure)),
              of.invoiceNumbers.length === 0 ? sql`false` : or(...of.invoiceNumbers.map((number) => sql`${cases.invoiceNumbers} @> ${JSON.stringify([number])}::jsonb`)),
            ),
          ),
        );
    },

    /** Cases that may run at a moment, for what every running case must hear: all that are open, without those whose start lies ahead. */
    async running(now: number): Promise<string[]> {
      const ahead = and(eq(cases.status, 'scheduled'), sql`(${cases.clock}->>'realStart')::numeric > ${now}`);
      return (await db.select({ case: cases.case }).from(cases).where(and(ne(cases.status, 'closed'), sql`not ${ahead}`)).orderBy(asc(cases.case))).map((row) => row.case);
    },

    /** Cases that were filed and not started, whose turn has come. */
    async toStart(limit: number, now: Date): Promise<CaseRecord[]> {
      return db
        .select()
        .from(cases)
        .where(and(isNotNull(cases.beginning), or(isNull(cases.tryAfter), lte(cases.tryAfter, now))))
        .orderBy(sql`${cases.tryAfter} asc nulls first`, asc(cases.case))
        .limit(limit);
    },

    /** Takes it on to start a case, so that nobody else does until then; false where somebody has. */
    async takeOnToStart(id: string, now: Date, until: Date): Promise<boolean> {
      const free = and(eq(cases.case, id), isNotNull(cases.beginning), or(isNull(cases.tryAfter), lte(cases.tryAfter, now)));
      return (await db.update(cases).set({ tryAfter: until }).where(free).returning({ case: cases.case })).length > 0;
    },

    /** Sets the clock of a case that has not begun. */
    async setClock(id: string, clock: CaseRecord['clock']): Promise<void> {
      await db.update(cases).set({ clock, startedAt: clock.start, updatedAt: clock.start }).where(and(eq(cases.case, id), eq(cases.seq, 0)));
    },

    /** Forgets with what a case was to be started: it was. */
    async started(id: string): Promise<void> {
      await db.update(cases).set({ beginning: null, tries: 0, tryAfter: null }).where(eq(cases.case, id));
    },

    /** Notes that the server failed at what it owes a case, and when it tries again. */
    async tryLater(id: string, after: Date): Promise<void> {
      await db.update(cases).set({ tries: sql`${cases.tries} + 1`, tryAfter: after }).where(eq(cases.case, id));
    },

    /** Cases not archived whose rows were written within so many seconds before the store's last write; one that is shown as closed may yet be open. */
    async lastWritten(seconds: number): Promise<string[]> {
      const rows = await db
        .select({ case: cases.case })
        .from(cases)
        .where(and(isNull(cases.archivedAt), gte(cases.seq, 1), sql`${cases.writtenAt} >= (select max(written_at) from cases) - make_interval(secs => ${seconds})`));
      return rows.map((row) => row.case);
    },

    /** Closed cases whose histories are not kept yet and whose turn has come: those never tried first, then by when they are due again. */
    async toArchive(limit: number, now: Date): Promise<{ case: string; tries: number }[]> {
      return db
        .select({ case: cases.case, tries: cases.tries })
        .from(cases)
        .where(and(eq(cases.status, 'closed'), isNull(cases.archivedAt), or(isNull(cases.tryAfter), lte(cases.tryAfter, now))))
        .orderBy(sql`${cases.tryAfter} asc nulls first`, asc(cases.case))
        .limit(limit);
    },

    /** Cases that are open and have begun, in the order of their numbers, from one on. */
    async openAfter(id: string, limit: number): Promise<string[]> {
      const rows = await db.select({ case: cases.case }).from(cases).where(and(inArray(cases.status, ['running', 'suspended', 'incident']), gt(cases.case, id))).orderBy(asc(cases.case)).limit(limit);
      return rows.map((row) => row.case);
    },

    /** The numbers of all cases. */
    async numbers(): Promise<string[]> {
      return (await db.select({ case: cases.case }).from(cases).orderBy(asc(cases.case))).map((row) => row.case);
    },

    async markArchived(id: string, at: Date): Promise<void> {
      await db.update(cases).set({ archivedAt: at }).where(eq(cases.case, id));
    },
  };
}
