import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import type { OfficeAccess } from '../../activities/outside.ts';
import type { JsonObject } from '../../model/text.ts';
import { startOffices } from '../../sandbox/start.ts';
import { failureOf } from './failureOf.ts';
import { fakeOutside } from './fakeOutside.ts';

const request = { connector: 'creditDefault', creditCode: '91440300FAKE03038Q' };
const ask = (url: string, access: Partial<OfficeAccess> = {}, asked: JsonObject = request) =>
  createActivities(fakeOutside(url, access).outside).askOffice({ effectId: 'c1/e1.0', case: 'c1', check: 'creditDefault', request: asked });

let offices: { url: string; close(): Promise<void> };
beforeAll(async () => void (offices = await startOffices()));
afterAll(() => offices.close());

async function turn(office: string, mode: string, more: object = {}) {
  const response = await fetch(`${offices.url}/switches`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ office, mode, times: 1, ...more }),
  });
  expect(response.status).toBe(200);
}

describe('asking the played offices', () => {
  it.each([
    [{ connector: 'businessRegister', creditCode: '91440300FAKE00021C' }, { found: true, name: '深圳虚构横岗眼镜直播基地管理有限公司', district: 'longgang', registeredOn: '2021-06-18', status: 'active' }],
    [{ connector: 'businessRegister', creditCode: '91440300FAKE00013B' }, { found: false, name: '', district: '', registeredOn: '', status: '' }],
    [{ connector: 'aboveLimitStatistics', creditCode: '91440300FAKE0302XQ', year: 2026 }, { listed: true, firstListedYear: 2023, reportsOnTime: true, usedServiceEntryScheme: true }],
    [{ connector: 'higherAwards', creditCode: '91440300FAKE030111', year: 2026 }, { receivedFen: 40_000_000, awardDocument: '深虚构商务〔2025〕9号', recalled: true }],
    [{ connector: 'bankAccountName', account: '9990000000000101', accountName: '别人', clearingNumber: '999584000018' }, { exists: true, matches: false }],
    [{ connector: 'bankAccountName', account: '9990000000000101', accountName: '龙岗虚构星湖直播园区运营有限公司', clearingNumber: '999584000018' }, { exists: true, matches: true }],
  ])('%j', async (asked, answer) => {
    expect(await ask(offices.url, {}, asked)).toEqual(answer);
  });

  it.each([
    ['failing', 'officeTroubled'],
    ['wrong', 'badAnswer'],
    ['down', 'noAnswer'],
    ['executeAndTimeout', 'noAnswer'],
  ])('an office that is %s may be asked again', async (mode, code) => {
    await turn('creditDefaults', mode);
    expect(await failureOf(ask(offices.url))).toEqual({ code, final: false });
    expect(await ask(offices.url)).toMatchObject({ barred: true });
  });

  it('waits for a slow office as long as its connection says', async () => {
    await turn('creditDefaults', 'slow', { delayMs: 150 });
    expect(await ask(offices.url)).toMatchObject({ barred: true });
    await turn('creditDefaults', 'slow', { delayMs: 3_000 });
    expect(await failureOf(ask(offices.url))).toEqual({ code: 'noAnswer', final: false });
  });

  it('takes a wrong key as the final no of the office', async () => {
    expect(await failureOf(ask(offices.url, { key: 'guessed' }))).toEqual({ code: 'refusedByOffice', final: true });
  });

  it.each(['..', '', 'a/b', '%2e%2e', 'x?y'])('lets no credit code %j lead to another path', async (creditCode) => {
    expect(await failureOf(ask(offices.url, {}, { connector: 'creditDefault', creditCode }))).toEqual({ code: 'requestInvalid', final: true });
  });

  it('knows no other connector, inherited names included', async () => {
    expect(await failureOf(ask(offices.url, {}, { connector: 'constructor' }))).toEqual({ code: 'connectorUnknown', final: true });
  });
});

