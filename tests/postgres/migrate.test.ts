import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { run, type Ran } from '../../server/setup/run.mjs';
import { openDatabase } from '../../server/store/openStore.ts';
import { newDatabase, type TestDatabase } from '../setup/postgres.ts';
import { answeringServer, type Answer } from './answeringServer.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await newDatabase();
});
afterEach(() => database.drop());

const command = fileURLToPath(new URL('../../server/store/migrate.ts', import.meta.url));
const migrate = (url: string): Promise<Ran> => run(process.execPath, ['--import', 'tsx', command], { env: { ...process.env, DATABASE_URL: url } });

async function ask(statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query({ text: statement, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

it('is done once however many processes start, and each finds the whole schema', async () => {
  const opened = await Promise.all(Array.from({ length: 5 }, () => openDatabase({ url: database.url, pool: 2 })));
  const applied = opened.map(({ applied: names }) => names.length).sort((a, b) => a - b);
  expect(applied.slice(0, -1)).toEqual([0, 0, 0, 0]);
  expect(await ask('select count(*)::int from drizzle.__drizzle_migrations')).toEqual([applied.at(-1)]);
  for (const { db } of opened) expect(await db.query.cases.findFirst()).toBeUndefined();
  await Promise.all(opened.map(({ close }) => close()));
});

it('is a command that says what it did, and the second time that there was nothing to do', async () => {
  const first = await migrate(database.url);
  expect(first.code, first.output).toBe(0);
  expect(first.output).toContain('applied 0000_first');
  expect(first.output).not.toContain(new URL(database.url).password);
  expect(await migrate(database.url)).toMatchObject({ code: 0, output: expect.stringContaining('is up to date.') });
});

it('leaves nothing half written where one step fails', async () => {
  await ask('create table trail (mine int)');
  const failed = await migrate(database.url);
  expect(failed).toMatchObject({ code: 14, output: expect.stringContaining('relation "trail" already exists') });
  expect(await ask("select to_regclass('cases'), count(*)::int from drizzle.__drizzle_migrations")).toEqual([null, 0]);
  await ask('drop table trail');
  expect((await migrate(database.url)).code).toBe(0);
});

const old = (): Answer => ({ server_version_num: '130011' });
const fullDisk = (statement: string): Answer =>
  /^create/i.test(statement) ? { code: '53100', said: 'could not extend file "base/16384/2619": No space left on device' } : { server_version_num: '170002', locked: 't', known: 'f' };

it.each([
  { is: 'too old', answer: old, code: 26, sentence: 'is PostgreSQL 13.11; this release needs 14 or newer' },
  { is: 'without room', answer: fullDisk, code: 27, sentence: 'is full (could not extend file' },
])('tells a server that is $is from others, in a sentence and an exit code', async ({ answer, code, sentence }) => {
  const server = await answeringServer(answer);
  try {
    expect(await migrate(server.url)).toMatchObject({ code, output: expect.stringContaining(sentence) });
  } finally {
    server.close();
  }
});
