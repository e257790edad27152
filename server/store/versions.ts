import { and, asc, desc, eq } from 'drizzle-orm';
import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { Process, PublishedVersion } from '../../model/process.ts';
import type { Database } from './openStore.ts';
import { versions } from './schema.ts';

/** SHA-256 of the canonical JSON (RFC 8785) of a process, hexadecimal: by it a version is known. */
export function hashProcess(process: Process): string {
  return createHash('sha256').update(canonicalize(process) ?? '').digest('hex');
}

/** A row as the version it keeps. */
export const versionOf = (row: typeof versions.$inferSelect): PublishedVersion => ({
  process: row.content,
  version: row.version,
  hash: row.hash,
  publishedAt: row.publishedAt.toISOString(),
  publishedBy: row.publishedBy,
  note: row.note,
  ...(row.approval ? { approval: row.approval } : {}),
});

/** Published versions; they are only ever added, so what was read once is kept in memory and is the same object for every case. */
export function versionStore(db: Database, now: () => Date) {
  const known = new Map<string, PublishedVersion>();
  const keep = (row: typeof versions.$inferSelect): PublishedVersion => {
    const key = `${row.process}@${row.version}`;
    const kept = known.get(key) ?? versionOf(row);
    known.set(key, kept);
    return kept;
  };
  return {
    /** Adds version 1 of a process that is not known yet. */
    async seed(process: Process, publishedBy: string, note: string): Promise<void> {
      await db
        .insert(versions)
        .values({ process: process.id, version: 1, measure: process.measure.number, hash: hashProcess(process), content: process, publishedAt: now(), publishedBy, note })
        .onConflictDoNothing();
    },
    async find(process: string, version: number): Promise<PublishedVersion | undefined> {
      const kept = known.get(`${process}@${version}`);
      if (kept) return kept;
      const [row] = await db.select().from(versions).where(and(eq(versions.process, process), eq(versions.version, version)));
      return row && keep(row);
    },
    async latest(process: string): Promise<PublishedVersion | undefined> {
      const [row] = await db.select().from(versions).where(eq(versions.process, process)).orderBy(desc(versions.version)).limit(1);
      return row && keep(row);
    },
    async latestOfMeasure(measure: string): Promise<PublishedVersion | undefined> {
      const [row] = await db.select().from(versions).where(eq(versions.measure, measure)).orderBy(desc(versions.publishedAt), desc(versions.version)).limit(1);
      return row && keep(row);
    },
    async list(): Promise<PublishedVersion[]> {
      return (await db.select().from(versions).orderBy(asc(versions.process), asc(versions.version))).map(keep);
    },
  };
}
