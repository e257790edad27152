import { Connection } from '@temporalio/client';
import { createHash } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../model/case.ts';
import { startArchiver } from '../../server/archiver/archiver.ts';
import { createStore, type Store } from '../../server/store/createStore.ts';
import type { OpenDatabase } from '../../server/store/openStore.ts';
import { temporalCaseClient } from '../../server/temporal/caseClient.ts';
import { fakeOutside } from '../activities/fakeOutside.ts';
import { TemporalWorld } from '../drivers/temporalWorld.ts';
import { temporalAddress } from '../setup/temporal.ts';
import { openTestDatabase } from '../setup/testStore.ts';
import { approval } from './approval.ts';

const clerk: Actor = { id: 'clerk', name: 'Clerk', roles: ['clerk'] };
const at = '2026-03-02T09:00:00.000+08:00';

let database: OpenDatabase;
let store: Store;
let world: TemporalWorld;
let connection: Connection;
let worker: { stop(): Promise<void> };
beforeAll(async () => {
  database = await openTestDatabase();
  store = createStore(database.db);
  const { outside } = fakeOutside('http://127.0.0.1:1');
  world = await TemporalWorld.open({ ...outside, lookUp: async () => ({ documents: [], cases: [], paidFen: 0 }) });
  connection = await Connection.connect({ address: temporalAddress() });
  worker = await world.worker();
});
afterAll(async () => {
  await worker.stop();
  await world.close();
  await connection.close();
  await database.close();
});

interface Kept {
  events: { [attributes: string]: { continuedExecutionRunId?: string; newExecutionRunId?: string; firstExecutionRunId?: string } | undefined }[];
}

test('a case that continued as new is archived run by run, each leading to the next, from its first event to its last', async () => {
  const running = await world.start(approval(), { actor: clerk, data: { declaration: { amount: 1_000_000 } }, continueAfter: 9 });
  await world.seen(running, 'first#1');
  const handle = world.client.workflow.getHandle(running.id);
  for (const task of ['first#1', 'second#1', 'third#1']) {
    await world.seen(running, task);
    await handle.executeUpdate('act', { args: [{ key: task, body: '', act: { event: 'taskCompleted', task, actor: clerk, outcome: 'done', data: {} } }] });
  }
  expect(await handle.result()).toMatchObject({ outcome: 'granted' });
  await store.cases.note({
    case: running.id, measure: 'M02', process: 'approval', version: 1, hash: 'h', name: { zh: '甲', en: 'A' }, creditCode: 'X', applicantName: '甲', instalment: 1, steps: [], status: 'closed',
    startedAt: at, updatedAt: at, incidents: 0, seq: 9, fence: 1, clock: { start: at, realStart: 0, factor: 1 }, search: running.id, claimYear: 2026, invoiceNumbers: [],
  });

  const archiver = startArchiver({ store, cases: temporalCaseClient(connection, 'default', world.queue), log: pino({ level: 'silent' }), now: () => Date.now() });
  try {
    await archiver.sweep();
  } finally {
    await archiver.stop();
  }

  const runs = await store.histories.runs(running.id);
  expect(runs.length).toBeGreaterThanOrEqual(3);
  expect(runs[0]?.run).toBe(running.firstRun);
  for (const [place, { history, events }] of runs.entries()) {
    const kept = (history as Kept).events;
    const { workflowExecutionStartedEventAttributes: began } = kept[0] ?? {};
    expect(kept).toHaveLength(events);
    expect([began?.firstExecutionRunId, began?.continuedExecutionRunId || undefined]).toEqual([runs[0]?.run, runs[place - 1]?.run]);
    expect(kept.at(-1)?.['workflowExecutionContinuedAsNewEventAttributes']?.newExecutionRunId).toBe(runs[place + 1]?.run);
  }
  expect((runs.at(-1)?.history as Kept).events.at(-1)).toHaveProperty('workflowExecutionCompletedEventAttributes');
  for (const { run, sha256 } of await store.histories.ofCase(running.id)) expect(createHash('sha256').update((await store.histories.content(running.id, run)) ?? '').digest('hex')).toBe(sha256);
  expect(await store.cases.find(running.id)).toMatchObject({ archivedAt: expect.any(Date) as Date });
});
