import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import type { PaymentOutcome } from '../../activities/outside.ts';
import { failureOf } from './failureOf.ts';
import { fakeOutside } from './fakeOutside.ts';

/** A treasury that pays whatever it is sent: whether a case is paid twice is up to the sender alone. */
let sends: string[];
let knows: Map<string, object>;
let silent: boolean;
let server: Server;
let world: ReturnType<typeof fakeOutside>;

const id = 'M01-2026-0001';
const order = { amountFen: 100, account: '9990000000000101', accountName: '甲', clearingNumber: '999584000018', payee: '甲' };
const input = (effect: string, request: object) => ({ effectId: `${id}/${effect}`, case: id, check: 'paymentOrder', request: { ...request } });
const activities = () => createActivities(world.outside, { pauses: [5, 5, 5], onItsWayMs: 60 }, () => 1);
const payAgain = (statement?: object) => activities().orderPayment(input('e20.1', { ...order, ...(statement ? { statement } : {}) }));
const ask = (statement?: object) => activities().orderPayment(input('e30.1', { operation: 'inquire', ...(statement ? { statement } : {}) }));
const stateOf = (effect: string) => world.payments.get(`${id}/${effect}`)?.outcome;
const paid = { state: 'paid', orderId: 'GK9', paidAt: '2026-03-30' };
const unknown = { code: 'paymentUnknown', final: true };
const ofTheFirst = { reference: '深龙财函〔2026〕9号', orders: ['e12.1'] };

/** The store remembers the case's first order, with what is known of it. */
async function firstOrder(outcome?: PaymentOutcome): Promise<void> {
  await world.outside.payments.remember(`${id}/e12.1`, { ...order, case: id });
  if (outcome) await world.outside.payments.record(`${id}/e12.1`, outcome);
}

