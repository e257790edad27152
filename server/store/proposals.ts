import { and, desc, eq, isNull, lt, sql, TransactionRollbackError } from 'drizzle-orm';
import type { Person } from '../../model/api/drafts.ts';
import type { ProposalRow } from '../../model/api/proposals.ts';
import type { PublishedVersion } from '../../model/process.ts';
import { drafts, proposals } from './draftsSchema.ts';
import type { Database } from './openStore.ts';
import { versions } from './schema.ts';
import { hashProcess, versionOf } from './versions.ts';

/** A proposal with the process it would publish. */
export type ProposalRecord = typeof proposals.$inferSelect;

type NewProposal = Pick<ProposalRecord, 'process' | 'content' | 'hash' | 'base' | 'revision' | 'restores' | 'note' | 'waivers' | 'proposedBy' | 'lastEditor'>;

/** A proposal as lists show it. */
export function proposalRowOf({ process, content, proposedAt, decidedAt, ...row }: ProposalRecord): ProposalRow {
  const { revision, restores, lastEditor, decidedBy, reason, version, ...rest } = row;
  return {
    ...rest,
    id: process,
    name: content.name,
    proposedAt: proposedAt.toISOString(),
    ...(revision === null ? {} : { revision }),
    ...(restores === null ? {} : { restores }),
    ...(lastEditor === null ? {} : { lastEditor }),
    ...(decidedBy === null ? {} : { decidedBy }),
    ...(decidedAt === null ? {} : { decidedAt: decidedAt.toISOString() }),
    ...(reason === null ? {} : { reason }),
    ...(version === null ? {} : { version }),
  };
}

/** Proposals to publish, and publishing; each is decided once, and of a process one is open at a time. */
export function proposalStore(db: Database, now: () => Date) {
  return {
    /** Adds a proposal; nothing where one is open for the process. */
    async add(proposal: NewProposal): Promise<ProposalRecord | undefined> {
      return (await db.insert(proposals).values({ ...proposal, proposedAt: now(), state: 'open' }).onConflictDoNothing().returning())[0];
    },
    async find(proposal: number): Promise<ProposalRecord | undefined> {
      return (await db.select().from(proposals).where(eq(proposals.proposal, proposal)))[0];
    },
    async openOf(process: string): Promise<ProposalRecord | undefined> {
      return (await db.select().from(proposals).where(and(eq(proposals.process, process), eq(proposals.state, 'open'))))[0];
    },
    async list(query: { process?: string; state?: ProposalRecord['state']; cursor?: number; limit: number }): Promise<{ items: ProposalRow[]; next?: string }> {
      const rows = await db
        .select()
        .from(proposals)
        .where(
          and(
            query.process === undefined ? undefined : eq(proposals.process, query.process),
            query.state === undefined ? undefined : eq(proposals.state, query.state),
            query.cursor === undefined ? undefined : lt(proposals.proposal, query.cursor),
          ),
        )
        .orderBy(desc(proposals.proposal))
        .limit(query.limit + 1);
      const items = rows.slice(0, query.limit).map(proposalRowOf);
      const last = items.at(-1);
      return { items, ...(rows.length > query.limit && last ? { next: String(last.proposal) } : {}) };
    },
    /** Says no to an open proposal, or takes it back; nothing where it is decided. */
    async close(proposal: number, state: 'rejected' | 'withdrawn', by: Person, reason?: string): Promise<ProposalRecord | undefined> {
      const [row] = await db
        .update(proposals)
        .set({ state, decidedBy: by, decidedAt: now(), reason: reason ?? null })
        .where(and(eq(proposals.proposal, proposal), eq(proposals.state, 'open')))
        .returning();
      return row;
    },
    /**
     * Publishes an open proposal as the next version of its process, all at once: new cases begin on it from now on. A draft that says just
     * this is done with; one that was changed since then rests on the new version. Nothing where it is decided, or the latest version says the same.
     */
    async publish(proposal: number, by: Person): Promise<PublishedVersion | undefined> {
      return db.transaction(async (tx) => {
        const [taken] = await tx.update(proposals).set({ state: 'approved', decidedBy: by, decidedAt: now() }).where(and(eq(proposals.proposal, proposal), eq(proposals.state, 'open'))).returning();
        if (!taken) return undefined;
        const { process, content, hash, note, waivers, proposedBy, restores, revision } = taken;
        const [latest] = await tx.select().from(versions).where(eq(versions.process, process)).orderBy(desc(versions.version)).limit(1);
        if (latest?.hash === hash) {
          tx.rollback();
          return undefined;
        }
        const version = (latest?.version ?? 0) + 1;
        const measure = content.measure.number;
        // The newest of a measure is found by its time, so time goes on even where the clock was put back.
        const [newest] = await tx.select({ at: sql<number | null>`(extract(epoch from max(${versions.publishedAt})) * 1000)::float` }).from(versions).where(eq(versions.measure, measure));
        const publishedAt = new Date(Math.max(now().getTime(), Math.floor(newest?.at ?? 0) + 1));
        const approval = { proposal, proposedBy, approvedBy: by, waivers, ...(restores === null ? {} : { restores }) };
        const [row] = await tx.insert(versions).values({ process, version, measure, hash, content, publishedAt, publishedBy: by.id, note, approval }).returning();
        await tx.update(proposals).set({ version }).where(eq(proposals.proposal, proposal));
        await restDraft(tx, taken.process, revision === null ? undefined : hash, version, by, now());
        return row && versionOf(row);
      }).catch((error: unknown) => {
        if (error instanceof TransactionRollbackError) return undefined;
        throw error;
      });
    },
  };
}

/** What becomes of the draft when a version is published. Where none is left its revision is counted on, so that a page that looked at the version before notices. */
async function restDraft(tx: Database, process: string, published: string | undefined, version: number, by: Person, at: Date): Promise<void> {
  const [draft] = await tx.select().from(drafts).where(eq(drafts.process, process)).for('update');
  const here = eq(drafts.process, process);
  const gone = { content: null, base: version, changedBy: by, changedAt: at };
  if (!draft) await tx.insert(drafts).values({ process, revision: 1, ...gone }).onConflictDoUpdate({ target: drafts.process, set: { base: version }, setWhere: isNull(drafts.content) });
  else if (draft.content === null || hashProcess(draft.content) === published) await tx.update(drafts).set({ ...gone, revision: draft.revision + 1 }).where(here);
  else if (published !== undefined) await tx.update(drafts).set({ base: version }).where(here);
}
