import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { inject } from 'vitest';

/** An empty database of a test's own. */
export interface TestDatabase {
  url: string;
  /** Removes it, whoever is connected. */
  drop(): Promise<void>;
}

/**
 * The URL of an account that may create databases, on the run's one PostgreSQL: the first call starts it, which takes three seconds; a run
 * that never asks never starts one. TEST_DATABASE_URL names another server.
 */
export function postgresServer(): string {
  process.env.TEST_DATABASE_URL ||= execFileSync(
    process.execPath,
    [fileURLToPath(new URL('startPostgresOnce.mjs', import.meta.url)), inject('postgresFolder')],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  ).trim();
  return process.env.TEST_DATABASE_URL;
}

/** Makes a database on the run's PostgreSQL. */
export async function newDatabase(): Promise<TestDatabase> {
  const server = postgresServer();
  const name = `shenpi_test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asAdmin(server, `drop database if exists ${name} with (force)`) };
}

async function asAdmin(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
