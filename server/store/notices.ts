import { and, asc, desc, eq, isNull, lt, sql } from 'drizzle-orm';
import type { Database } from './openStore.ts';
import { messages } from './peopleSchema.ts';
import { cases, notices, noticeNumbers, trail } from './schema.ts';
import { nextOf } from './sequence.ts';

/** A notice with what its status follows from. */
export interface NoticeRecord {
  notice: typeof notices.$inferSelect;
  status: string | null;
  state: (typeof cases.$inferSelect)['state'];
}

/** A notice to be put up. */
export type NewNotice = Omit<typeof notices.$inferInsert, 'notice' | 'closedBy' | 'to' | 'publishedAt'>;

/** An objection or report as it is kept. */
export type MessageRecord = typeof messages.$inferSelect;

/** Public notices, and the messages that arrive about them. */
export function noticeStore(db: Database, now: () => Date) {
  const select = () => db.select({ notice: notices, status: cases.status, state: cases.state }).from(notices).leftJoin(cases, eq(cases.case, notices.case));
  return {
    /** Puts a notice up once for an effect; gives its number. */
    async publish(notice: NewNotice): Promise<string> {
      const number = `GS-${notice.from.slice(0, 4)}-${String(await nextOf(db, noticeNumbers)).padStart(6, '0')}`;
      await db.insert(notices).values({ ...notice, notice: number, publishedAt: now() }).onConflictDoNothing({ target: notices.publishedBy });
      const [row] = await db.select().from(notices).where(eq(notices.publishedBy, notice.publishedBy));
      return row?.notice ?? number;
    },
    /** Closes the case's notice that is up; empty where there was none, the same answer to a repeat of the effect. */
    async close(effect: string, caseId: string, to: string): Promise<string> {
      await db.update(notices).set({ closedBy: effect, to }).where(and(eq(notices.case, caseId), isNull(notices.closedBy)));
      const [row] = await db.select().from(notices).where(eq(notices.closedBy, effect));
      return row?.notice ?? '';
    },
    async list(): Promise<NoticeRecord[]> {
      return select().orderBy(desc(notices.publishedAt), desc(notices.notice)).limit(200);
    },
    async ofCase(caseId: string): Promise<NoticeRecord[]> {
      return select().where(eq(notices.case, caseId)).orderBy(asc(notices.publishedAt));
    },
    async find(notice: string): Promise<NoticeRecord | undefined> {
      return (await select().where(eq(notices.notice, notice)))[0];
    },
    /** Keeps a message once for its reference, before the case hears of it; gives what is kept. */
    async receive(message: Omit<MessageRecord, 'receivedAt' | 'status'>): Promise<MessageRecord> {
      await db.insert(messages).values({ ...message, receivedAt: now(), status: 'sending' }).onConflictDoNothing();
      const [kept] = await db.select().from(messages).where(eq(messages.reference, message.reference));
      if (!kept) throw new Error(`message ${message.reference} was received and is gone`);
      return kept;
    },
    /** What came of sending it to the case. */
    async settle(reference: string, status: 'delivered' | 'refused'): Promise<void> {
      await db.update(messages).set({ status }).where(and(eq(messages.reference, reference), eq(messages.status, 'sending')));
    },
    /** Whether the case took a message in: its story tells. */
    async heard(caseId: string, reference: string): Promise<boolean> {
      const told = await db
        .select({ event: trail.event, facts: trail.facts })
        .from(trail)
        .where(and(eq(trail.case, caseId), sql`${trail.event} ->> 'reference' = ${reference}`));
      return told.some(({ event, facts }) => event.event === 'messageReceived' && facts.every((fact) => fact.fact !== 'ignored'));
    },
    /** Takes back a message that the case refused to hear, and whose sender was told so. */
    async takeBack(reference: string): Promise<void> {
      await db.delete(messages).where(and(eq(messages.reference, reference), eq(messages.status, 'sending')));
    },
    /** Messages that were received before an instant and of which no case is known to have heard, oldest first. */
    async undelivered(before: Date, limit: number): Promise<MessageRecord[]> {
      return db.select().from(messages).where(and(eq(messages.status, 'sending'), lt(messages.receivedAt, before))).orderBy(asc(messages.receivedAt)).limit(limit);
    },
    /** Every message about a case, also one that the case has not heard of. */
    async messagesOf(caseId: string): Promise<MessageRecord[]> {
      return db.select().from(messages).where(eq(messages.case, caseId)).orderBy(asc(messages.receivedAt));
    },
  };
}
