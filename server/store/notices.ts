import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Database } from './openStore.ts';
import { cases, messages, notices, noticeNumbers } from './schema.ts';
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
    /** Keeps a message once for its reference. */
    async receive(message: Omit<MessageRecord, 'receivedAt' | 'delivered'>): Promise<void> {
      await db.insert(messages).values({ ...message, receivedAt: now(), delivered: false }).onConflictDoNothing();
    },
    /** The case has heard of it. */
    async delivered(reference: string): Promise<void> {
      await db.update(messages).set({ delivered: true }).where(eq(messages.reference, reference));
    },
    /** Takes back a message that the case refused to hear. */
    async takeBack(reference: string): Promise<void> {
      await db.delete(messages).where(and(eq(messages.reference, reference), eq(messages.delivered, false)));
    },
    async messagesOf(caseId: string): Promise<MessageRecord[]> {
      return db.select().from(messages).where(and(eq(messages.case, caseId), eq(messages.delivered, true))).orderBy(asc(messages.receivedAt));
    },
  };
}
