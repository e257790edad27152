import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { applicantOf } from '../../measures/applicants.ts';
import { m02 } from '../../measures/m02.ts';
import { advance } from '../../model/advance.ts';
import { createStore, usualClaimMs, type Store } from '../../server/store/createStore.ts';
import { openDatabase, type OpenDatabase } from '../../server/store/openStore.ts';
import { newDatabase, type TestDatabase } from '../setup/postgres.ts';

let database: TestDatabase;
const opened: OpenDatabase[] = [];
beforeAll(async () => {
  database = await newDatabase();
});
afterAll(async () => {
  await Promise.all(opened.map(({ close }) => close()));
  await database.drop();
});

/** A store as another process has it. */
async function another(): Promise<{ store: Store; heard: string[] }> {
  const one = await openDatabase({ url: database.url, pool: 3 });
  opened.push(one);
  const store = createStore(one.db, () => new Date(), usualClaimMs, one.signals);
  const heard: string[] = [];
  store.written.on('written', ({ case: id, roles }) => heard.push(`${id} ${roles.join()}`));
  return { store, heard };
}

const at = '2026-03-02T09:00:00.000+08:00';
async function write(store: Store, id: string): Promise<void> {
  const begun = advance(m02, undefined, { event: 'caseStarted', at, case: id, actor: { id: 'a', name: 'A', roles: [] }, applicant: { creditCode: 'X', name: '甲' }, instalment: 1, data: { declaration: applicantOf('M02')?.declaration ?? {} }, calendar: [] });
  await store.writeProjection({ case: id, process: 'M02', version: 1, hash: 'h', measure: 'M02', clock: { start: at, realStart: 0, factor: 1 }, fence: 1, state: begun.state, trail: [begun.trail] });
}
const names = (heard: string[]) => heard.map((each) => each.split(' ')[0]);

it('what one process writes is heard once by itself and once by every other', async () => {
  const [door, worker] = [await another(), await another()];
  await worker.store.versions.seed(m02, 'test', 'test');
  const ids = Array.from({ length: 60 }, (_, index) => `C-${index}`);
  await expect.poll(async () => (await opened[0]?.db.execute(sql`select 1 from pg_stat_activity where datname = current_database() and application_name = 'shenpi signals' and query like 'listen%'`) as { rows: unknown[] }).rows.length).toBe(2);
  await Promise.all(ids.map((id) => write(worker.store, id)));
  await expect.poll(() => names(door.heard).sort(), { timeout: 10_000 }).toEqual([...ids].sort());
  expect(names(worker.heard).sort()).toEqual([...ids].sort());
  expect([...door.heard].sort()).toEqual([...worker.heard].sort());
});

it('a process that lost its connection hears again', async () => {
  const [door, worker] = [await another(), await another()];
  await opened[0]?.db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'shenpi signals'`);
  let tries = 0;
  await expect
    .poll(
      async () => {
        await write(worker.store, `D-${(tries += 1)}`);
        return door.heard.length;
      },
      { timeout: 20_000, interval: 300 },
    )
    .toBeGreaterThan(0);
});
