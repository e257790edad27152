import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startArchiver } from '../../server/archiver/archiver.ts';
import { askControl, openControl } from '../../server/rebuild/control.ts';
import { rebuild, type Progress } from '../../server/rebuild/rebuild.ts';
import { cases, tasks, trail } from '../../server/store/schema.ts';
import { openRealEngine, type RealEngine } from './realEngine.ts';

let engine: RealEngine;
const stories: { [how: string]: string } = {};

beforeAll(async () => {
  engine = await openRealEngine();
  const { office } = engine;
  const [paid, parked, refused, instalments] = await Promise.all([
    office.file({ measure: 'M13', year: 2026, dayMs: 600 }),
    office.file({ measure: 'M02', by: 'M01', year: 2026, dayMs: 60_000 }),
    office.file({ measure: 'M13', by: 'M03', year: 2026, dayMs: 600 }),
    office.file({ measure: 'M09', year: 2026, dayMs: 1_000 }),
  ]);
  Object.assign(stories, { paid, parked, refused, instalments });
  await Promise.all([
    office.untilClosed(paid ?? ''),
    office.untilTask(parked ?? '', 'review'),
    office.untilClosed(refused ?? '', { formCheck: { outcome: 'refuse', reason: '不属于本措施支持范围', data: {} } }),
    office.untilClosed(instalments ?? ''),
  ]);
}, 180_000);
afterAll(() => engine.close(), 60_000);

type Row = { [field: string]: unknown };

/** Every row that a history tells, without when it was written and what the server itself still owes the case. */
async function rows(): Promise<{ [table: string]: Row[] }> {
  const { db } = engine.database;
  const shown = await db.select().from(cases).orderBy(cases.case);
  return {
    cases: shown.map(({ writtenAt: _when, tries: _tries, tryAfter: _after, ...row }) => row),
    tasks: await db.select().from(tasks).orderBy(tasks.case, tasks.task),
    trail: await db.select().from(trail).orderBy(trail.case, trail.seq),
  };
}

/** Where two stores differ, as `table place field`; a whole row is too long to be read. */
function differences(one: { [table: string]: Row[] }, other: { [table: string]: Row[] }): string[] {
  return Object.keys(one).flatMap((table) => {
    const [left = [], right = []] = [one[table], other[table]];
    const places = Array.from({ length: Math.max(left.length, right.length) }, (_, place) => place);
    return places.flatMap((place) => {
      const fields = Object.keys({ ...left[place], ...right[place] });
      return fields.filter((field) => JSON.stringify(left[place]?.[field]) !== JSON.stringify(right[place]?.[field])).map((field) => `${table} ${place} ${field}`);
    });
  });
}

const archived = async (): Promise<void> => {
  const archiver = startArchiver({ store: engine.store, cases: engine.cases, log: pino({ level: 'silent' }), now: () => Date.now() + 3_600_000 });
  await expect.poll(async () => (await archiver.sweep(), (await engine.store.cases.toArchive(10, new Date(Date.now() + 7_200_000))).length), { timeout: 20_000 }).toBe(0);
  await archiver.stop();
};

const pages = async (id: string): Promise<unknown[]> => {
  const [admin, auditor] = [engine.office.person('admin-1'), engine.office.person('auditor-1')];
  return Promise.all([`/api/cases/${id}`, `/api/cases/${id}/trail`, `/api/cases?q=${id}`, `/api/tasks?case=${id}`].map(async (path) => [(await admin.get(path)).body, (await auditor.get(path)).body]));
};

test('what the store shows is rebuilt from the histories of engine and archive, row by row, after everything was lost', { timeout: 120_000 }, async () => {
  await archived();
  const live = await rows();
  expect(live['cases']?.length).toBeGreaterThanOrEqual(5); // a follow-on case is on its way too
  expect(live['tasks']?.length).toBeGreaterThan(0);
  await engine.database.db.execute(sql`delete from trail`);
  await engine.database.db.execute(sql`delete from tasks`);
  await engine.database.db.execute(sql`delete from cases`);
  // One case is only in the archive any more.
  await forget(stories['paid'] ?? '');
  const told: Progress[] = [];
  const done = await rebuild({ store: engine.store, cases: engine.cases, tell: (progress) => told.push({ ...progress }) });
  expect(done.failed).toEqual([]);
  expect(told.at(-1)).toMatchObject({ done: done.of, of: done.of });
  const again = await rows();
  expect(differences(live, again)).toEqual([]);
});

test('rows that were changed by hand are put right while cases go on, and what people do meanwhile is not lost', { timeout: 120_000 }, async () => {
  const { office, database } = engine;
  await database.db.execute(sql`update cases set amount_fen = 1, outcome = 'paid twice' where case_id = ${stories['refused']}`);
  await database.db.execute(sql`delete from trail where seq > 2`);
  const moving = await Promise.all(['M05', 'M06', 'M07'].map((by) => office.file({ measure: 'M13', by, year: 2026, dayMs: 600 })));
  const work = Promise.all(moving.map((id) => office.untilClosed(id)));
  for (let round = 0; round < 2; round += 1) await rebuild(engine);
  await work;
  expect((await rebuild(engine)).failed).toEqual([]);
  for (const id of [...moving, stories['refused'] ?? '']) {
    const { items } = { items: await engine.store.trail(id) };
    expect(items.map(({ seq }) => seq)).toEqual(items.map((_, place) => place + 1));
  }
  expect(await engine.store.cases.find(stories['refused'] ?? '')).toMatchObject({ amountFen: null, outcome: 'refused' });
  for (const id of moving) expect(await engine.store.cases.find(id)).toMatchObject({ status: 'closed', outcome: 'disbursed' });
});

test('a case page is the same before and after the engine has forgotten the case, and its whole history is kept', async () => {
  const id = stories['instalments'] ?? '';
  await archived();
  const history = await engine.temporal.workflow.getHandle(id).fetchHistory();
  const before = await pages(id);
  await forget(id);
  expect(await pages(id)).toEqual(before);
  const [kept] = await engine.store.histories.runs(id);
  expect((kept?.history as { events: unknown[] }).events).toEqual((JSON.parse(JSON.stringify(history)) as { events: unknown[] }).events);
});

test('the command reaches the server that holds the store, hears its progress and its end', async () => {
  expect(await askControl('/no/such/folder', () => undefined)).toBeUndefined();
  const folder = `${process.cwd()}/no-such-folder-of-the-test`;
  const control = await openControl(folder, (tell) => rebuild({ ...engine, tell }));
  const heard: Progress[] = [];
  const end = await askControl(folder, (progress) => heard.push(progress));
  expect(end).toMatchObject({ failed: [] });
  expect(heard.at(-1)?.done).toBe(end?.of);
  await control.close();
  const broken = await openControl(folder, () => Promise.reject(new Error('the disk is full')));
  await expect(askControl(folder, () => undefined)).rejects.toThrow('the disk is full');
  await broken.close();
});

/** As retention does: the execution is gone, and asking for it finds nothing. */
async function forget(id: string): Promise<void> {
  await engine.temporal.workflowService.deleteWorkflowExecution({ namespace: 'default', workflowExecution: { workflowId: id } });
  await expect.poll(async () => (await engine.cases.look(id)).stands, { timeout: 45_000 }).toBe('unknown');
}
