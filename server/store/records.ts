import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm';
import type { ArchivedRun } from '../../model/api/cases.ts';
import type { Letter } from '../../model/api/letters.ts';
import type { CalendarYear } from '../../model/calendar/calendarYear.ts';
import type { Json, Text } from '../../model/text.ts';
import type { Database } from './openStore.ts';
import { calendars, histories, letters, payments, settings } from './schema.ts';

/** Settings that belong to the data and not to the machine: whether this is a sandbox. */
export function settingStore(db: Database) {
  return {
    async get(key: string): Promise<Json | undefined> {
      return (await db.select().from(settings).where(eq(settings.key, key)))[0]?.value;
    },
    /** Keeps a value where none is kept; gives what is kept. */
    async settle(key: string, value: Json): Promise<Json> {
      await db.insert(settings).values({ key, value }).onConflictDoNothing();
      return (await this.get(key)) ?? value;
    },
  };
}

/** Calendar years as the State Council's notices fix them. */
export function calendarStore(db: Database) {
  return {
    async list(): Promise<CalendarYear[]> {
      return (await db.select().from(calendars).orderBy(asc(calendars.year))).map((row) => row.content);
    },
    /** Those of these years that are loaded. */
    async find(years: number[]): Promise<CalendarYear[]> {
      if (years.length === 0) return [];
      return (await db.select().from(calendars).where(inArray(calendars.year, years)).orderBy(asc(calendars.year))).map((row) => row.content);
    },
    async put(year: CalendarYear): Promise<void> {
      await db.insert(calendars).values({ year: year.year, content: year }).onConflictDoUpdate({ target: calendars.year, set: { content: year } });
    },
    /** Adds years that are not there. */
    async seed(years: CalendarYear[]): Promise<void> {
      if (years.length > 0) await db.insert(calendars).values(years.map((year) => ({ year: year.year, content: year }))).onConflictDoNothing();
    },
  };
}

/** The archive of closed cases' histories; a run is written once. */
export function historyStore(db: Database, now: () => Date) {
  return {
    async add(run: { case: string; run: string; position: number; content: string; sha256: string; events: number }): Promise<void> {
      await db.insert(histories).values({ ...run, archivedAt: now() }).onConflictDoNothing();
    },
    async ofCase(caseId: string): Promise<ArchivedRun[]> {
      const rows = await db.select().from(histories).where(eq(histories.case, caseId)).orderBy(asc(histories.position));
      return rows.map((row) => ({ run: row.run, events: row.events, sha256: row.sha256, size: Buffer.byteLength(row.content), archivedAt: row.archivedAt.toISOString() }));
    },
    /** The kept runs of a case, first run first, as Temporal gave them. */
    async runs(caseId: string): Promise<{ run: string; history: unknown; events: number; archivedAt: Date }[]> {
      const rows = await db.select().from(histories).where(eq(histories.case, caseId)).orderBy(asc(histories.position));
      return rows.map(({ run, content, events, archivedAt }) => ({ run, history: JSON.parse(content) as unknown, events, archivedAt }));
    },
    async has(caseId: string, run: string): Promise<boolean> {
      return (await db.select({ run: histories.run }).from(histories).where(and(eq(histories.case, caseId), eq(histories.run, run)))).length > 0;
    },
    /** Every case of which a run is kept. */
    async cases(): Promise<string[]> {
      return (await db.selectDistinct({ case: histories.case }).from(histories)).map((row) => row.case);
    },
    async content(caseId: string, run: string): Promise<string | undefined> {
      return (await db.select().from(histories).where(and(eq(histories.case, caseId), eq(histories.run, run))))[0]?.content;
    },
  };
}

/** Letters in the inboxes of roles and applicants. */
export function letterStore(db: Database, now: () => Date) {
  return {
    /** Sends one letter to each recipient, once for an effect. */
    async send(letter: { effect: string; case: string; to: string[]; text: Text }): Promise<void> {
      const rows = [...new Set(letter.to)].map((to) => ({ effect: letter.effect, to, case: letter.case, text: letter.text, sentAt: now() }));
      if (rows.length > 0) await db.insert(letters).values(rows).onConflictDoNothing();
    },
    async list(recipients: string[]): Promise<Letter[]> {
      if (recipients.length === 0) return [];
      const rows = await db.select().from(letters).where(inArray(letters.to, recipients)).orderBy(desc(letters.sentAt)).limit(100);
      return rows.map((row) => ({ letter: `${row.effect}→${row.to}`, case: row.case, text: row.text, sentAt: row.sentAt.toISOString() }));
    },
  };
}

/** The record of payment orders, written before anything is sent, so that an order is never sent twice. */
export function paymentStore(db: Database, now: () => Date) {
  return {
    /** Notes an order that is about to be sent; true to the one caller that noted it first. */
    async remember(effect: string, caseId: string, order: Json): Promise<boolean> {
      const fresh = await db.insert(payments).values({ effect, case: caseId, order, state: 'sending', at: now() }).onConflictDoNothing().returning();
      return fresh.length > 0;
    },
    async recall(effect: string): Promise<{ state: string; outcome: Json | null } | undefined> {
      const [row] = await db.select().from(payments).where(eq(payments.effect, effect));
      return row && { state: row.state, outcome: row.outcome };
    },
    /** The orders of a case, oldest first; `at` is when the state was written. */
    async ofCase(caseId: string): Promise<{ effect: string; state: string; outcome: Json | null; at: Date }[]> {
      const { effect, state, outcome, at } = payments;
      return db.select({ effect, state, outcome, at }).from(payments).where(eq(payments.case, caseId)).orderBy(asc(at), asc(effect));
    },
    /** Notes what became of an order; what was paid stays so, whatever a slower inquiry finds. */
    async record(effect: string, state: string, outcome: Json): Promise<void> {
      await db.update(payments).set({ state, outcome, at: now() }).where(and(eq(payments.effect, effect), ne(payments.state, 'paid')));
    },
  };
}
