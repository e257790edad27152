import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Lets work run on a database of its own on the PostgreSQL of `TEST_DATABASE_URL`, and removes it. */
export async function onPostgres<T>(work: (database: { url: string; version: string }) => Promise<T>): Promise<T> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) throw new Error('此项测量需要 PostgreSQL，请以 TEST_DATABASE_URL 指明可以建库的账号。 / This needs a PostgreSQL: name it by TEST_DATABASE_URL, with an account that may create databases.');
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
