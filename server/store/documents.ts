import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { DocumentView } from '../../model/api/documents.ts';
import type { Database } from './openStore.ts';
import { documents } from './schema.ts';

/** What is known of an uploaded file; its content lies in the file store under its hash. */
export type DocumentRecord = typeof documents.$inferSelect;

/** The document as the API shows it. */
export function documentViewOf(record: DocumentRecord): DocumentView {
  const { creditCode: _creditCode, case: caseId, uploadedAt, ...shown } = record;
  return { ...shown, uploadedAt: uploadedAt.toISOString(), ...(caseId === null ? {} : { case: caseId }) };
}

/** The list of uploaded files. */
export function documentStore(db: Database, now: () => Date) {
  return {
    /** Adds a document once for its id; gives what stands there. */
    async add(document: Omit<DocumentRecord, 'uploadedAt'>): Promise<DocumentRecord> {
      await db.insert(documents).values({ ...document, uploadedAt: now() }).onConflictDoNothing();
      return (await this.find(document.document)) ?? { ...document, uploadedAt: now() };
    },
    async find(document: string): Promise<DocumentRecord | undefined> {
      return (await db.select().from(documents).where(eq(documents.document, document)))[0];
    },
    async findAll(ids: string[]): Promise<DocumentRecord[]> {
      return ids.length === 0 ? [] : db.select().from(documents).where(inArray(documents.document, ids));
    },
    async ofCase(caseId: string): Promise<DocumentRecord[]> {
      return db.select().from(documents).where(eq(documents.case, caseId)).orderBy(asc(documents.uploadedAt));
    },
    /** Ties all these documents to a case, or none where one belongs to another case by now; says which it was. */
    async claim(ids: string[], caseId: string, creditCode: string): Promise<boolean> {
      if (ids.length === 0) return true;
      return db.transaction(async (tx) => {
        // Locked in one order by everybody.
        const rows = await tx.select({ case: documents.case }).from(documents).where(inArray(documents.document, ids)).orderBy(asc(documents.document)).for('update');
        if (rows.some((row) => row.case !== null && row.case !== caseId)) return false;
        await tx.update(documents).set({ case: caseId, creditCode }).where(inArray(documents.document, ids));
        return true;
      });
    },
    /** Ties documents to a case; what belongs to another case stays there. */
    async tie(ids: string[], caseId: string, creditCode: string): Promise<void> {
      if (ids.length === 0) return;
      await db
        .update(documents)
        .set({ case: caseId, creditCode })
        .where(and(inArray(documents.document, ids), or(isNull(documents.case), eq(documents.case, caseId))));
    },
  };
}
