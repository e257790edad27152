import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import { failureOf } from './failureOf.ts';
import { fakeOutside } from './fakeOutside.ts';

/** A treasury that would pay whatever it is sent as often as it is sent: only the sender can keep it to one payment. */
let treasury: { sends: number; inquiries: number; silent: boolean; knows: boolean; answersSends: boolean };
let server: Server;
let world: ReturnType<typeof fakeOutside>;

const effectId = 'M01-2026-0001/e12.0';
const order = { amountFen: 100, account: '9990000000000101', accountName: '甲', clearingNumber: '999584000018', payee: '甲' };
const pay = () => createActivities(world.outside, { pauses: [5, 5, 5], onItsWayMs: 50 }).orderPayment({ effectId, case: 'M01-2026-0001', check: 'paymentOrder', request: order });
const paid = { state: 'paid', orderId: 'GK1', paidAt: '2026-03-30' };

beforeEach(async () => {
  treasury = { sends: 0, inquiries: 0, silent: false, knows: false, answersSends: true };
  server = createServer((incoming, outgoing) => {
    if (incoming.method === 'POST') {
      treasury.sends += 1;
      if (treasury.answersSends) outgoing.end(JSON.stringify({ ...paid, orderId: `GK${treasury.sends}` }));
    } else {
      treasury.inquiries += 1;
      if (treasury.silent) incoming.socket.destroy();
      else if (treasury.knows) outgoing.end(JSON.stringify(paid));
      else outgoing.writeHead(404).end('{}');
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an address with one.
  world = fakeOutside(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { timeoutMs: 200 });
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

describe('a treasury that does not notice repeats', () => {
  it('is sent one order by two attempts that run at the same time', async () => {
    await Promise.allSettled([pay(), pay(), pay()]);
    expect(treasury.sends).toBe(1);
  });

  it('is not even asked again once the outcome is known', async () => {
    await pay();
    const { inquiries } = treasury;
    expect(await pay()).toEqual(paid);
    expect(treasury).toMatchObject({ sends: 1, inquiries });
  });

  it('is sent nothing by the attempts after one that timed out, whatever it says', async () => {
    treasury.answersSends = false;
    expect(await failureOf(pay())).toEqual({ code: 'paymentUnknown', final: true });
    expect(await failureOf(pay())).toEqual({ code: 'paymentUnknown', final: true });
    expect(treasury.sends).toBe(1);
  });

  it('is sent nothing after a kill, and its silence then is unknown, never merely unreachable', async () => {
    await world.outside.payments.remember(effectId, { ...order, case: 'M01-2026-0001' });
    treasury.silent = true;
    expect(await failureOf(pay())).toEqual({ code: 'paymentUnknown', final: true });
    expect(treasury.sends).toBe(0);
  });

  it('is sent nothing when it knows the order although the store lost it', async () => {
    treasury.knows = true;
    expect(await pay()).toEqual(paid);
    expect(treasury.sends).toBe(0);
  });

  it('is sent nothing before the store has noted that it will be', async () => {
    world.outside.payments.remember = () => Promise.reject(new Error('store is down'));
    await expect(pay()).rejects.toThrow('store is down');
    expect(treasury.sends).toBe(0);
  });
});