beforeEach(async () => {
  [sends, knows, silent] = [[], new Map(), false];
  server = createServer((incoming, outgoing) => {
    const effectId = decodeURIComponent(incoming.url?.split('/').at(-1) ?? '');
    if (silent) incoming.socket.destroy();
    else if (incoming.method === 'POST') {
      sends.push(effectId);
      outgoing.end(JSON.stringify({ state: 'paid', orderId: 'GK1', paidAt: '2026-03-31' }));
    } else if (knows.has(effectId)) outgoing.end(JSON.stringify(knows.get(effectId)));
    else outgoing.writeHead(404).end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an address with one.
  world = fakeOutside(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { timeoutMs: 200 });
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

describe('another order of a case', () => {
  it('is not sent where the treasury carried out the first after all: that one is the answer', async () => {
    await firstOrder({ state: 'unknown' });
    knows.set(`${id}/e12.1`, paid);
    expect(await payAgain(ofTheFirst)).toEqual(paid);
    expect(stateOf('e12.1')).toEqual(paid);
    expect(sends).toEqual([]);
  });

  it('is not sent where the store knows that the first was paid, without asking anybody', async () => {
    await firstOrder({ state: 'paid', orderId: 'GK9', paidAt: '2026-03-30' });
    silent = true;
    expect(await payAgain()).toEqual(paid);
  });

  it('is not sent while the treasury is silent about the first, whatever was brought in writing', async () => {
    await firstOrder({ state: 'unknown' });
    silent = true;
    expect(await failureOf(payAgain(ofTheFirst))).toEqual(unknown);
    expect([stateOf('e12.1'), world.payments.size]).toEqual([{ state: 'unknown' }, 1]);
  });

  it.each([
    ['nothing', undefined],
    ['a statement about another order', { ...ofTheFirst, orders: ['e13.1'] }],
    ['a statement that names the order in another way', { ...ofTheFirst, orders: ['M01-2026-0001/e12.1'] }],
  ])('is not sent where the treasury merely does not know the first, and %s was brought', async (_case, statement) => {
    for (const outcome of [undefined, { state: 'unknown' }] as const) {
      await firstOrder(outcome);
      expect(await failureOf(payAgain(statement))).toEqual(unknown);
    }
    expect([sends, world.payments.size]).toEqual([[], 1]);
  });

  it('is sent once the treasury said in writing that the first was not carried out, and knows nothing of it', async () => {
    await firstOrder({ state: 'unknown' });
    expect(await payAgain(ofTheFirst)).toMatchObject({ state: 'paid', orderId: 'GK1' });
    expect(sends).toHaveLength(1);
    expect(stateOf('e12.1')).toEqual({ state: 'notCarriedOut', reference: ofTheFirst.reference });
  });

  it('waits for a first one that may still be on its way, whatever was brought in writing', async () => {
    await firstOrder({ state: 'unknown' });
    world.seen.orderAgeMs = 0;
    setTimeout(() => knows.set(`${id}/e12.1`, paid), 20);
    expect(await payAgain(ofTheFirst)).toEqual(paid);
    expect(sends).toEqual([]);
  });

  it('finds an order that was declared void and then carried out all the same', async () => {
    await firstOrder({ state: 'notCarriedOut', reference: 'x' });
    knows.set(`${id}/e12.1`, paid);
    expect(await payAgain()).toEqual(paid);
    expect(sends).toEqual([]);
  });

  it('is sent after a refusal, which leaves nothing in doubt', async () => {
    await firstOrder({ state: 'refused', orderId: 'GK8', reason: '户名不符' });
    expect(await payAgain()).toMatchObject({ orderId: 'GK1' });
    expect(sends).toHaveLength(1);
  });

  it('is sent where the refusal of the first is only learnt now', async () => {
    await firstOrder();
    knows.set(`${id}/e12.1`, { state: 'refused', orderId: 'GK8', reason: '户名不符' });
    expect(await payAgain()).toMatchObject({ orderId: 'GK1' });
    expect(stateOf('e12.1')).toMatchObject({ state: 'refused' });
  });

  it('is no business of another case', async () => {
    await world.outside.payments.remember('M01-2026-0002/e12.1', { ...order, case: 'M01-2026-0002' });
    expect(await payAgain()).toMatchObject({ orderId: 'GK1' });
  });
});

describe('a treasury that takes connections and says nothing', () => {
  const mute = () => {
    server.removeAllListeners('request');
    server.on('request', () => undefined);
  };
  const impatient = () => createActivities(world.outside, { pauses: [5, 5, 5], onItsWayMs: 60, attemptMs: 500 }, () => 1);
  const orders = ['e12.1', 'e13.1', 'e14.1', 'e15.1'];

  it.each([
    ['an order', () => failureOf(impatient().orderPayment(input('e20.1', order))), unknown],
    ['a question', () => impatient().orderPayment(input('e30.1', { operation: 'inquire' })), { found: 'noAnswer' }],
  ])('lets %s come to its end in the time of one attempt, however many orders are in doubt', async (_what, attempt, end) => {
    for (const effect of orders) await world.outside.payments.remember(`${id}/${effect}`, { ...order, case: id });
    mute();
    const began = Date.now();
    expect(await attempt()).toEqual(end);
    expect(Date.now() - began).toBeLessThan(1_500); // asking them all with the usual time for each takes more than three seconds
    expect(sends).toEqual([]);
  });

  it('is sent nothing by an attempt that could not wait for the answer; the next one goes on', async () => {
    const late = createActivities(world.outside, { pauses: [], onItsWayMs: 0, attemptMs: 100 }, () => 1);
    server.removeAllListeners('request');
    server.on('request', (_incoming, outgoing) => void setTimeout(() => outgoing.writeHead(404).end('{}'), 80));
    expect(await failureOf(late.orderPayment(input('e20.1', order)))).toEqual({ code: 'noAnswer', final: false });
    expect([sends, world.payments.size]).toEqual([[], 0]);
    server.removeAllListeners('request');
    server.on('request', (incoming, outgoing) => void (incoming.method === 'POST' ? outgoing.end(JSON.stringify(paid)) : outgoing.writeHead(404).end('{}')));
    expect(await activities().orderPayment(input('e20.1', order))).toEqual(paid);
  });
});

describe('asking what became of the orders of a case', () => {
  it.each([
    ['the treasury knows it as paid', 'paid', undefined],
    ['the treasury refused it', 'notPaid', undefined],
    ['the treasury does not know it', 'notKnown', undefined],
    ['the treasury does not know it and said so in writing', 'notPaid', ofTheFirst],
    ['the treasury is silent', 'noAnswer', ofTheFirst],
  ])('finds, when %s, %s; and sends nothing', async (_case, found, statement) => {
    await firstOrder({ state: 'unknown' });
    if (found === 'paid') knows.set(`${id}/e12.1`, paid);
    if (found === 'notPaid' && !statement) knows.set(`${id}/e12.1`, { state: 'refused', orderId: 'GK8', reason: '户名不符' });
    silent = found === 'noAnswer';
    expect(await ask(statement)).toEqual(found === 'paid' ? { found, orderId: 'GK9', paidAt: '2026-03-30' } : { found });
    expect([sends, world.payments.size]).toEqual([[], 1]);
  });

  it('finds nothing paid where nothing was ever ordered', async () => {
    silent = true;
    expect(await ask()).toEqual({ found: 'notPaid' });
  });
});
