import { MockActivityEnvironment } from '@temporalio/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import { sandboxKey } from '../../sandbox/offices.ts';
import { startOffices } from '../../sandbox/start.ts';
import { failureOf } from './failureOf.ts';
import { fakeOutside } from './fakeOutside.ts';

const effectId = 'M01-2026-0001/e12.0';
const order = {
  amountFen: 216_000_000,
  account: '9990000000000101',
  accountName: '龙岗虚构星湖直播园区运营有限公司',
  clearingNumber: '999584000018',
  payee: '龙岗虚构星湖直播园区运营有限公司',
};
const input = (request = order) => ({ effectId, case: 'M01-2026-0001', check: 'paymentOrder', request });

let folder: string;
let offices: Awaited<ReturnType<typeof startOffices>>;
let world: ReturnType<typeof fakeOutside>;
let attempt = 1;
/** A new worker over the same store. */
const worker = () => createActivities(world.outside, { pauses: [10, 20, 30], onItsWayMs: 300 }, () => attempt);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'treasury-'));
  offices = await startOffices({ ordersPath: join(folder, 'orders.jsonl') });
  world = fakeOutside(offices.url);
  attempt = 1;
});
afterEach(async () => {
  await offices.close();
  rmSync(folder, { recursive: true });
});

async function turn(mode: string, more: object = {}) {
  await fetch(`${offices.url}/switches`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ office: 'treasury', mode, ...more }),
  });
}

/** Orders the treasury really holds. */
async function ordersPaid(): Promise<number> {
  await turn('normal');
  const page = await (await fetch(offices.url)).text();
  return page.split('已支付 paid').length - 1;
}

/** The treasury answers the inquiry that precedes the send, and only then behaves as told. */
function fromTheSendOn(mode: string, more: object = {}) {
  const remember = world.outside.payments.remember;
  world.outside.payments.remember = async (...all) => {
    const result = await remember(...all);
    await turn(mode, more);
    return result;
  };
}

