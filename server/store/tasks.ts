import { and, asc, eq, gt, inArray, lte, or, sql } from 'drizzle-orm';
import type { Database } from './openStore.ts';
import { decodeCursor } from './pageCursor.ts';
import { claimReleases, claims } from './peopleSchema.ts';
import { tasks } from './schema.ts';

/** An open task with who has claimed it. */
export type TaskRecord = typeof tasks.$inferSelect & { claimedBy: string | null };

/** Which open tasks: by roles, by applicant, by claim. */
export interface TaskFilter {
  roles?: string[];
  creditCode?: string;
  claimedBy?: string;
  case?: string;
  measure?: string;
  cursor?: string;
  limit: number;
}

/** A claim that an administrator took from its holder. */
export type ClaimRelease = typeof claimReleases.$inferSelect;

/** Open tasks and the claims on them. A claim is a lock between colleagues, not an act on the case; it lapses after `claimMs` of real time. */
export function taskStore(db: Database, now: () => Date, claimMs: number) {
  const lapsed = () => new Date(now().getTime() - claimMs);
  const select = () =>
    db
      .select({ task: tasks, claimedBy: claims.actor })
      .from(tasks)
      .leftJoin(claims, and(eq(claims.case, tasks.case), eq(claims.task, tasks.task), gt(claims.at, lapsed())));
  const flat = (row: { task: typeof tasks.$inferSelect; claimedBy: string | null }): TaskRecord => ({ ...row.task, claimedBy: row.claimedBy });

  return {
    async find(caseId: string, task: string): Promise<TaskRecord | undefined> {
      const [row] = await select().where(and(eq(tasks.case, caseId), eq(tasks.task, task)));
      return row && flat(row);
    },

    async ofCase(caseId: string): Promise<TaskRecord[]> {
      return (await select().where(eq(tasks.case, caseId)).orderBy(asc(tasks.openedAt), asc(tasks.task))).map(flat);
    },

    async list(filter: TaskFilter): Promise<{ items: TaskRecord[]; next?: string }> {
      const after = filter.cursor === undefined ? undefined : decodeCursor(filter.cursor);
      const rows = await select()
        .where(
          and(
            filter.roles === undefined ? undefined : filter.roles.length === 0 ? sql`false` : inArray(tasks.role, filter.roles),
            filter.creditCode === undefined ? undefined : or(eq(tasks.creditCode, filter.creditCode), sql`${tasks.role} <> 'applicant'`),
            filter.claimedBy === undefined ? undefined : eq(claims.actor, filter.claimedBy),
            filter.case === undefined ? undefined : eq(tasks.case, filter.case),
            filter.measure === undefined ? undefined : eq(tasks.measure, filter.measure),
            after && sql`(${tasks.openedAt}, ${tasks.case} || ' ' || ${tasks.task}) > (${after[0]}, ${after[1]})`,
          ),
        )
        .orderBy(asc(tasks.openedAt), sql`${tasks.case} || ' ' || ${tasks.task}`)
        .limit(filter.limit + 1);
      const items = rows.slice(0, filter.limit).map(flat);
      const last = items.at(-1);
      const next = last && Buffer.from(JSON.stringify([last.openedAt, `${last.case} ${last.task}`])).toString('base64url');
      return { items, ...(rows.length > filter.limit && next !== undefined ? { next } : {}) };
    },

    /** Claims for an actor where nobody else holds it; gives who holds the claim afterwards. One's own claim begins anew. */
    async claim(caseId: string, task: string, actor: string): Promise<string> {
      const mine = { case: caseId, task, actor, at: now() };
      const [taken] = await db
        .insert(claims)
        .values(mine)
        .onConflictDoUpdate({ target: [claims.case, claims.task], set: mine, setWhere: or(eq(claims.actor, actor), lte(claims.at, lapsed())) })
        .returning();
      if (taken) return actor;
      const [held] = await db.select().from(claims).where(and(eq(claims.case, caseId), eq(claims.task, task)));
      // Whoever held it gave it back in between.
      return held?.actor ?? this.claim(caseId, task, actor);
    },

    /** Gives a claim back, but only one's own. */
    async release(caseId: string, task: string, actor: string): Promise<void> {
      await db.delete(claims).where(and(eq(claims.case, caseId), eq(claims.task, task), eq(claims.actor, actor)));
    },

    /** Takes a claim from its holder and keeps who did so and why, both or neither. */
    async takeBack(caseId: string, task: string, holder: string, { by, reason }: { by: string; reason: string }): Promise<void> {
      await db.transaction(async (tx) => {
        const gone = await tx.delete(claims).where(and(eq(claims.case, caseId), eq(claims.task, task), eq(claims.actor, holder))).returning();
        if (gone.length > 0) await tx.insert(claimReleases).values({ case: caseId, task, holder, by, reason, at: now() });
      });
    },

    /** The claims of a case that were taken from their holders, in order. */
    async releasesOf(caseId: string): Promise<ClaimRelease[]> {
      return db.select().from(claimReleases).where(eq(claimReleases.case, caseId)).orderBy(asc(claimReleases.release));
    },
  };
}
