import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Projection } from '../../../activities/contracts.ts';
import { advance } from '../../../model/advance.ts';
import type { CaseState } from '../../../model/case.ts';
import { m02 } from '../../../measures/m02.ts';
import { applicants } from '../../../measures/applicants.ts';
import { createStore, type Store } from '../../../server/store/createStore.ts';
import type { OpenDatabase } from '../../../server/store/openStore.ts';
import { openTestDatabase } from '../../setup/testStore.ts';

let database: OpenDatabase;
let store: Store;
const at = '2026-03-02T09:00:00.000+08:00';
const declaration = applicants.find((applicant) => applicant.measure === 'M02')?.declaration ?? {};
const begun = advance(m02, undefined, { event: 'caseStarted', at, case: 'C', actor: { id: 'a', name: 'A', roles: [] }, applicant: { creditCode: 'X', name: '甲' }, instalment: 1, data: { declaration }, calendar: [] });
const withdrawn = advance(m02, begun.state, { event: 'caseWithdrawn', at, actor: { id: 'a', name: 'A', roles: ['applicant'], applicant: 'X' }, reason: '不申报了' });
const terminated = advance(m02, begun.state, { event: 'caseTerminated', at, actor: { id: 'b', name: 'B', roles: ['administrator'] }, reason: '重复' });

const projection = (fence: number, state: CaseState, trail: Projection['trail']): Projection => ({
  case: 'C', process: 'M02', version: 1, hash: 'h', measure: 'M02', clock: { start: at, realStart: 0, factor: 1 }, fence, state, trail,
});

beforeAll(async () => {
  database = await openTestDatabase();
  store = createStore(database.db);
  await store.versions.seed(m02, 'test', 'test');
});
afterAll(() => database.close());

it('replaces what a lost attempt left behind, and drops what a given-up worker writes late', async () => {
  const heard: number[] = [];
  store.written.on('written', ({ seq }) => heard.push(seq));
  await store.writeProjection(projection(1, begun.state, [begun.trail]));
  await store.writeProjection(projection(2, withdrawn.state, [withdrawn.trail]));
  expect(await store.cases.find('C')).toMatchObject({ status: 'closed', outcome: 'withdrawn', seq: 2 });

  // The task that wrote this was lost; the case was terminated instead.
  await store.writeProjection(projection(2, terminated.state, [terminated.trail]));
  expect(await store.cases.find('C')).toMatchObject({ outcome: 'terminated', seq: 2 });
  expect((await store.trail('C')).map((entry) => entry.event.event)).toEqual(['caseStarted', 'caseTerminated']);

  await store.writeProjection(projection(1, begun.state, [begun.trail]));
  expect(await store.cases.find('C')).toMatchObject({ outcome: 'terminated', seq: 2, fence: 2 });
  expect(heard).toEqual([1, 2, 2]);
});

it('takes back what the history never had when the case shows itself again', async () => {
  await store.writeProjection(projection(3, begun.state, []));
  expect(await store.cases.find('C')).toMatchObject({ status: 'running', outcome: null, seq: 1, fence: 3 });
  expect((await store.trail('C')).map((entry) => entry.event.event)).toEqual(['caseStarted']);
  expect(await store.cases.lastWritten(60)).toEqual(['C']);
  await store.writeProjection(projection(4, terminated.state, [terminated.trail]));
});

it('keeps the trail as it was written, key by key, so that a replay compares equal', async () => {
  expect(JSON.stringify(await store.trail('C'))).toBe(JSON.stringify([begun.trail, terminated.trail]));
});
