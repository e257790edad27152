import type { PGlite } from '@electric-sql/pglite';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle as overPglite } from 'drizzle-orm/pglite';
import { migrate as migrateOverPglite } from 'drizzle-orm/pglite/migrator';
import { drizzle as overPg } from 'drizzle-orm/node-postgres';
import { migrate as migrateOverPg } from 'drizzle-orm/node-postgres/migrator';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { Fault } from '../setup/exitCodes.mjs';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

// Any number will do, as long as every server of this product takes the same.
const migrationLock = 7_788_001;

const appliedQuery = "select max(created_at)::text as latest from drizzle.__drizzle_migrations";
const knownQuery = "select to_regclass('drizzle.__drizzle_migrations') is not null as known";

/** The names of the migrations that were applied just now, in order. */
export type Applied = string[];

/** Applies what is missing, all of it or nothing; of several processes that start at once one does it and the others wait. */
export async function migratePg(pool: pg.Pool, tell: (why: string) => void): Promise<Applied> {
  const client = await pool.connect();
  try {
    // An index on a large table, and the wait for another process that makes it, may take long.
    await client.query('set statement_timeout = 0');
    const { rows } = await client.query<{ locked: boolean }>(`select pg_try_advisory_lock(${migrationLock}) as locked`);
    if (rows[0]?.locked !== true) {
      tell('另一进程正在升级结构 / another process is migrating it');
      await client.query(`select pg_advisory_lock(${migrationLock})`);
    }
    const before = await latestOf(async (query) => (await client.query(query)).rows);
    await migrateOverPg(overPg(client), { migrationsFolder });
    return namesAfter(before);
  } finally {
    // The lock and the setting go with the connection.
    client.release(true);
  }
}

/** Applies what is missing, all of it or nothing; the folder's lock keeps a second server out. */
export async function migratePglite(client: PGlite): Promise<Applied> {
  const before = await latestOf(async (query) => (await client.query<Record<string, unknown>>(query)).rows);
  await migrateOverPglite(overPglite(client), { migrationsFolder });
  return namesAfter(before);
}

/** When the last migration that this store knows was made; 0 for an empty one. Fault: `storeNewerSchema`. */
async function latestOf(ask: (query: string) => Promise<Record<string, unknown>[]>): Promise<number> {
  const [table] = await ask(knownQuery);
  if (table?.known !== true) return 0;
  const [applied] = await ask(appliedQuery);
  const found = Number(applied?.latest ?? 0);
  const known = Math.max(...readMigrationFiles({ migrationsFolder }).map((migration) => migration.folderMillis));
  if (found > known) throw new Fault('storeNewerSchema', { found, known });
  return found;
}

function namesAfter(before: number): Applied {
  const { entries } = JSON.parse(readFileSync(join(migrationsFolder, 'meta', '_journal.json'), 'utf8')) as { entries: { when: number; tag: string }[] }; // written by drizzle-kit
  return entries.filter(({ when }) => when > before).map(({ tag }) => tag);
}
