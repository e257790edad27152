import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { endPostgres, startPostgres } from '../tests/setup/postgresServer.mjs';

interface BenchDatabase {
  url: string;
  version: string;
}

/** Lets work run on a database of its own, and removes it: on the PostgreSQL of `TEST_DATABASE_URL`, else on one that is started for it, with its default settings. */
export async function onPostgres<T>(work: (database: BenchDatabase) => Promise<T>): Promise<T> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return onServer(given, work);
  const folder = mkdtempSync(join(tmpdir(), 'shenpi-bench-postgres-'));
  try {
    return await onServer(await startPostgres(folder, { keeps: true }), work);
  } finally {
    await endPostgres(join(folder, 'postgres.json'));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onServer<T>(server: string, work: (database: BenchDatabase) => Promise<T>): Promise<T> {
  const name = `shenpi_bench_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  try {
    await admin.query(`create database ${name}`);
    const { rows } = await admin.query<{ server_version: string }>('show server_version');
    const url = new URL(server);
    url.pathname = `/${name}`;
    try {
      return await work({ url: url.href, version: rows[0]?.server_version ?? 'unknown' });
    } finally {
      await admin.query(`drop database if exists ${name} with (force)`);
    }
  } finally {
    await admin.end();
  }
}
