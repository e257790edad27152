import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm';
import type { Attempt } from '../../model/api/upkeep.ts';
import type { RefusalCode } from '../../model/refusal.ts';
import type { Json } from '../../model/text.ts';
import type { Database } from './openStore.ts';
import { acts, attempts } from './schema.ts';

/** A write under an idempotency key: whose, of what body, what was sent on, and what was answered. */
export type ActRecord = typeof acts.$inferSelect;

/** The memory of writes, by actor and idempotency key. */
export function actStore(db: Database, now: () => Date) {
  const at = (actor: string, key: string) => and(eq(acts.actor, actor), eq(acts.key, key));
  return {
    /** Notes that a write begins, unless one under this key began before; gives the row as it stands. */
    async begin(actor: string, key: string, bodyHash: string): Promise<ActRecord> {
      const [fresh] = await db.insert(acts).values({ actor, key, bodyHash, at: now() }).onConflictDoNothing().returning();
      return fresh ?? (await this.find(actor, key)) ?? this.begin(actor, key, bodyHash);
    },
    async find(actor: string, key: string): Promise<ActRecord | undefined> {
      return (await db.select().from(acts).where(at(actor, key)))[0];
    },
    /** Keeps what is about to be sent on, where nothing is kept yet; gives what is kept. The row may be gone: the same write, refused beside this one, forgot it. */
    async intend(actor: string, key: string, bodyHash: string, intent: Json): Promise<Json> {
      const [kept] = await db
        .insert(acts)
        .values({ actor, key, bodyHash, intent, at: now() })
        // Written in any case, so that one statement keeps and tells; what stood there first stands there after.
        .onConflictDoUpdate({ target: [acts.actor, acts.key], set: { intent: sql`coalesce(${acts.intent}, excluded.intent)` } })
        .returning({ intent: acts.intent });
      return kept?.intent ?? intent;
    },
    /** Keeps the answer; the first one stays. */
    async finish(actor: string, key: string, bodyHash: string, status: number, answer: Json): Promise<ActRecord | undefined> {
      const first = isNull(acts.status);
      const [kept] = await db
        .insert(acts)
        .values({ actor, key, bodyHash, status, answer, at: now() })
        .onConflictDoUpdate({
          target: [acts.actor, acts.key],
          set: { status: sql`coalesce(${acts.status}, excluded.status)`, answer: sql`case when ${first} then excluded.answer else ${acts.answer} end` },
        })
        .returning();
      return kept;
    },
    /** Forgets a write that was refused, so that the key may be used again once the reason is gone. */
    async forget(actor: string, key: string): Promise<void> {
      await db.delete(acts).where(and(at(actor, key), isNull(acts.status)));
    },
  };
}

/** The record of refused attempts; only ever added to. */
export function attemptStore(db: Database, now: () => Date) {
  return {
    async add(attempt: Omit<Attempt, 'attempt' | 'at'>): Promise<void> {
      await db.insert(attempts).values({ ...attempt, actor: attempt.actor ?? null, at: now() });
    },
    async list(query: { actor?: string; code?: RefusalCode; cursor?: string; limit: number }): Promise<{ items: Attempt[]; next?: string }> {
      const before = query.cursor === undefined ? undefined : Number(query.cursor);
      const rows = await db
        .select()
        .from(attempts)
        .where(
          and(
            query.actor === undefined ? undefined : eq(attempts.actor, query.actor),
            query.code === undefined ? undefined : eq(attempts.code, query.code),
            before === undefined || !Number.isSafeInteger(before) ? undefined : lt(attempts.attempt, before),
          ),
        )
        .orderBy(desc(attempts.attempt))
        .limit(query.limit + 1);
      const items = rows.slice(0, query.limit).map(({ actor, at, code, ...row }) => ({
        ...row,
        ...(actor === null ? {} : { actor }),
        at: at.toISOString(),
        code: code as RefusalCode, // only refusals are added
      }));
      const last = items.at(-1);
      return { items, ...(rows.length > query.limit && last ? { next: String(last.attempt) } : {}) };
    },
  };
}
