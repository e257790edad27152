import type { Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import express from 'express';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFigures } from '../../server/observe/figures.ts';
import { startTracing, type Tracing } from '../../server/observe/tracing.ts';
import { watchRequests } from '../../server/observe/watchRequests.ts';
import { temporalCaseClient } from '../../server/temporal/caseClient.ts';
import { createWorker } from '../../server/worker.ts';
import { stateOf } from '../../workflows/messages.ts';
import { fakeOutside } from '../activities/fakeOutside.ts';
import { TemporalWorld } from '../drivers/temporalWorld.ts';
import { temporalAddress } from '../setup/temporal.ts';
import { approval } from '../workflows/approval.ts';

interface Span {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
}

const spans: Span[] = [];
/** What an OpenTelemetry collector is: an address that takes spans. */
const collector = createServer((request, response) => {
  let body = '';
  request.on('data', (text: Buffer) => (body += text.toString()));
  request.on('end', () => {
    const { resourceSpans } = JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] }; // OTLP's JSON
    spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
    response.end('{}');
  });
});
const clerk = { id: 'clerk', name: 'Clerk', roles: ['clerk'] };
let tracing: Tracing;
beforeAll(async () => {
  collector.listen(0, '127.0.0.1');
  await once(collector, 'listening');
  tracing = startTracing({ endpoint: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`, service: 'shenpi' });
});
afterAll(() => void collector.close());

it('one trace leads from the browser’s request over the update to the activities that follow from it', async () => {
  const { outside } = fakeOutside('http://127.0.0.1:1');
  const world = await TemporalWorld.open(outside);
  const native = await NativeConnection.connect({ address: temporalAddress() });
  const worker = await createWorker({ connection: native, namespace: 'default', queue: world.queue, outside, aroundActivities: tracing.aroundActivities });
  const ran = worker.run();
  const running = await world.start(approval(), { actor: clerk, data: { declaration: { amount: 1_000_000 } } });
  await expect.poll(async () => (await running.handle.query(stateOf)).tasks.length, { timeout: 10_000 }).toBe(1);

  const cases = temporalCaseClient(world.client.connection as Connection, 'default', world.queue, tracing.client);
  const figures = createFigures({ figures: { read: async () => ({ cases: {}, unarchived: { cases: 0, oldestSeconds: 0 } }) }, incidents: { counts: async () => ({}) } as never });
  const app = express().use(watchRequests({ log: pino({ level: 'silent' }), now: () => Date.now(), figures }), express.text());
  app.post('/act', async (_request, response) => {
    response.locals.operation = 'completeTask';
    response.json(await cases.act(running.id, { key: 'k', body: 'b', act: { event: 'taskCompleted', task: 'first#1', actor: clerk, outcome: 'done', data: {} } }));
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/act`, { method: 'POST', body: 'text', headers: { traceparent: `00-${traceId}-b7ad6b7169203331-01` } });
  expect(answer.status).toBe(200);

  server.close();
  worker.shutdown();
  await ran;
  await native.close();
  await world.close();
  await tracing.stop();
  const mine = spans.filter((span) => span.traceId === traceId);
  const named = (name: string) => mine.find((span) => span.name === name);
  expect(named('POST completeTask')?.parentSpanId).toBe('b7ad6b7169203331');
  expect(named('StartWorkflowUpdate:act')?.parentSpanId ?? mine.map(({ name }) => name)).toBe(named('POST completeTask')?.spanId);
  expect(named('RunActivity:project')?.parentSpanId ?? mine.map(({ name }) => name)).toBe(named('StartWorkflowUpdate:act')?.spanId);
}, 90_000);