describe('keeping to allowed ground', () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  async function serve(listener: RequestListener): Promise<string> {
    server = createServer(listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    // A server that listens on a port has an address with one.
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it.each([
    ['a host that is not on the list', 'http://example.test', {}, 'hostNotAllowed'],
    ['credentials in the address', 'http://127.0.0.1@127.0.0.1', {}, 'hostNotAllowed'],
    ['another protocol', 'ftp://127.0.0.1', {}, 'hostNotAllowed'],
    ['a listed name in a private range', 'http://localhost', { allowedRanges: ['203.0.113.0/24'] }, 'addressNotAllowed'],
    ['the metadata address', 'http://169.254.169.254', { allowedHosts: ['169.254.169.254'] }, 'addressNotAllowed'],
    ['an address written as a number', 'http://2130706433', { allowedRanges: ['203.0.113.0/24'] }, 'addressNotAllowed'],
    ['an IPv4 address inside an IPv6 one', 'http://[::ffff:10.0.0.1]', { allowedHosts: ['::ffff:a00:1'] }, 'addressNotAllowed'],
  ])('refuses %s without connecting', async (_case, base, access, code) => {
    let touched = 0;
    const { port } = new URL(await serve((_incoming, outgoing) => void (touched++, outgoing.end('{}'))));
    expect(await failureOf(ask(`${base}:${port}`, access))).toEqual({ code, final: true });
    expect(touched).toBe(0);
  });

  it('reaches a listed name whose every address is allowed, at a checked address and under its own name', async () => {
    let host = '';
    const url = await serve((incoming, outgoing) => void ((host = incoming.headers.host ?? ''), outgoing.end('{"barred":false,"reason":""}')));
    const { port } = new URL(url);
    expect(await ask(`http://localhost:${port}`)).toEqual({ barred: false, reason: '' });
    expect(host).toBe(`localhost:${port}`);
  });

  it('follows no redirect', async () => {
    const url = await serve((_incoming, outgoing) => void outgoing.writeHead(302, { location: `${offices.url}/creditDefaults/x` }).end());
    expect(await failureOf(ask(url))).toEqual({ code: 'redirected', final: true });
  });

  it('does not read more than 256 KiB, however it is sent', async () => {
    const big = JSON.stringify({ barred: false, reason: 'x'.repeat(300 * 1024) });
    expect(await failureOf(ask(await serve((_incoming, outgoing) => void outgoing.end(big))))).toEqual({ code: 'answerTooLarge', final: false });
  });

  it('does not wait for an answer that trickles', async () => {
    const url = await serve((_incoming, outgoing) => {
      const drip = setInterval(() => outgoing.write(' '), 50);
      outgoing.on('close', () => clearInterval(drip));
    });
    expect(await failureOf(ask(url))).toEqual({ code: 'noAnswer', final: false });
  });

  it.each([
    ['not JSON', '<html></html>'],
    ['a missing field', '{"barred":true}'],
    ['a field of another type', '{"barred":"no","reason":""}'],
    ['a list', '[]'],
  ])('takes %s for a bad answer', async (_case, text) => {
    expect(await failureOf(ask(await serve((_incoming, outgoing) => void outgoing.end(text))))).toEqual({ code: 'badAnswer', final: false });
  });

  it('drops what the office says beyond the agreed shape', async () => {
    const url = await serve((_incoming, outgoing) => void outgoing.end('{"barred":false,"reason":"","phone":"13800000000","__proto__":{"x":1}}'));
    expect(await ask(url)).toEqual({ barred: false, reason: '' });
  });

  it('notices an answer that breaks off', async () => {
    const url = await serve((_incoming, outgoing) => {
      outgoing.writeHead(200, { 'content-length': '100' });
      outgoing.write('{"barred"', () => outgoing.destroy());
    });
    expect(await failureOf(ask(url))).toEqual({ code: 'noAnswer', final: false });
  });
});
