import { pipeline } from 'node:stream/promises';
import { rolesAt } from '../access.ts';
import type { Deps } from '../deps.ts';
import type { Handlers } from '../http/call.ts';
import { hidden, refuse } from '../refusals.ts';
import { documentViewOf, type DocumentRecord } from '../store/documents.ts';
import { findCase } from './findCase.ts';
import { unknownMeasure } from './measures.ts';

/** Uploading and downloading files. */
export function documentRoutes(deps: Deps): Handlers<'upload' | 'download'> {
  const { store, files } = deps;
  const readersOf = async (document: DocumentRecord): Promise<string[]> => {
    const row = document.case === null ? undefined : await store.cases.find(document.case);
    return row ? rolesAt(row) : [];
  };
  return {
    async upload({ body, upload, account, write }) {
      const published = await store.versions.latestOfMeasure(body.measure);
      if (!published) throw unknownMeasure(body.measure);
      if (!published.process.measure.documents.some((document) => document.id === body.kind)) {
        throw refuse('unknown', `该措施没有名为 ${body.kind} 的材料。`, `This measure asks for no document ${body.kind}.`, '/kind');
      }
      const of = body.case === undefined ? undefined : (await findCase(deps, body.case, account)).row;
      if (of && (of.measure !== body.measure || of.status === 'closed')) throw refuse('documentRefused', '不能再为该案件补交此材料。', 'This document can no longer be added to that case.', '/case');
      await files.keep(upload.path, upload.sha256);
      const record = await store.documents.add({
        document: `D-${write.key.slice(0, 24)}`,
        kind: body.kind,
        measure: body.measure,
        name: upload.name,
        size: upload.size,
        type: upload.type,
        sha256: upload.sha256,
        uploadedBy: account.id,
        creditCode: of?.creditCode ?? account.applicant ?? null,
        case: of?.case ?? null,
      });
      return documentViewOf(record);
    },
    async download({ params: { id = '' }, access, response }) {
      const document = await store.documents.find(id);
      const unknown = refuse('unknown', '没有这份材料。', 'There is no such document.', 'id');
      if (!document) throw unknown;
      if (!access.document('read', { creditCode: document.creditCode, uploadedBy: document.uploadedBy, roles: await readersOf(document) })) throw hidden(unknown);
      const content = files.read(document.sha256);
      if (!content) throw new Error(`the content of ${document.document} (${document.sha256}) is not in the file store`);
      // Never shown in place: what somebody uploaded must not run as a page of this origin.
      response.attachment(document.name).type(document.type).set({ 'Content-Length': String(document.size), 'Cache-Control': 'private, no-store', 'Content-Security-Policy': "default-src 'none'; sandbox" });
      await pipeline(content, response);
    },
  };
}
