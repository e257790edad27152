import { PGlite } from '@electric-sql/pglite';
import { drizzle as overPglite } from 'drizzle-orm/pglite';
import { drizzle as overPg } from 'drizzle-orm/node-postgres';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { Fault } from '../setup/exitCodes.mjs';
import { migratePg, migratePglite } from './migrateStore.ts';
import * as schema from './schema.ts';

/** The database behind either driver; also what a transaction gives. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

/** Where the store is: a PostgreSQL server, a folder of an embedded one, or memory (tests). */
export type StorePlace = { url: string } | { folder: string } | { memory: true };

/** An open, migrated database. */
export interface OpenDatabase {
  db: Database;
  close(): Promise<void>;
}

/** How long a PostgreSQL server that is not there yet is waited for, and who hears of it. */
export interface Patience {
  forMs: number;
  tell(why: string): void;
}

const usualPatience: Patience = { forMs: 30_000, tell: () => undefined };

/** Not there yet: no route, no name, nobody listening, or still starting up. */
const passing = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', '57P03']);

/**
 * Opens the database and brings its schema up to this release; waits for a server that is still coming up.
 * Faults: `storeNotOpenable`, `storeNewerSchema`.
 */
export async function openDatabase(place: StorePlace, patience = usualPatience): Promise<OpenDatabase> {
  const name = 'url' in place ? new URL(place.url).host : 'folder' in place ? place.folder : 'memory';
  try {
    if ('url' in place) return await openPg(place.url, patience);
    return await openPglite('folder' in place ? place.folder : undefined);
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('storeNotOpenable', { store: name, why: whyOf(error) }, error);
  }
}

/** An error that gathers several (every address of a host refused) says nothing by itself. */
function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message !== '' ? error.message : String((error as { code?: unknown }).code ?? error.name);
}

async function openPg(url: string, patience: Patience): Promise<OpenDatabase> {
  const pool = new pg.Pool({ connectionString: url, max: 20 });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  try {
    await there(pool, patience);
    await migratePg(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { db: overPg(pool, { schema }), close: () => pool.end() };
}

async function there(pool: pg.Pool, { forMs, tell }: Patience): Promise<void> {
  const until = Date.now() + forMs;
  for (;;) {
    try {
      await pool.query('select 1');
      return;
    } catch (error) {
      const { code, message } = error as { code?: string; message: string }; // pg throws errors with PostgreSQL's or the system's code
      if (Date.now() >= until || !passing.has(code ?? '')) throw error;
      tell(message || (code ?? ''));
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

async function openPglite(folder: string | undefined): Promise<OpenDatabase> {
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  const client = await PGlite.create(folder === undefined ? {} : { dataDir: join(folder, 'postgres') });
  try {
    await migratePglite(client);
  } catch (error) {
    await client.close();
    throw error;
  }
  return { db: overPglite(client, { schema }), close: () => client.close() };
}
