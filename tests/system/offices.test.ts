import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applicantOf } from '../../measures/applicants.ts';
import type { CaseView } from '../../model/api/cases.ts';
import { taskPath } from '../../sandbox/demo/staff.ts';
import { Office } from './office.ts';
import { System } from './system.ts';

const awardFen = applicantOf('M13')?.awardFen ?? 0;

let system: System;
let office: Office;
beforeAll(async () => {
  system = await System.start();
  office = new Office(system);
  for (const year of [2041, 2042, 2043, 2044, 2045, 2046, 2047, 2048]) await office.appropriate(year, awardFen);
}, 180_000);
afterAll(() => system.stop(), 60_000);

interface Setting {
  mode: string;
  delayMs?: number;
  times?: number;
}

const switches = (init?: RequestInit): Promise<Response> => fetch(`${system.officesUrl()}/switches`, init);

async function turn(name: string, setting: Setting): Promise<void> {
  const response = await switches({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ office: name, ...setting }) });
  expect(response.status).toBe(200);
}

const modeOf = async (name: string): Promise<string | undefined> => ((await (await switches()).json()) as Record<string, Setting>)[name]?.mode;

interface Order {
  id: string;
  state: string;
  amountFen: number;
}

/** Every order on a case in the treasury's own book. */
function ordersOf(id: string): Order[] {
  const lines = readFileSync(join(system.data, 'orders.json'), 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Order).filter((order) => order.id.startsWith(`${id}/`)); // the treasury wrote it
}

const release = async (id: string) => office.complete('finance-1', await office.task(id, 'releasePayment'), { outcome: 'release', data: {} });

/** Releases a payment, and puts the treasury out of order between its first inquiry and the order that follows. */
async function releaseInto(id: string, ...settings: Setting[]): Promise<void> {
  await turn('treasury', { mode: 'slow', delayMs: 2_000, times: 1 });
  expect((await release(id)).status).toBe(200);
  await expect.poll(() => modeOf('treasury'), { timeout: 10_000, interval: 50 }).toBe('normal'); // the inquiry is on its way, slowly
  for (const setting of settings) {
    await expect.poll(() => modeOf('treasury'), { timeout: 20_000, interval: 50 }).toBe('normal');
    await turn('treasury', setting);
  }
}

async function paidOnce(id: string, year: number, view: CaseView): Promise<void> {
  expect(view).toMatchObject({ outcome: 'disbursed', paidFen: awardFen });
  expect(ordersOf(id).filter(({ state }) => state === 'paid')).toMatchObject([{ amountFen: awardFen }]);
  await expect.poll(() => office.budget(year)).toMatchObject({ availableFen: 0, reservedFen: 0, committedFen: 0, paidFen: awardFen });
}

test('a register that is down, or answers nonsense, leads to two persons who vouch; one that is slow holds nothing up', async () => {
  await turn('businessRegister', { mode: 'slow', delayMs: 1_000, times: 1 });
  const slow = await office.file({ by: 'M04', year: 2041 });
  expect(await office.untilTask(slow, 'formCheck')).toMatchObject({ incidents: 0 });

  await turn('businessRegister', { mode: 'down' });
  const down = await office.file({ year: 2041 });
  expect(await office.untilTask(down, 'identityOverride')).toMatchObject({ status: 'running', incidents: 0 });
  await turn('businessRegister', { mode: 'wrong' });
  const wrong = await office.file({ by: 'M07', year: 2041 });
  expect(await office.untilTask(wrong, 'identityOverride')).toMatchObject({ status: 'running', incidents: 0 });
  await turn('businessRegister', { mode: 'normal' });

  const vouched = await office.untilClosed(down, { confirmOverride: { outcome: 'confirm', data: {}, reason: '凭营业执照原件核对无误。' } });
  await paidOnce(down, 2041, vouched);
  const refused = await office.untilClosed(wrong, { identityOverride: { outcome: 'refuse', data: {}, reason: '无法核对。' } });
  expect(refused).toMatchObject({ outcome: 'refused', ledger: [] });
  expect((await office.trail(down)).filter(({ event }) => event.event === 'effectFailed')).toMatchObject([{ event: { code: 'unreachable' } }]);
}, 90_000);

test.each([
  ['down', 2042],
  ['wrong', 2043],
])('a default register that is %s stops the case with an incident, until it answers again and an administrator tries again', async (mode, year) => {
  await turn('creditDefaults', { mode });
  const id = await office.file({ year });
  const stuck = await office.until(id, ({ status }) => status === 'incident');
  expect(stuck.incidentList).toMatchObject([{ step: 'creditDefault', code: 'checkFailed' }]);
  expect(stuck.tasks).toEqual([]);
  const [incident] = stuck.incidentList;
  const resolve = (account: string) => office.person(account).post(`/api/cases/${id}/incidents/${encodeURIComponent(incident?.id ?? '')}`, { how: 'retry', reason: '登记系统已恢复。' });
  expect((await resolve('reviewer-1')).status).toBe(403);
  await turn('creditDefaults', { mode: 'normal' });
  expect((await resolve('admin-1')).status).toBe(200);
  await paidOnce(id, year, await office.untilClosed(id));
  expect((await resolve('admin-1')).status).toBe(409);
}, 60_000);

