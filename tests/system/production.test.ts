import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applicants } from '../../measures/applicants.ts';
import { findTemporalCli } from '../../server/setup/temporal.mjs';
import { findTemporalServer } from '../../server/setup/temporalOnPostgres.mjs';
import { say } from '../../server/setup/say.mjs';
import { Production } from './production.ts';

interface Row {
  id: string;
  case: string;
  outcome: string;
  amountFen?: number;
  paidFen?: number;
  right: boolean;
}

let production: Production;
beforeAll(async () => {
  // Both may have to be built; whoever starts Temporal afterwards finds them.
  await findTemporalCli({ say });
  await findTemporalServer({ say });
  production = await Production.start({ servers: 2, workers: 2 });
}, 1_800_000);
afterAll(() => production?.stop(), 60_000);

/** Which worker processes took workflow tasks of a case. */
async function workersOf(client: Client, id: string): Promise<number[]> {
  const { events } = await client.workflow.getHandle(id).fetchHistory();
  const identities = (events ?? []).map(({ workflowTaskStartedEventAttributes: started }) => started?.identity ?? '');
  return [...new Set(identities.filter((identity) => identity !== '').map((identity) => Number.parseInt(identity, 10)))]; // process id @ host
}

test('on Temporal over PostgreSQL, two servers and two workers, one of which is killed half-way, the 14 applications end with the amounts of the programme, each paid once', async () => {
  const file = join(production.data, 'table.json');
  const demo = production.demo(['--only', applicants.map(({ measure }) => measure).join(','), '--json', file]);
  const ended = (): number => (demo.output.match(/结束：/g) ?? []).length;
  await expect.poll(ended, { timeout: 300_000, interval: 100 }).toBeGreaterThanOrEqual(applicants.length / 2);
  const [victim, survivor] = production.workers;
  await victim?.end('SIGKILL');
  expect(ended()).toBeLessThan(applicants.length); // else nothing was left for the other one
  expect(await demo.ended, demo.output).toBe(0);

  const table = JSON.parse(readFileSync(file, 'utf8')) as Row[]; // written by the demonstration
  expect(table.map(({ id }) => id)).toEqual(applicants.map(({ measure }) => measure));
  for (const { measure, awardFen, instalmentsFen } of applicants) {
    expect(table.find(({ id }) => id === measure)).toMatchObject({ outcome: 'disbursed', amountFen: awardFen, paidFen: instalmentsFen[0], right: true });
  }
  const orders = readFileSync(production.orders, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { id: string; state: string }); // the treasury's own book
  const paid = orders.filter(({ state }) => state === 'paid').map(({ id }) => id.split('/')[0]);
  expect([...paid].sort()).toEqual(table.map((row) => row.case).sort());

  expect(Math.min(...production.answered)).toBeGreaterThan(0);
  const connection = await Connection.connect({ address: production.temporalAddress });
  try {
    const client = new Client({ connection });
    const took = await Promise.all(table.map((row) => workersOf(client, row.case)));
    expect(new Set(took.flat())).toEqual(new Set([victim?.pid, survivor?.pid]));
    expect(took.some((pids) => pids.length === 2)).toBe(true); // a case went from one hand to the other
  } finally {
    await connection.close();
  }
}, 900_000);

test('each process drains and ends by itself when asked', async () => {
  expect(await production.stop()).toMatchObject({ 'server 1': 0, 'server 2': 0, 'worker 1': null, 'worker 2': 0, temporal: 0 });
}, 90_000);
