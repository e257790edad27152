import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { caseQuerySchema, type CaseQuery } from '../model/api/cases.ts';
import { listCases, type CaseScope } from '../server/store/caseList.ts';
import { openDatabase, type OpenDatabase } from '../server/store/openStore.ts';
import { fillWithCases, words } from './manyCases.ts';
import { onPostgres } from './postgres.ts';
import { scaled } from './scale.ts';
import type { Section } from './section.ts';
import { latencies } from './statistics.ts';

const counts = { postgres: 300_000, embedded: 20_000 };
const asked = 400;

/** The same questions in every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

interface Question {
  kind: string;
  query: CaseQuery;
  scope: CaseScope;
}

/** What people ask a list: some filters, an order, a search, a page deep down; each by itself and all together. */
function question(next: () => number, cases: number): Question {
  const one = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const perhaps = <T>(share: number, value: () => T): T | undefined => (next() < share ? value() : undefined);
  const filters = {
    measure: perhaps(0.4, () => one(words.measures)),
    ...(next() < 0.5 ? { status: one(words.statuses) } : { outcome: perhaps(0.5, () => one(words.outcomes)) }),
    stage: perhaps(0.2, () => one(words.stages)),
  };
  const number = () => String(1 + Math.floor(next() * cases)).padStart(6, '0');
  const search = one<() => string>([
    number,
    () => `LG-2026-${one(words.measures)}-${number()}`,
    () => one(words.beginnings) + one(words.beginnings),
    () => one(words.districts) + one(words.beginnings),
    () => one(words.trades),
    () => '有限公司',
    () => one(words.beginnings),
    () => '没有这家单位',
    () => '7X',
  ]);
  const sort = one(['-updatedAt', '-updatedAt', 'updatedAt', '-startedAt', 'case', '-amount', 'amount'] as const);
  const kind = one(['order alone', 'filter + order', 'search + order', 'filter + search + order', 'filter + search + order']);
  const scope = one<CaseScope>(['all', 'all', 'all', { roles: ['siteCheck', 'expert'] }]);
  const chosen = { sort, ...(kind.includes('filter') ? filters : {}), ...(kind.includes('search') ? { q: search() } : {}) };
  return { kind, scope, query: caseQuerySchema.parse(JSON.parse(JSON.stringify(chosen))) };
}

async function measure(database: OpenDatabase, cases: number): Promise<Map<string, number[]>> {
  const next = chance(20_260_302);
  const questions = Array.from({ length: scaled(asked, 50) }, () => question(next, cases));
  const ask = ({ query, scope }: Question) => listCases(database.db, query, scope, false);
  for (const each of questions.slice(0, 40)) await ask(each);
  const taken = new Map<string, number[]>();
  const slow: { ms: number; text: string }[] = [];
  for (const each of questions) {
    const since = performance.now();
    const page = await ask(each);
    const ms = performance.now() - since;
    for (const kind of [each.kind, 'all of them']) taken.set(kind, [...(taken.get(kind) ?? []), ms]);
    slow.push({ ms, text: `${ms.toFixed(0)} ms: ${JSON.stringify(each.query)} ${JSON.stringify(each.scope)} → ${page.total}${page.moreThanTotal ? '+' : ''}` });
    if (page.next === undefined) continue;
    const deep = performance.now();
    await ask({ ...each, query: { ...each.query, cursor: page.next } });
    taken.set('the next page', [...(taken.get('the next page') ?? []), performance.now() - deep]);
  }
  if (process.env['BENCH_SLOWEST'] === '1') for (const { text } of slow.sort((a, b) => b.ms - a.ms).slice(0, 25)) console.log(text);
  return taken;
}

/** Lists of many cases: filter, order, search and count, on PostgreSQL and in the embedded store. */
export async function run(): Promise<Section> {
  const rows: string[][] = [];
  const tell = (store: string, cases: number, taken: Map<string, number[]>): void => {
    for (const kind of ['order alone', 'filter + order', 'search + order', 'filter + search + order', 'all of them', 'the next page']) {
      const samples = taken.get(kind) ?? [];
      rows.push([store, cases.toLocaleString('en'), kind, ...latencies(samples)]);
    }
  };
  const on = async (database: OpenDatabase, cases: number): Promise<Map<string, number[]>> => {
    try {
      // The one connection it has; no statement of a running system takes so long.
      await database.db.execute(sql`set statement_timeout = 0`);
      await fillWithCases(database.db, cases);
      await database.db.execute(sql`vacuum analyze`);
      return await measure(database, cases);
    } finally {
      await database.close();
    }
  };

  const many = scaled(counts.postgres, 2_000);
  const version = await onPostgres(async ({ url, version: found }) => {
    tell(`PostgreSQL ${found}`, many, await on(await openDatabase({ url, pool: 1 }), many));
    return found;
  });
  const folder = mkdtempSync(join(tmpdir(), 'shenpi-bench-lists-'));
  try {
    const fewer = scaled(counts.embedded, 2_000);
    tell('embedded', fewer, await on(await openDatabase({ folder }), fewer));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    title: 'Lists: filter, order, search and count',
    table: { head: ['store', 'cases', 'asked', 'p50', 'p95', 'p99'], rows },
    notes: [
      `${scaled(asked, 50)} different first pages of 50 rows, one after the other, each with the count of all that fit (exact up to 10,000); a third of the readers see the cases of two roles alone. Searches are for numbers, names, trades, single characters, and what is nowhere or everywhere.`,
      `PostgreSQL ${version} with its default settings on the same machine; aim: p95 below 100 ms for all of them.`,
    ],
  };
}