test('a treasury that is down pays once it is back; nobody is bothered', async () => {
  const id = await office.file({ year: 2044 });
  await office.untilTask(id, 'releasePayment');
  await turn('treasury', { mode: 'down', times: 3 });
  expect((await release(id)).status).toBe(200);
  const paid = await office.untilClosed(id);
  await paidOnce(id, 2044, paid);
  expect(paid.visits['reconcilePayment']).toBeUndefined();
}, 60_000);

test('an order that the treasury carries out without answering is found by inquiry and paid once', async () => {
  const id = await office.file({ year: 2045 });
  await office.untilTask(id, 'releasePayment');
  await releaseInto(id, { mode: 'executeAndTimeout', times: 1 });
  const paid = await office.untilClosed(id);
  await paidOnce(id, 2045, paid);
  expect(paid.visits['reconcilePayment']).toBeUndefined();
}, 60_000);

const reference = { treasuryReference: '国库复函 2046-1' };

test('an order that never reached the treasury is for two persons of finance to clear up; sent again, it is paid once in all', async () => {
  const id = await office.file({ year: 2046 });
  await office.untilTask(id, 'releasePayment');
  await releaseInto(id, { mode: 'down', times: 1 });
  expect(await office.untilTask(id, 'reconcilePayment')).toMatchObject({ incidents: 0, may: { terminate: { code: 'notAllowed' } } });
  expect(ordersOf(id)).toEqual([]);
  expect(await office.person('admin-1').post(`/api/cases/${id}/terminate`, { reason: '不再等待。' })).toMatchObject({ status: 403, body: { code: 'notAllowed' } });
  const first = await office.task(id, 'reconcilePayment');
  expect((await office.complete('finance-2', first, { outcome: 'inquire', data: {} })).status).toBe(200);
  const lookedUp = await office.until(id, ({ tasks }) => tasks.some(({ step, visit }) => step === 'reconcilePayment' && visit === 2));
  expect(lookedUp.data['inquirePayment']).toMatchObject({ found: 'notKnown' });

  const task = await office.task(id, 'reconcilePayment');
  const sendAgain = { outcome: 'sendAgain', data: reference, reason: '国库确认未收到。' };
  expect((await office.complete('intake-1', task, sendAgain)).status).toBe(403);
  expect((await office.person('finance-2').post(`${taskPath(task)}/complete`, { ...sendAgain, data: {} })).status).toBe(422);
  expect((await office.complete('finance-2', task, sendAgain)).status).toBe(200);
  const second = await office.task(id, 'confirmSendAgain');
  const confirm = { outcome: 'confirm', data: {}, reason: '已核对国库复函。' };
  expect(await office.complete('finance-2', second, confirm)).toMatchObject({ status: 403, body: { code: 'separationOfDuties' } });
  expect((await office.complete('finance-1', second, confirm)).status).toBe(200);
  await paidOnce(id, 2046, await office.untilClosed(id));
}, 120_000);

test('an order that was carried out while the treasury fell silent is found when finance asks again, and not sent again', async () => {
  const id = await office.file({ year: 2047 });
  await office.untilTask(id, 'releasePayment');
  await releaseInto(id, { mode: 'executeAndTimeout', times: 1 }, { mode: 'down', times: 3 });
  await office.untilTask(id, 'reconcilePayment');
  expect(ordersOf(id)).toHaveLength(1);
  await paidOnce(id, 2047, await office.untilClosed(id, { reconcilePayment: { outcome: 'inquire', data: {} } }));
}, 60_000);

test('an order that two persons take for not paid, though it was, is the answer: sending again sends nothing', async () => {
  const id = await office.file({ year: 2048 });
  await office.untilTask(id, 'releasePayment');
  await releaseInto(id, { mode: 'executeAndTimeout', times: 1 }, { mode: 'down', times: 3 });
  await office.untilTask(id, 'reconcilePayment');
  const mistaken = { outcome: 'sendAgain', data: reference, reason: '误认为未支付。' };
  const closed = await office.untilClosed(id, { reconcilePayment: mistaken, confirmSendAgain: { outcome: 'confirm', data: {}, reason: '同意。' } });
  await paidOnce(id, 2048, closed);
  expect(ordersOf(id)).toHaveLength(1);
}, 60_000);

test('the demonstration looks an unknown payment up before two of its clerks have it sent again, and ends as the programme says', async () => {
  await turn('treasury', { mode: 'slow', delayMs: 2_000, times: 1 });
  const demo = system.demo(['--only', 'M13', '--day-ms', '100', '--json', join(system.data, 'table.json')]);
  await expect.poll(() => modeOf('treasury'), { timeout: 60_000, interval: 50 }).toBe('normal'); // the inquiry before the order is on its way
  await turn('treasury', { mode: 'down', times: 1 });
  const { code, output } = await demo.done;
  expect(code, output).toBe(0);
  const [row] = JSON.parse(readFileSync(join(system.data, 'table.json'), 'utf8')) as { case: string }[]; // written by the demonstration
  const id = row?.case ?? '';
  const done = (await office.trail(id)).flatMap(({ event }) => (event.event === 'taskCompleted' ? [event] : []));
  const cleared = done.slice(-3);
  expect(cleared.map(({ task, outcome }) => `${task} ${outcome}`)).toEqual(['reconcilePayment#1 inquire', 'reconcilePayment#2 sendAgain', 'confirmSendAgain#1 confirm']);
  expect(new Set(cleared.slice(1).map(({ actor }) => actor.id)).size).toBe(2);
  expect(ordersOf(id)).toMatchObject([{ state: 'paid', amountFen: awardFen }]);
}, 180_000);
