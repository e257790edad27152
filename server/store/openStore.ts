import { PGlite } from '@electric-sql/pglite';
import { drizzle as overPglite } from 'drizzle-orm/pglite';
import { drizzle as overPg } from 'drizzle-orm/node-postgres';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { Fault } from '../setup/exitCodes.mjs';
import { migratePg, migratePglite, type Applied } from './migrateStore.ts';
import * as schema from './schema.ts';
import { postgresSignals, type Signals } from './signals.ts';

/** The database behind either driver; also what a transaction gives. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

/** Where the store is: a PostgreSQL server with so many connections for this process, a folder of an embedded one, or memory (tests). */
export type StorePlace = { url: string; pool?: number } | { folder: string } | { memory: true };

/** An open, migrated database. */
export interface OpenDatabase {
  db: Database;
  /** What opening it applied. */
  applied: Applied;
  /** Reach the other processes on the same database; absent where there are none. */
  signals?: Signals;
  close(): Promise<void>;
}

/** How long a PostgreSQL server that is not there yet is waited for, and who hears of it. */
export interface Patience {
  forMs: number;
  tell(why: string): void;
}

const usualPatience: Patience = { forMs: 30_000, tell: () => undefined };

/** Connections of one process where nothing else is set. */
export const usualPool = 20;

/** No request needs a statement that takes longer (real milliseconds); one that does lets others wait for its locks. */
const statementMs = 30_000;

/** What we ask of a PostgreSQL server. */
const oldest = { name: '14', number: 140_000 };

/** Not there yet: no route, no name, nobody listening, or still starting up. */
const passing = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', '57P03']);

const full = new Set(['53100', 'ENOSPC']);

/** Whether an error says that there is no room left, by PostgreSQL's word or by the system's. */
export const saysFull = (error: unknown): boolean => full.has(codeOf(rootOf(error)));

/**
 * Opens the database and brings its schema up to this release; waits for a server that is still coming up.
 * Faults: `storeNotOpenable`, `storeNewerSchema`, `storeTooOld`, `storeFull`.
 */
export async function openDatabase(place: StorePlace, patience = usualPatience): Promise<OpenDatabase> {
  const name = storeName(place);
  try {
    if ('url' in place) return await openPg(place, name, patience);
    return await openPglite('folder' in place ? place.folder : undefined);
  } catch (error) {
    if (error instanceof Fault) throw error;
    const root = rootOf(error);
    throw new Fault(saysFull(root) ? 'storeFull' : 'storeNotOpenable', { store: name, why: whyOf(root) }, error);
  }
}

/** The store in words that hold no password. */
export function storeName(place: StorePlace): string {
  if ('url' in place) return `${new URL(place.url).host}${new URL(place.url).pathname}`;
  return 'folder' in place ? place.folder : 'memory';
}

/** What the database itself said, behind the query that the library names. */
function rootOf(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? rootOf(error.cause) : error;
}

const codeOf = (error: unknown): string => String((error as { code?: unknown } | undefined)?.code ?? '');

/** An error that gathers several (every address of a host refused) says nothing by itself. */
function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message !== '' ? error.message : codeOf(error) || error.name;
}

async function openPg({ url, pool: max = usualPool }: Extract<StorePlace, { url: string }>, name: string, patience: Patience): Promise<OpenDatabase> {
  const pool = new pg.Pool({ connectionString: url, max, application_name: 'shenpi', statement_timeout: statementMs, idle_in_transaction_session_timeout: statementMs, keepAlive: true });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  try {
    await newEnough(pool, name, patience);
    const applied = await migratePg(pool, patience.tell);
    const signals = postgresSignals(url, pool);
    const close = async (): Promise<void> => {
      await signals.close();
      await pool.end();
    };
    return { db: overPg(pool, { schema }), applied, signals, close };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

async function newEnough(pool: pg.Pool, store: string, { forMs, tell }: Patience): Promise<void> {
  const until = Date.now() + forMs;
  for (;;) {
    try {
      const { rows } = await pool.query<{ server_version_num: string }>('show server_version_num');
      const number = Number(rows[0]?.server_version_num);
      if (number < oldest.number) throw new Fault('storeTooOld', { store, found: `${Math.floor(number / 10_000)}.${number % 10_000}`, needed: oldest.name });
      return;
    } catch (error) {
      if (error instanceof Fault || Date.now() >= until || !passing.has(codeOf(error))) throw error;
      tell(whyOf(error));
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

async function openPglite(folder: string | undefined): Promise<OpenDatabase> {
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  const client = await PGlite.create(folder === undefined ? {} : { dataDir: join(folder, 'postgres') });
  try {
    const applied = await migratePglite(client);
    return { db: overPglite(client, { schema }), applied, close: () => client.close() };
  } catch (error) {
    await client.close();
    throw error;
  }
}
