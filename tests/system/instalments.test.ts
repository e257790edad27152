import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, test } from 'vitest';
import { applicantOf } from '../../measures/applicants.ts';
import type { CaseRow } from '../../model/api/cases.ts';
import { Office } from './office.ts';
import type { ProblemBody } from './person.ts';
import { System } from './system.ts';

/** One day of a case's time: a year between two instalments takes three quarters of a minute. */
const dayMs = 120;
const yearMs = 120_000;

let system: System;
let office: Office;
beforeAll(async () => {
  system = await System.start();
  office = new Office(system);
}, 180_000);
afterAll(() => system.stop(), 60_000);

const instalmentsFen = (measure: string): [number, number] => {
  const [first = 0, second = 0] = applicantOf(measure)?.instalmentsFen ?? [];
  return [first, second];
};

/** What the treasury paid on a case, by its own book. */
function paidFor(id: string): number[] {
  const lines = readFileSync(join(system.data, 'orders.json'), 'utf8').trim().split('\n');
  const orders = lines.map((line) => JSON.parse(line) as { id: string; state: string; amountFen: number }); // the treasury wrote it
  return orders.filter((order) => order.id.startsWith(`${id}/`) && order.state === 'paid').map((order) => order.amountFen);
}

async function followOnOf(id: string): Promise<CaseRow> {
  const [next] = (await office.view(id)).followOns;
  if (!next) throw new Error(`${id} has no follow-on case`);
  return next;
}

test.concurrent('the second instalment begins by itself a year later and is paid from that year’s budget', async ({ expect }) => {
  const [first, second] = instalmentsFen('M01');
  expect([first, second]).toEqual([216_000_000, 144_000_000]);
  const [before2025, before2026] = await Promise.all([office.budget(2025, 'M01'), office.budget(2026, 'M01')]);
  const id = await office.file({ measure: 'M01', year: 2025, start: '2025-01-06', dayMs });
  expect(await office.untilClosed(id)).toMatchObject({ outcome: 'disbursed', paidFen: first, amountFen: first + second });
  const next = await followOnOf(id);
  expect(next).toMatchObject({ case: `${id}-2`, instalment: 2, parent: id, status: 'scheduled' });
  expect(next.scheduledFor?.slice(0, 4)).toBe('2026');

  await expect.poll(async () => (await office.view(next.case)).seq, { timeout: yearMs, interval: 500 }).toBeGreaterThan(0);
  const paid = await office.untilClosed(next.case);
  expect(paid).toMatchObject({ outcome: 'disbursed', paidFen: second, instalment: 2, followOns: [], notices: [] });
  expect(paid.startedAt >= (next.scheduledFor ?? '')).toBe(true);
  expect(Object.keys(paid.visits)).not.toContain('correction');
  expect([paidFor(id), paidFor(next.case)]).toEqual([[first], [second]]);
  await expect.poll(() => office.budget(2025, 'M01')).toMatchObject({ availableFen: before2025.availableFen - first, reservedFen: 0, committedFen: 0, paidFen: first });
  await expect.poll(() => office.budget(2026, 'M01')).toMatchObject({ availableFen: before2026.availableFen - second, reservedFen: 0, committedFen: 0, paidFen: second });
}, 300_000);

test.concurrent('one that falls into a year without calendar waits, an administrator is told, and the year’s calendar lets it go on', async ({ expect }) => {
  const [first, second] = instalmentsFen('M09');
  const id = await office.file({ measure: 'M09', year: 2026, start: '2026-01-05', dayMs });
  expect(await office.untilClosed(id)).toMatchObject({ outcome: 'disbursed', paidFen: first });
  const next = await followOnOf(id);
  expect(next.scheduledFor?.slice(0, 4)).toBe('2027');
  await expect.poll(async () => (await office.view(next.case)).status, { timeout: yearMs, interval: 500 }).toBe('incident');
  const stuck = await office.view(next.case);
  expect(stuck.incidentList).not.toEqual([]);
  for (const incident of stuck.incidentList) {
    expect(incident.code).toBe('calendarMissing');
    expect(incident.message.zh).toContain('2027');
  }
  type Letters = { items: { case: string; text: { zh: string } }[] };
  await expect
    .poll(async () => (await office.person('admin-1').get<Letters>('/api/letters')).body.items.filter((letter) => letter.case === next.case && letter.text.zh.includes('2027')).length, { timeout: 10_000 })
    .toBe(1);

  const listed = await office.person('admin-1').get<{ items: CaseRow[] }>('/api/cases?status=incident');
  expect(listed.body.items.map((row) => row.case)).toContain(next.case);

  const year = { off: ['01-01'], worked: [], source: '虚构：2027 年放假安排（假定）', timers: 'keep' };
  const put = (account: string, body: object) => office.person(account).ask<ProblemBody & { casesTold: number }>('PUT', '/api/calendars/2027', { json: body });
  expect((await put('owner-1', year)).status).toBe(403);
  const wrong = await put('admin-1', { ...year, off: ['01-02'] });
  expect([wrong.status, wrong.body.code]).toEqual([422, 'calendarInvalid']);
  expect((await office.view(next.case)).status).toBe('incident');
  const taken = await put('admin-1', year);
  expect(taken.status).toBe(200);
  expect(taken.body.casesTold).toBeGreaterThanOrEqual(1);
  expect((await office.view(next.case)).incidentList).toEqual([]);
  expect(await office.untilClosed(next.case)).toMatchObject({ outcome: 'disbursed', paidFen: second });
  const [started, calendarLoaded] = await office.trail(next.case);
  expect([started?.event.event, calendarLoaded?.event.event]).toEqual(['caseStarted', 'calendarLoaded']); // put on its way in 2026, it asked when it began
  expect([paidFor(id), paidFor(next.case)]).toEqual([[first], [second]]);
  await expect.poll(() => office.budget(2027, 'M09')).toMatchObject({ reservedFen: 0, committedFen: 0, paidFen: second });
}, 300_000);
