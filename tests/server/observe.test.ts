import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFigures } from '../../server/observe/figures.ts';
import { watchApp } from '../../server/observe/health.ts';
import { timed } from '../../server/observe/watchWorker.ts';
import { applicantOf } from '../../measures/applicants.ts';
import { fakeOutside } from '../activities/fakeOutside.ts';
import { openDoor, type Door } from './door.ts';

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const figure = (text: string, line: string): number => Number(text.split('\n').find((each) => each.startsWith(`${line} `))?.split(' ')[1] ?? NaN);

it('/metrics counts requests, acts, refusals, cases and what the archiver owes', async () => {
  const read = async (): Promise<string> => (await door.ask(undefined, 'GET', '/metrics')).body;
  const before = await read();
  const sample = applicantOf('M07');
  const refused = await door.ask('intake-1', 'POST', '/api/cases', { body: { measure: 'M07', applicant: { creditCode: 'wrong', name: 'x' }, declaration: {}, documents: [] } });
  expect(refused.status).toBeGreaterThanOrEqual(400);
  expect((await door.ask('intake-1', 'PUT', '/api/nowhere')).status).toBe(404);
  expect(sample).toBeDefined();
  const after = await read();
  expect(figure(after, `shenpi_requests_total{operation="declare",status="${refused.status}"}`)).toBe(1);
  expect(figure(after, `shenpi_refusals_total{code="${refused.body.code}"}`)).toBe(1);
  expect(figure(after, 'shenpi_acts_total{operation="signIn"}')).toBe((figure(before, 'shenpi_acts_total{operation="signIn"}') || 0) + 1);
  expect(figure(after, 'shenpi_archive_waiting')).toBe(0);
  expect(after).toMatch(/^process_cpu_seconds_total /m);
});

it('counts cases by status and kind of incident as the store has them', async () => {
  const figures = createFigures({
    figures: { read: async () => ({ cases: { running: 3, closed: 2 }, unarchived: { cases: 1, oldestSeconds: 7 } }) },
    incidents: { ...door.store.incidents, counts: async () => ({ terminated: 2 }) as never },
  });
  const text = await figures.text();
  expect([figure(text, 'shenpi_cases{status="running"}'), figure(text, 'shenpi_incidents{kind="terminated"}'), figure(text, 'shenpi_archive_lag_seconds')]).toEqual([3, 2, 7]);
  expect((await door.store.figures.read()).unarchived).toEqual({ cases: 0, oldestSeconds: 0 });
});

it('times how long after what happened the rows were written, in real time', async () => {
  const figures = createFigures(door.store);
  const { outside } = fakeOutside('http://127.0.0.1:1');
  const world = timed({ ...outside, projection: { write: async () => undefined } }, figures, () => 1_010_300);
  // A day of case time is a second: half a day after the start is half a second after the real start.
  const clock = { start: '2026-03-02T09:00:00.000+08:00', realStart: 1_009_500, factor: 86_400 };
  await world.projection.write({ clock, trail: [{ event: { at: '2026-03-02T21:00:00.000+08:00' } }] } as never);
  await world.projection.write({ clock, trail: [] } as never);
  const text = await figures.text();
  expect([figure(text, 'shenpi_projection_lag_seconds_count'), figure(text, 'shenpi_projection_lag_seconds_sum')]).toEqual([1, expect.closeTo(0.3)]);
});

it('to a stranger the figures are not there; a token opens them; a worker that takes no cases yet is not ready', async () => {
  let standing = 'unknown';
  const app = watchApp({ store: door.store, cases: door.cases, figures: createFigures(door.store), token: 'a-token-of-the-tests', worker: () => standing });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = (path: string, headers = {}) => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers });
  expect((await at('/metrics')).status).toBe(404);
  expect((await at('/metrics', { Authorization: 'Bearer another' })).status).toBe(404);
  expect((await at('/metrics', { Authorization: 'Bearer a-token-of-the-tests' })).status).toBe(200);
  expect((await at('/livez')).status).toBe(200);
  expect((await at('/readyz')).status).toBe(503);
  standing = 'current';
  expect(await (await at('/readyz')).json()).toEqual({ ok: true, store: true, temporal: true, worker: 'current' });
  server.close();
});

it('the log tells each write with its request, case and answer, and of a read only where asked to', async () => {
  const lines: { [field: string]: unknown }[] = [];
  const log = pino({ level: 'info' }, new Writable({ write: (chunk: Buffer, _encoding, done) => (lines.push(JSON.parse(chunk.toString())), done()) }));
  const other = await openDoor({ log });
  const refused = await other.ask('intake-1', 'POST', '/api/tasks/LG-2026-M01-000001/formCheck%231/claim', { body: {} });
  await other.ask('intake-1', 'GET', '/api/tasks');
  await expect.poll(() => lines.filter(({ msg }) => msg === 'answered').length).toBe(2);
  expect(lines.at(-1)).toMatchObject({ requestId: refused.headers.get('X-Request-Id'), case: 'LG-2026-M01-000001', status: refused.status, refusal: refused.body.code, account: 'intake-1' });
  await other.close();
});
