import { and, asc, eq, gt, lt } from 'drizzle-orm';
import { presenceMs, type Person } from '../../model/api/drafts.ts';
import { presences } from './draftsSchema.ts';
import type { Database } from './openStore.ts';

/** Who has which process open, in whatever server process they were heard. */
export function presenceStore(db: Database, now: () => Date) {
  const since = () => new Date(now().getTime() - presenceMs);
  const of = (process: string, account: string) => and(eq(presences.process, process), eq(presences.account, account));
  return {
    async list(process: string): Promise<(Person & { at: string })[]> {
      const rows = await db.select().from(presences).where(and(eq(presences.process, process), gt(presences.at, since()))).orderBy(asc(presences.account));
      return rows.map(({ account, name, at }) => ({ id: account, name, at: at.toISOString() }));
    },
    /** Notes that somebody is here, or leaves; true where that is news to the others. */
    async say(process: string, { id, name }: Person, here: boolean): Promise<boolean> {
      const gone = await db.delete(presences).where(and(eq(presences.process, process), lt(presences.at, since()))).returning();
      if (!here) return (await db.delete(presences).where(of(process, id)).returning()).length > 0;
      const [known] = await db.select().from(presences).where(of(process, id));
      const at = now();
      await db.insert(presences).values({ process, account: id, name, at }).onConflictDoUpdate({ target: [presences.process, presences.account], set: { name, at } });
      return known === undefined || gone.length > 0;
    },
  };
}
