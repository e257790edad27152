import type { PGlite } from '@electric-sql/pglite';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle as overPglite } from 'drizzle-orm/pglite';
import { migrate as migrateOverPglite } from 'drizzle-orm/pglite/migrator';
import { drizzle as overPg } from 'drizzle-orm/node-postgres';
import { migrate as migrateOverPg } from 'drizzle-orm/node-postgres/migrator';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { Fault } from '../setup/exitCodes.mjs';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

// Any number will do, as long as every server of this product takes the same.
const migrationLock = 7_788_001;

const appliedQuery = "select max(created_at)::text as latest from drizzle.__drizzle_migrations";
const knownQuery = "select to_regclass('drizzle.__drizzle_migrations') is not null as known";

/** Applies what is missing; two servers that start at once wait for each other. */
export async function migratePg(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    try {
      await refuseNewer(async (query) => (await client.query(query)).rows);
      await migrateOverPg(overPg(client), { migrationsFolder });
    } finally {
      await client.query('select pg_advisory_unlock($1)', [migrationLock]);
    }
  } finally {
    client.release();
  }
}

/** Applies what is missing; the folder's lock keeps a second server out. */
export async function migratePglite(client: PGlite): Promise<void> {
  await refuseNewer(async (query) => (await client.query<Record<string, unknown>>(query)).rows);
  await migrateOverPglite(overPglite(client), { migrationsFolder });
}

async function refuseNewer(ask: (query: string) => Promise<Record<string, unknown>[]>): Promise<void> {
  const [table] = await ask(knownQuery);
  if (table?.known !== true) return;
  const [applied] = await ask(appliedQuery);
  const found = Number(applied?.latest ?? 0);
  const known = Math.max(...readMigrationFiles({ migrationsFolder }).map((migration) => migration.folderMillis));
  if (found > known) throw new Fault('storeNewerSchema', { found, known });
}
