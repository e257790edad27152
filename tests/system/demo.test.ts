import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applicants } from '../../measures/applicants.ts';
import { applications } from '../../sandbox/demo/application.ts';
import { System } from './system.ts';

interface Row {
  id: string;
  case: string;
  outcome: string;
  amountFen?: number;
  paidFen?: number;
  right: boolean;
}

let system: System;
beforeAll(async () => {
  system = await System.start();
}, 180_000);
afterAll(async () => {
  await system.stop();
}, 60_000);

const rows = (file: string): Row[] => JSON.parse(readFileSync(file, 'utf8')) as Row[]; // written by the demonstration

test('killed in the middle with everything else and started again, the demonstration ends with the amounts of the programme, each paid once', async () => {
  const file = join(system.data, 'table.json');
  const first = system.demo(['--json', file]);
  await expect.poll(() => (first.output().match(/结束：/g) ?? []).length, { timeout: 240_000, interval: 100 }).toBeGreaterThanOrEqual(5);
  first.kill();
  await system.killAll();
  await first.done;
  await system.up();
  const second = await system.demo(['--json', file]).done;
  expect(second.code, second.output).toBe(0);
  const table = rows(file);
  expect(table.map(({ id }) => id)).toEqual(applications.map(({ id }) => id));
  for (const { measure, awardFen, instalmentsFen } of applicants) {
    expect(table.find(({ id }) => id === measure)).toMatchObject({ outcome: 'disbursed', amountFen: awardFen, paidFen: instalmentsFen[0], right: true });
  }
  expect(table.filter(({ right }) => !right)).toEqual([]);
  const orders = readFileSync(join(system.data, 'orders.json'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { id: string; state: string }); // the treasury's own book
  const paid = orders.filter(({ state }) => state === 'paid').map(({ id }) => id.split('/')[0]);
  expect(new Set(paid).size).toBe(paid.length);
  expect(paid).toHaveLength(table.filter(({ paidFen }) => (paidFen ?? 0) > 0).length);
}, 600_000);

test('a request to end, as a service manager sends it, ends it cleanly', async () => {
  expect(await system.stop()).toBe(0);
}, 60_000);
