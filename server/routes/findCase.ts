import type { Account } from '../../model/api/session.ts';
import type { PublishedVersion } from '../../model/process.ts';
import { accessOf, rolesAt } from '../access.ts';
import type { Deps } from '../deps.ts';
import { hidden, refuse, type Refused } from '../refusals.ts';
import type { CaseRecord } from '../store/cases.ts';

/** A case with the version it runs on. */
export interface FoundCase {
  row: CaseRecord;
  published: PublishedVersion;
}

/** What is said where a case does not exist, and likewise where the asker may not know that it does. */
export const unknownCase = (id: string): Refused => refuse('unknown', `没有案件 ${id.slice(0, 60)}，请核对编号。`, `There is no case ${id.slice(0, 60)}; check its number.`, 'case');

/** The version a case runs on. A case without one means that the store is broken, which is no refusal. */
export async function versionOf({ store }: Pick<Deps, 'store'>, row: Pick<CaseRecord, 'process' | 'version' | 'case'>): Promise<PublishedVersion> {
  const published = await store.versions.find(row.process, row.version);
  if (!published) throw new Error(`version ${row.version} of ${row.process}, on which ${row.case} runs, is not in the store`);
  return published;
}

/** A case that this person may read. Refuses with `unknown`. */
export async function findCase(deps: Pick<Deps, 'store'>, id: string, account: Account): Promise<FoundCase> {
  const row = await deps.store.cases.find(id);
  if (!row) throw unknownCase(id);
  const published = await versionOf(deps, row);
  if (!accessOf(account).case('read', { creditCode: row.creditCode, roles: rolesAt(row) })) throw hidden(unknownCase(id));
  return { row, published };
}
