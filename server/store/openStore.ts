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

/**
 * Opens the database and brings its schema up to this release.
 * Faults: `storeNotOpenable`, `storeNewerSchema`.
 */
export async function openDatabase(place: StorePlace): Promise<OpenDatabase> {
  const name = 'url' in place ? new URL(place.url).host : 'folder' in place ? place.folder : 'memory';
  try {
    if ('url' in place) return await openPg(place.url);
    return await openPglite('folder' in place ? place.folder : undefined);
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('storeNotOpenable', { store: name, why: error instanceof Error ? error.message : String(error) }, error);
  }
}

async function openPg(url: string): Promise<OpenDatabase> {
  const pool = new pg.Pool({ connectionString: url, max: 20 });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  try {
    await migratePg(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { db: overPg(pool, { schema }), close: () => pool.end() };
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
