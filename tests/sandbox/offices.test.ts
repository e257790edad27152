import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import { sandboxKey } from '../../sandbox/offices.ts';
import { OrderBook } from '../../sandbox/orderBook.ts';
import { registers } from '../../sandbox/registers.ts';
import { startOffices } from '../../sandbox/start.ts';
import { creditCodeFault } from '../../model/identifiers/creditCode.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});
async function start(options = {}) {
  const offices = await startOffices(options);
  undo.push(() => offices.close());
  return offices;
}
function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'offices-'));
  undo.push(() => rmSync(path, { recursive: true }));
  return path;
}
const order = { amountFen: 100, account: '9990000000000107', accountName: '深圳虚构布谷童装有限公司', clearingNumber: '999584000018', payee: '深圳虚构布谷童装有限公司' };
const headers = { authorization: `Bearer ${sandboxKey}`, 'content-type': 'application/json' };
const pay = (url: string, id: string, differs = {}) =>
  fetch(`${url}/treasury/orders`, { method: 'POST', headers, body: JSON.stringify({ id, ...order, ...differs }) });

describe('the played offices', () => {
  it('keep their data false at sight and valid all the same', () => {
    for (const body of registers) {
      expect(body.creditCode).toContain('FAKE');
      // One sample declares with a wrong check digit, as some registered firms really do.
      expect(creditCodeFault(body.creditCode) === undefined).toBe(body.creditCode !== '91440300FAKE00013A');
      expect(body.account).toMatch(/^99900000000001\d\d$/);
    }
    expect(new Set(registers.map((body) => body.creditCode)).size).toBe(registers.length);
    expect(new Set(registers.map((body) => body.account)).size).toBe(registers.length);
  });

  it.each(['/businessRegister/x', '/statistics/x', '/creditDefaults/x', '/higherAwards/x', '/treasury/orders/x'])('%s asks for the key', async (path) => {
    const { url } = await start();
    expect((await fetch(url + path)).status).toBe(401);
    expect((await fetch(url + path, { headers: { authorization: 'Bearer other' } })).status).toBe(401);
    expect((await fetch(url + path, { headers })).status).not.toBe(401);
  });

  it('listen on the loopback address only', async () => {
    const { url } = await start();
    const outward = Object.values(networkInterfaces()).flatMap((all) => all ?? []).find(({ family, internal }) => family === 'IPv4' && !internal);
    expect(new URL(url).hostname).toBe('127.0.0.1');
    if (outward) await expect(fetch(`http://${outward.address}:${new URL(url).port}/switches`, { signal: AbortSignal.timeout(2_000) })).rejects.toThrow();
  });

  it('switch back by themselves after the given number of requests', async () => {
    const { url } = await start();
    const wish = { office: 'statistics', mode: 'failing', times: 2 };
    const answer = await fetch(`${url}/switches`, { method: 'POST', headers, body: JSON.stringify(wish) });
    expect(await answer.json()).toMatchObject({ statistics: { mode: 'failing', times: 2 }, treasury: { mode: 'normal' } });
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await fetch(`${url}/statistics/x`, { headers })).status);
    expect(statuses).toEqual([503, 503, 200]);
  });

  it.each([{ office: 'police', mode: 'down' }, { office: 'treasury', mode: 'generous' }, { office: 'treasury', mode: 'slow', delayMs: -1 }, {}])('refuse the switch %j', async (wish) => {
    const { url } = await start();
    expect((await fetch(`${url}/switches`, { method: 'POST', headers, body: JSON.stringify(wish) })).status).toBe(400);
  });

  it('show a page whose form turns a switch', async () => {
    const { url } = await start();
    await pay(url, 'c1/e1.0', { payee: '<script>alert(1)</script>' });
    const turned = await fetch(`${url}/switches`, { method: 'POST', body: new URLSearchParams({ office: 'treasury', mode: 'slow', delayMs: '50', times: '' }) });
    const page = await turned.text();
    expect(turned.url).toBe(`${url}/`);
    expect(page).toContain('<td>slow</td>');
    expect(page).toContain('GK00000001');
    expect(page).not.toContain('<script>');
  });
});

describe('the treasury', () => {
  it.each([{ amountFen: 0 }, { amountFen: 1.5 }, { amountFen: '100' }, { account: 7 }, { id: '' }])('does not read an order with %j', async (differs) => {
    const { url } = await start();
    expect((await pay(url, 'c1/e1.0', differs)).status).toBe(400);
  });

  it('keeps its orders over kill -9', async () => {
    const path = join(folder(), 'orders.jsonl');
    const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/start.ts'], { env: { ...process.env, SANDBOX_ORDERS: path } });
    undo.push(() => child.kill('SIGKILL'));
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (line: Buffer) => resolve(/http:\S+/.exec(line.toString())?.[0] ?? ''));
      child.on('exit', () => reject(new Error('the offices did not start')));
    });
    const paid = await (await pay(url, 'c1/e1.0')).json();
    child.kill('SIGKILL');
    const again = await start({ ordersPath: path });
    expect(await (await fetch(`${again.url}/treasury/orders/${encodeURIComponent('c1/e1.0')}`, { headers })).json()).toEqual(paid);
    expect(await (await pay(again.url, 'c1/e1.0')).json()).toEqual(paid);
    expect(readFileSync(path, 'utf8').trim().split('\n')).toHaveLength(1);
  });

  it('cuts off a line torn by a kill and goes on', () => {
    const path = join(folder(), 'orders.jsonl');
    writeFileSync(path, '');
    const first = new OrderBook(path);
    first.take({ id: 'a', ...order }, undefined);
    first.close();
    appendFileSync(path, '{"id":"b","amount');
    const second = new OrderBook(path);
    expect(second.find('b')).toBeUndefined();
    second.take({ id: 'b', ...order }, undefined);
    second.close();
    const third = new OrderBook(path);
    expect(third.all().map(({ id, orderId }) => [id, orderId])).toEqual([['a', 'GK00000001'], ['b', 'GK00000002']]);
    third.close();
  });
});
