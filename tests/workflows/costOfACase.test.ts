import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../model/case.ts';
import type { Process } from '../../model/process.ts';
import type { Outside } from '../../activities/outside.ts';
import { fakeOutside } from '../activities/fakeOutside.ts';
import { TemporalWorld } from '../drivers/temporalWorld.ts';
import { approval } from './approval.ts';

const clerk: Actor = { id: 'clerk', name: 'Clerk', roles: ['clerk'] };
let world: TemporalWorld;
let worker: { stop(): Promise<void> };
const process: Process = approval();

beforeAll(async () => {
  const outside: Outside = { ...fakeOutside('http://127.0.0.1:1').outside, lookUp: async () => ({ documents: ['form'], cases: [], paidFen: 0 }) };
  world = await TemporalWorld.open(outside);
  worker = await world.worker();
});

afterAll(async () => {
  await worker.stop();
  await world.close();
});

test('a case of three human steps, three quick checks and a timer costs at most 33 events and 9 state transitions', async () => {
  const running = await world.start(process, { actor: clerk, data: { declaration: { amount: 1_000_000 } } });
  await world.seen(running, 'first#1');
  for (const step of ['first', 'second', 'third']) {
    await running.act({ event: 'taskCompleted', task: `${step}#1`, actor: clerk, outcome: 'done', data: {} });
  }
  expect(await running.handle.result()).toMatchObject({ outcome: 'granted' });
  const cost = await running.cost();
  expect(cost.events).toBeLessThanOrEqual(33);
  expect(cost.transitions).toBeLessThanOrEqual(9);
  console.info(`cost of a case: ${cost.events} events, ${cost.transitions} transitions`);
});
