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

/** What a question comes down to. */
interface Asked {
  where: (SQL | undefined)[];
  key: SQL;
  descending: boolean;
  after: [string | number, string] | undefined;
  rows: number;
}

/** One page of cases, keyed by the last row so that a page deep down costs no more than the first; those that are not started yet only where `starting`. */
export async function listCases(db: Database, query: CaseQuery, scope: CaseScope, starting: boolean): Promise<CasePage> {
  const sort = sortKeys[query.sort.replace(/^-/, '') as keyof typeof sortKeys]; // the schema names exactly these
  const search = query.q?.toLowerCase() ?? '';
  const found = await foundBy(db, search);
  const filters = [
    scopeOf(scope),
    query.measure === undefined ? undefined : eq(cases.measure, query.measure),
    query.status === undefined ? undefined : eq(cases.status, query.status),
    query.stage === undefined ? undefined : eq(cases.stage, query.stage),
    query.outcome === undefined ? undefined : eq(cases.outcome, query.outcome),
  ];
  const asked: Asked = {
    where: [
      ...filters,
      starting ? undefined : ne(cases.status, 'starting'),
      found === 'many' ? undefined : found,
      search === '' ? undefined : sql`${cases.search} like ${`%${search.replaceAll(/[\\%_]/g, (wild) => `\\${wild}`)}%`}`,
    ],
    key: sort.column,
    descending: query.sort.startsWith('-'),
    after: query.cursor === undefined ? undefined : decodeCursor(query.cursor, cursorKind(query.sort)),
    rows: query.limit + 1,
  };
  const gathered = found === 'many' && filters.every((filter) => filter === undefined) ? 'many' : await gather(db, asked);
  const { rows, total } = gathered === 'many' ? { rows: await readInOrder(db, asked), total: undefined } : gathered;
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items,
    ...(rows.length > query.limit && last ? { next: encodeCursor(sort.of(last), last.case) } : {}),
    ...(asked.after ? {} : total === undefined ? { total: mostCounted, moreThanTotal: true as const } : { total }),
  };
}

/** The condition that a search's pieces occur in a case, where the index finds few that have them; `many` where it is better to read in order and look. */
async function foundBy(db: Database, search: string): Promise<SQL | 'many' | undefined> {
  const grams = gramsOf(search);
  if (grams.length === 0) return undefined;
  const having = db.select({ case: caseSearch.case }).from(caseSearch).where(sql`${caseSearch.grams} @> array[${sql.join(grams.map((gram) => sql`${gram}`), sql`, `)}]::text[]`);
  const [hits] = await db.select({ count: sql<number>`count(*)::int` }).from(having.limit(mostCounted + 1).as('hits'));
  return (hits?.count ?? 0) > mostCounted ? 'many' : sql`${cases.case} in (${having})`;
}

/**
 * Finds all that fit, sorts and counts them, and reads the rows of one page: `many` where they are more than are counted. Reading in order would be
 * a gamble here: where few fit, or where they stand together far behind, it reads nearly all cases for one page.
 */
async function gather(db: Database, { where, key, descending, after, rows }: Asked): Promise<{ rows: ListedCase[]; total: number } | 'many'> {
  const fitting = db.select({ case: cases.case, key: key.as('key') }).from(cases).where(and(...where)).limit(mostCounted + 1).as('fitting');
  const counted = db.select({ case: fitting.case, key: fitting.key, total: sql<number>`(count(*) over ())::int`.as('total') }).from(fitting).as('counted');
  const page = db
    .select({ case: counted.case, key: counted.key, total: counted.total })
    .from(counted)
    .where(after && behind(sql`${counted.key}`, sql`${counted.case}`, descending, after))
    .orderBy(...inOrder(sql`${counted.key}`, sql`${counted.case}`, descending))
    .limit(rows)
    .as('page');
  const read = await db.select({ row: listed, total: page.total }).from(page).innerJoin(cases, eq(cases.case, page.case)).orderBy(...inOrder(sql`${page.key}`, sql`${page.case}`, descending));
  const total = read[0]?.total ?? 0;
  return total > mostCounted ? 'many' : { rows: read.map(({ row }) => row), total };
}

/** Reads cases in their order until a page is full. */
function readInOrder(db: Database, { where, key, descending, after, rows }: Asked): Promise<ListedCase[]> {
  return db
    .select(listed)
    .from(cases)
    .where(and(...where, after && behind(key, sql`${cases.case}`, descending, after)))
    .orderBy(...inOrder(key, sql`${cases.case}`, descending))
    .limit(rows);
}

const behind = (key: SQL, id: SQL, descending: boolean, after: [string | number, string]): SQL => (descending ? sql`(${key}, ${id}) < (${after[0]}, ${after[1]})` : sql`(${key}, ${id}) > (${after[0]}, ${after[1]})`);

const inOrder = (key: SQL, id: SQL, descending: boolean): SQL[] => (descending ? [sql`${key} desc`, sql`${id} desc`] : [sql`${key} asc`, sql`${id} asc`]);
