import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Person } from '../../model/api/drafts.ts';
import type { Process } from '../../model/process.ts';
import { drafts } from './draftsSchema.ts';
import type { Database } from './openStore.ts';

/** The draft of a process as it is kept; without content there is none now. */
export type DraftRecord = typeof drafts.$inferSelect;

/** A change of a draft: made from which revision, resting on which version, by whom. */
export interface DraftChanged {
  content: Process;
  revision: number;
  base: number;
  by: Person;
}

/** Drafts of processes; each change says from which revision it was made, and one that comes too late changes nothing. */
export function draftStore(db: Database, now: () => Date) {
  const raised = { revision: sql`${drafts.revision} + 1` };
  return {
    async find(process: string): Promise<DraftRecord | undefined> {
      return (await db.select().from(drafts).where(eq(drafts.process, process)))[0];
    },
    /** Drafts that have content, by process. */
    async list(): Promise<(DraftRecord & { content: Process })[]> {
      const rows = await db.select().from(drafts).where(isNotNull(drafts.content)).orderBy(asc(drafts.process));
      return rows.flatMap((row) => (row.content ? [{ ...row, content: row.content }] : []));
    },
    /** Begins the draft of a process that was never published; nothing where there is one. */
    async create(content: Process, by: Person): Promise<DraftRecord | undefined> {
      const change = { content, base: 0, changedBy: by, changedAt: now() };
      const [row] = await db
        .insert(drafts)
        .values({ process: content.id, revision: 1, ...change })
        .onConflictDoUpdate({ target: drafts.process, set: { ...change, ...raised }, setWhere: and(isNull(drafts.content), eq(drafts.base, 0)) })
        .returning();
      return row;
    },
    /** Keeps a draft made from this revision (0: nothing was ever kept); nothing where another change came first. */
    async put(process: string, { content, revision, base, by }: DraftChanged): Promise<DraftRecord | undefined> {
      const change = { content, base, changedBy: by, changedAt: now() };
      if (revision === 0) return (await db.insert(drafts).values({ process, revision: 1, ...change }).onConflictDoNothing().returning())[0];
      return (await db.update(drafts).set({ ...change, ...raised }).where(and(eq(drafts.process, process), eq(drafts.revision, revision))).returning())[0];
    },
    /** Throws away the draft as it stood at this revision; nothing where another change came first. */
    async discard(process: string, revision: number, by: Person): Promise<DraftRecord | undefined> {
      return (await db.update(drafts).set({ content: null, changedBy: by, changedAt: now(), ...raised }).where(and(eq(drafts.process, process), eq(drafts.revision, revision))).returning())[0];
    },
  };
}
