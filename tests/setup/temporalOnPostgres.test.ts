import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { lives, identityOf } from '../../server/setup/processIdentity.mjs';
import { say } from '../../server/setup/say.mjs';
import { findTemporalCli } from '../../server/setup/temporal.mjs';
import { findTemporalServer, startTemporalOnPostgres } from '../../server/setup/temporalOnPostgres.mjs';
import { postgresServer } from './postgres.ts';
import { asSuperuser, dropTemporal, newTemporalName } from './temporalDatabases.ts';

let folder: string;
let database: string;

beforeAll(async () => {
  await findTemporalCli({ say });
  await findTemporalServer({ say });
}, 1_800_000);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shenpi-temporal-postgres-'));
  database = newTemporalName();
});

afterEach(async () => {
  await dropTemporal(database);
  await asSuperuser(`drop role if exists ${database}`);
  rmSync(folder, { recursive: true, force: true });
});

const start = (postgres: string) => startTemporalOnPostgres({ postgres, folder, database, say: () => undefined });

async function namespaces(address: string): Promise<string[]> {
  const connection = await Connection.connect({ address });
  const { namespaces: found } = await connection.workflowService.listNamespaces({});
  await connection.close();
  return found.map(({ namespaceInfo, config }) => `${namespaceInfo?.name ?? ''} ${Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0) / 3600} h`);
}

test('it starts on databases that a mere owner was given, keeps closed cases for 30 days, and starts again on what is there', async () => {
  await asSuperuser(`create role ${database} login password 'it''s:@/%secret'`, `create database ${database} owner ${database}`, `create database ${database}_visibility owner ${database}`);
  const url = new URL(postgresServer());
  url.username = database;
  url.password = encodeURIComponent("it's:@/%secret");
  for (let time = 1; time <= 2; time += 1) {
    const server = await start(url.href);
    expect(await namespaces(server.address)).toContain('default 720 h');
    expect(statSync(join(folder, 'config', 'shenpi.yaml')).mode & 0o077).toBe(0); // it holds the password
    await server.stop();
    expect(await server.ended).toContain('it ended by');
    const identity = identityOf(server.pid);
    expect(identity !== undefined && lives(identity)).toBe(false);
  }
}, 180_000);

test('a database that cannot be had is told with its reason, before anything is started', async () => {
  const wrong = new URL(postgresServer());
  wrong.password = 'wrong';
  await expect(start(wrong.href)).rejects.toMatchObject({ code: 'storeNotOpenable', message: expect.stringContaining('password authentication failed') });
  await expect(start('postgres://temporal@127.0.0.1:1/postgres')).rejects.toMatchObject({ code: 'storeNotOpenable', message: expect.stringContaining('connection refused') });
}, 60_000);
