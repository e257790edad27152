import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { applicantOf } from '../../measures/applicants.ts';
import type { DraftChange } from '../../model/api/drafts.ts';
import type { Process } from '../../model/process.ts';
import { openDoor, type Door } from '../server/door.ts';
import { newDatabase, type TestDatabase } from '../setup/postgres.ts';

let database: TestDatabase;
let here: Door;
let there: Door;
beforeAll(async () => {
  database = await newDatabase();
  here = await openDoor({ on: database });
  there = await openDoor({ on: database, cases: here.cases });
});
afterAll(async () => {
  await Promise.all([here, there].map((door) => door.close()));
  await database.drop();
});

const draft = '/api/processes/M02/draft';
const renamed = (process: Process, zh: string): Process => ({ ...process, name: { ...process.name, zh } });

it('one draft at two doors: what one keeps the other shows, hears of, and does not write over', async () => {
  const heard: DraftChange[] = [];
  there.store.redrawn.on('redrawn', (change) => heard.push(change));
  const { process } = (await here.ask('owner-1', 'GET', draft)).body;
  for (let revision = 0; revision < 6; revision += 1) {
    const both = await Promise.all([here, there].map((door, index) => door.ask(`owner-${index + 1}`, 'PUT', draft, { body: { revision, process: renamed(process, `${index} ${revision}`) } })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  }
  expect((await there.ask('owner-2', 'GET', draft)).body).toEqual((await here.ask('owner-1', 'GET', draft)).body);
  await vi.waitUntil(() => heard.some(({ what }) => what === 'draft'), { timeout: 10_000 });
});

it('who came by another door is present', async () => {
  await here.ask('owner-1', 'POST', '/api/processes/M02/presence', { body: { here: true } });
  const seen = (await there.ask('owner-2', 'POST', '/api/processes/M02/presence', { body: { here: true } })).body.items;
  expect(seen.map(({ id }: { id: string }) => id)).toEqual(['owner-1', 'owner-2']);
});

it('what is approved at one door is what cases begin on at the other, at once', async () => {
  const { process, revision } = (await here.ask('owner-1', 'GET', draft)).body;
  const kept = (await here.ask('owner-1', 'PUT', draft, { body: { revision, process: renamed(process, '第二版') } })).body;
  const { proposal } = (await here.ask('owner-1', 'POST', '/api/processes/M02/proposals', { body: { revision: kept.revision, note: '第二版' } })).body;
  const { creditCode, name, declaration } = applicantOf('M02') ?? {};
  const declare = async (door: Door) => (await door.ask('applicant-M02', 'POST', '/api/cases', { body: { measure: 'M02', applicant: { creditCode, name }, declaration, documents: [] } })).body.version;
  expect(await declare(there)).toBe(1);
  const approved = await Promise.all([here, there, here].map((door) => door.ask('owner-2', 'POST', `/api/proposals/${proposal}/approval`)));
  expect(new Set(approved.map(({ body }) => body.version ?? body.code))).toEqual(new Set([2]));
  expect([await declare(there), await declare(here)]).toEqual([2, 2]);
});