describe('ordering a payment', () => {
  it('pays, and answers the same to a repeat without paying again', async () => {
    const first = await worker().orderPayment(input());
    expect(first).toMatchObject({ state: 'paid', orderId: 'GK00000001' });
    expect(await worker().orderPayment(input())).toEqual(first);
    expect(await ordersPaid()).toBe(1);
  });

  it('learns the order the treasury executed without answering', async () => {
    fromTheSendOn('executeAndTimeout', { times: 1 });
    expect(await worker().orderPayment(input())).toMatchObject({ state: 'paid', orderId: 'GK00000001' });
    expect(await ordersPaid()).toBe(1);
  });

  it('asks until the treasury speaks again', async () => {
    fromTheSendOn('executeAndTimeout', { times: 2 });
    expect(await worker().orderPayment(input())).toMatchObject({ state: 'paid' });
    expect(await ordersPaid()).toBe(1);
  });

  it('never sends twice: a worker killed between its note and the send leaves an unknown payment to a person', async () => {
    await world.outside.payments.remember(effectId, { ...order, case: 'M01-2026-0001' });
    expect(await failureOf(worker().orderPayment(input()))).toEqual({ code: 'paymentUnknown', final: true });
    expect(await failureOf(worker().orderPayment(input()))).toEqual({ code: 'paymentUnknown', final: true });
    expect(await ordersPaid()).toBe(0);
  });

  it('learns what became of the order when a worker is killed after the send', async () => {
    world.outside.payments.record = () => Promise.reject(new Error('killed'));
    await expect(worker().orderPayment(input())).rejects.toThrow('killed');
    const restarted = fakeOutside(offices.url);
    restarted.payments.set(effectId, { order: { ...order, case: 'M01-2026-0001' } });
    world = restarted;
    expect(await worker().orderPayment(input())).toMatchObject({ state: 'paid', orderId: 'GK00000001' });
    expect(await ordersPaid()).toBe(1);
  });

  it('pays once when two attempts run at the same time', async () => {
    const both = await Promise.all([worker().orderPayment(input()), worker().orderPayment(input())]);
    expect(both[0]).toEqual(both[1]);
    expect(await ordersPaid()).toBe(1);
  });

  it('finds the order again after the treasury was restarted', async () => {
    const first = await worker().orderPayment(input());
    await offices.close();
    offices = await startOffices({ ordersPath: join(folder, 'orders.jsonl') });
    world = fakeOutside(offices.url);
    expect(await worker().orderPayment(input())).toEqual(first);
    expect(await ordersPaid()).toBe(1);
  });

  it('sends nothing to a treasury that is down, and may be tried again', async () => {
    await turn('down');
    expect(await failureOf(worker().orderPayment(input()))).toEqual({ code: 'noAnswer', final: false });
    expect(world.payments.size).toBe(0);
    await turn('normal');
    expect(await worker().orderPayment(input())).toMatchObject({ state: 'paid' });
  });

  it('tells a person once the treasury was silent in so many attempts that nothing was sent', async () => {
    await turn('down');
    attempt = 9;
    expect(await failureOf(worker().orderPayment(input()))).toEqual({ code: 'noAnswer', final: false });
    attempt = 10;
    expect(await failureOf(worker().orderPayment(input()))).toEqual({ code: 'unreachable', final: true });
    expect(world.payments.size).toBe(0);
    await turn('normal');
    expect(await worker().orderPayment(input())).toMatchObject({ state: 'paid' });
  });

  it('counts the attempts as the server does', async () => {
    await turn('down');
    const { orderPayment } = createActivities(world.outside, { pauses: [] });
    const inAttempt = (number: number) => failureOf(new MockActivityEnvironment({ attempt: number }).run(orderPayment, input()) as Promise<unknown>);
    expect(await inAttempt(9)).toEqual({ code: 'noAnswer', final: false });
    expect(await inAttempt(10)).toEqual({ code: 'unreachable', final: true });
  });

  it('never says that nothing was sent once something was, however often it was tried', async () => {
    attempt = 10;
    fromTheSendOn('down');
    expect(await failureOf(worker().orderPayment(input()))).toEqual({ code: 'paymentUnknown', final: true });
    world.payments.set(effectId, { order: { ...order, case: 'M01-2026-0001' } });
    attempt = 11;
    expect(await failureOf(worker().orderPayment(input()))).toEqual({ code: 'paymentUnknown', final: true });
  });

  it.each(['down', 'failing', 'wrong'])('leaves it to a person when the treasury is %s from the send on', async (mode) => {
    fromTheSendOn(mode);
    expect(await failureOf(worker().orderPayment(input()))).toEqual({ code: 'paymentUnknown', final: true });
    expect(world.payments.get(effectId)?.outcome).toEqual({ state: 'unknown' });
  });

  it.each([
    ['an account that does not exist', { account: '9990000000000199' }],
    ['an account in another name', { accountName: '别人' }],
  ])('takes the refusal of %s for final', async (_case, differs) => {
    const refused = input({ ...order, ...differs });
    expect(await failureOf(worker().orderPayment(refused))).toEqual({ code: 'paymentRefused', final: true });
    expect(await failureOf(worker().orderPayment(refused))).toEqual({ code: 'paymentRefused', final: true });
    expect(await ordersPaid()).toBe(0);
  });

  it('does not send an order without an amount or an account', async () => {
    expect(await failureOf(worker().orderPayment(input({ ...order, amountFen: 0 })))).toEqual({ code: 'requestInvalid', final: true });
    expect(await failureOf(worker().orderPayment(input({ ...order, account: '' })))).toEqual({ code: 'requestInvalid', final: true });
    expect(world.payments.size).toBe(0);
  });

  it('keeps one id for one order at the treasury itself', async () => {
    await worker().orderPayment(input());
    const other = await fetch(`${offices.url}/treasury/orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${sandboxKey}` },
      body: JSON.stringify({ id: effectId, ...order, amountFen: 1 }),
    });
    expect(other.status).toBe(409);
    expect(await ordersPaid()).toBe(1);
  });
});
