import { and, eq, getTableColumns, ne, or, sql, type SQL } from 'drizzle-orm';
import type { CaseQuery } from '../../model/api/cases.ts';
import type { Database } from './openStore.ts';
import { decodeCursor, encodeCursor } from './pageCursor.ts';
import { cases, caseSearch } from './schema.ts';

/** Which cases a reader may see at all: one applicant's, those in which some role has or had a task, or every one. */
export type CaseScope = { creditCode: string } | { roles: string[] } | 'all';

// Neither what a case carries nor what it was filed with: a row of a list needs none of it, and it is most of the row.
const { state: _state, beginning: _beginning, ...listed } = getTableColumns(cases);

/** A case as a list needs it. */
export type ListedCase = Omit<typeof cases.$inferSelect, 'state' | 'beginning'>;

/** One page of cases; `total` on the first page, and where there are more than are counted, `moreThanTotal`. */
export interface CasePage {
  items: ListedCase[];
  next?: string;
  total?: number;
  moreThanTotal?: true;
}

/** So many are counted: nobody reads further, and a count costs as much as it counts. */
export const mostCounted = 10_000;

const scopeOf = (scope: CaseScope): SQL | undefined =>
  scope === 'all' ? undefined : 'creditCode' in scope ? eq(cases.creditCode, scope.creditCode) : (or(...scope.roles.map((role) => sql`${cases.roles} @> ${JSON.stringify([role])}::jsonb`)) ?? sql`false`);

/** What kind of value a list of cases is sorted by. */
export const cursorKind = (sort: CaseQuery['sort']): 'string' | 'number' => (sort.endsWith('amount') ? 'number' : 'string');

const sortKeys = {
  updatedAt: { column: sql`${cases.updatedAt}`, of: (record: ListedCase) => record.updatedAt },
  startedAt: { column: sql`${cases.startedAt}`, of: (record: ListedCase) => record.startedAt },
  case: { column: sql`${cases.case}`, of: (record: ListedCase) => record.case },
  amount: { column: sql`coalesce(${cases.amountFen}, -1)`, of: (record: ListedCase) => record.amountFen ?? -1 },
};

/** The pieces of a search by which the index finds it: every three neighbours, or the whole of a shorter one; none for a single letter or digit. */
export function gramsOf(search: string): string[] {
  const letters = [...search];
  if (letters.length === 0 || (letters.length === 1 && search <= '\u007f')) return [];
  const size = Math.min(3, letters.length);
  return [...new Set(letters.slice(0, letters.length - size + 1).map((_, at) => letters.slice(at, at + size).join('')))];
}

/** One page of cases, keyed by the last row so that a page deep down costs no more than the first; those that are not started yet only where `starting`. */
export async function listCases(db: Database, query: CaseQuery, scope: CaseScope, starting: boolean): Promise<CasePage> {
  const descending = query.sort.startsWith('-');
  const key = sortKeys[query.sort.replace(/^-/, '') as keyof typeof sortKeys]; // the schema names exactly these
  const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor, cursorKind(query.sort));
  const search = query.q?.toLowerCase() ?? '';
  const found = await foundBy(db, search);
  const filters = [
    scopeOf(scope),
    starting ? undefined : ne(cases.status, 'starting'),
    query.measure === undefined ? undefined : eq(cases.measure, query.measure),
    query.status === undefined ? undefined : eq(cases.status, query.status),
    query.stage === undefined ? undefined : eq(cases.stage, query.stage),
    query.outcome === undefined ? undefined : eq(cases.outcome, query.outcome),
    found,
    search === '' ? undefined : sql`${cases.search} like ${`%${search.replaceAll(/[\\%_]/g, (wild) => `\\${wild}`)}%`}`,
  ];
  const [rows, counted] = await Promise.all([
    db
      .select(listed)
      .from(cases)
      .where(and(...filters, after && (descending ? sql`(${key.column}, ${cases.case}) < (${after[0]}, ${after[1]})` : sql`(${key.column}, ${cases.case}) > (${after[0]}, ${after[1]})`)))
      .orderBy(descending ? sql`${key.column} desc` : sql`${key.column} asc`, descending ? sql`${cases.case} desc` : sql`${cases.case} asc`)
      .limit(query.limit + 1),
    query.cursor === undefined ? count(db, and(...filters)) : undefined,
  ]);
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items,
    ...(rows.length > query.limit && last ? { next: encodeCursor(key.of(last), last.case) } : {}),
    ...(counted === undefined ? {} : counted > mostCounted ? { total: mostCounted, moreThanTotal: true as const } : { total: counted }),
  };
}

/** So many cases a search may find to be looked up one by one; where it finds more, some stand on every page and reading in order meets them soon. */
const few = 10_000;

/** The condition that a search's pieces occur in a case, where the index finds few that have them. */
async function foundBy(db: Database, search: string): Promise<SQL | undefined> {
  const grams = gramsOf(search);
  if (grams.length === 0) return undefined;
  const having = db.select({ case: caseSearch.case }).from(caseSearch).where(sql`${caseSearch.grams} @> array[${sql.join(grams.map((gram) => sql`${gram}`), sql`, `)}]::text[]`);
  const [hits] = await db.select({ count: sql<number>`count(*)::int` }).from(having.limit(few + 1).as('hits'));
  return (hits?.count ?? 0) > few ? undefined : sql`${cases.case} in (${having})`;
}

async function count(db: Database, where: SQL | undefined): Promise<number> {
  const some = db.select({ one: sql`1`.as('one') }).from(cases).where(where).limit(mostCounted + 1).as('some');
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(some);
  return row?.count ?? 0;
}
