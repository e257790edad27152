import type { Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Outside } from '../../activities/outside.ts';
import type { Actor } from '../../model/case.ts';
import { buildId } from '../../server/temporal/buildId.ts';
import { startRollout, tellsBuildsApart, type Rollout, type RollingOut } from '../../server/temporal/rollout.ts';
import { createWorker } from '../../server/worker.ts';
import { fakeOutside } from '../activities/fakeOutside.ts';
import { stateOf } from '../../workflows/messages.ts';
import { TemporalWorld, type RunningCase } from '../drivers/temporalWorld.ts';
import { temporalAddress } from '../setup/temporal.ts';
import { approval } from '../workflows/approval.ts';

const clerk: Actor = { id: 'clerk', name: 'Clerk', roles: ['clerk'] };
const complete = (task: string) => ({ event: 'taskCompleted' as const, task, actor: clerk, outcome: 'done', data: {} });
const silent = pino({ level: 'silent' });
let native: NativeConnection;
let outside: Outside;
beforeAll(async () => {
  native = await NativeConnection.connect({ address: temporalAddress() });
  ({ outside } = fakeOutside('http://127.0.0.1:1'));
});
afterAll(() => native.close());

/** A worker of some build with its roll-out. */
async function started(world: TemporalWorld, build: string, more: Partial<RollingOut> = {}): Promise<{ rollout: Rollout; stop(): Promise<void> }> {
  const worker = await createWorker({ connection: native, namespace: 'default', queue: world.queue, build, outside });
  const ran = worker.run();
  const connection = world.client.connection as Connection; // the world connects as a client does
  const rollout = startRollout({ connection, namespace: 'default', deployment: world.queue, build, mode: 'newest', log: silent, now: () => Date.now(), ...more });
  return {
    rollout,
    async stop() {
      rollout.stop();
      worker.shutdown();
      await ran;
    },
  };
}

/** Starts a case and waits for its first task. */
async function begin(world: TemporalWorld): Promise<RunningCase> {
  const running = await world.start(approval(), { actor: clerk, data: { declaration: { amount: 1_000_000 } } });
  await expect.poll(async () => (await running.handle.query(stateOf)).tasks.map(({ task }) => task), { timeout: 10_000 }).toEqual(['first#1']);
  return running;
}

const becomes = (rollout: Rollout, standing: string) => expect.poll(() => rollout.standing, { timeout: 20_000 }).toBe(standing);

it('a case begun by one build goes on with the next, which took over by being started', async () => {
  const world = await TemporalWorld.open(outside);
  const one = await started(world, 'one');
  await becomes(one.rollout, 'current');
  const running = await begin(world);
  await running.act(complete('first#1'));
  await one.stop();

  const two = await started(world, 'two');
  await becomes(two.rollout, 'current');
  await running.act(complete('second#1'));
  await running.act(complete('third#1'));
  expect(await running.handle.result()).toMatchObject({ outcome: 'granted' });
  const { events } = await running.handle.fetchHistory();
  const builds = (events ?? []).flatMap(({ workflowTaskCompletedEventAttributes: done }) => done?.deploymentVersion?.buildId ?? []);
  expect([...new Set(builds)]).toEqual(['one', 'two']);

  // Started again beside the newer one, the older one takes nothing back; asked to, it does.
  const again = await started(world, 'one');
  await becomes(again.rollout, 'idle');
  const next = await begin(world);
  await next.act(complete('first#1'));
  expect((await next.handle.describe()).raw.workflowExecutionInfo?.versioningInfo?.deploymentVersion?.buildId).toBe('two');
  await again.stop();
  const back = await started(world, 'one', { mode: 'always' });
  await becomes(back.rollout, 'current');
  await next.act(complete('second#1'));
  await Promise.all([two.stop(), back.stop()]);
  await world.close();
}, 90_000);

it('where the build that has the cases is gone, an older one takes them over: no case is stranded', async () => {
  const world = await TemporalWorld.open(outside);
  const old = await started(world, 'old');
  await becomes(old.rollout, 'current');
  const fresh = await started(world, 'fresh');
  await becomes(fresh.rollout, 'current');
  const running = await begin(world);
  await running.act(complete('first#1'));
  await Promise.all([old.stop(), fresh.stop()]);

  const alone = await started(world, 'old', { now: () => Date.now() + 120_000 });
  await becomes(alone.rollout, 'current');
  await running.act(complete('second#1'));
  await alone.stop();
  await world.close();
}, 90_000);

it('where builds are switched by hand a worker takes nothing by itself', async () => {
  const world = await TemporalWorld.open(outside);
  const waits = await started(world, 'waits', { mode: 'byHand' });
  await becomes(waits.rollout, 'idle');
  await waits.stop();
  await world.close();
});

it('a server that does not tell builds apart is said to, and the worker takes what comes', async () => {
  const world = await TemporalWorld.open(outside);
  expect(await tellsBuildsApart(world.client.connection as Connection, 'default', silent)).toBe(true);
  await world.close();
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
  const old = { workflowService: { listWorkerDeployments: () => Promise.reject(Object.assign(new Error('12 UNIMPLEMENTED'), { code: 12, details: 'unknown method ListWorkerDeployments', metadata: {} })) } };
  expect(await tellsBuildsApart(old as unknown as Connection, 'default', log)).toBe(false); // an answer that no server of ours gives
  expect(lines.join()).toContain('unknown method ListWorkerDeployments');
});

it('the name of a build is the same for the same sources', () => {
  expect(buildId()).toBe(buildId());
  expect(buildId()).toMatch(/^\d+\.\d+\.\d+-[0-9a-f]{12}$/);
});

it('an idle case whose worker was killed answers within two seconds, by the worker that is left', async () => {
  const queue = `test-${randomUUID()}`;
  const world = await TemporalWorld.open(outside, queue);
  const workers = await Promise.all([workerProcess(queue), workerProcess(queue)]);
  const running = await begin(world);
  await running.act(complete('first#1'));
  const holder = workers.find(({ wrote }) => wrote.at(-1) === running.id);
  expect(holder).toBeDefined();
  await new Promise((resolve) => setTimeout(resolve, 1_000)); // the case is idle, its worker waits for its next task
  const gone = new Promise((resolve) => holder?.child.once('exit', resolve));
  holder?.child.kill('SIGKILL');
  await gone;
  // Until the server has seen the connection break: what it hands to the dead within that moment waits for Temporal's own ten seconds.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const since = performance.now();
  await running.act(complete('second#1'));
  expect(performance.now() - since).toBeLessThan(2_000);
  for (const { child } of workers) child.kill('SIGKILL');
  await world.close();
}, 90_000);

async function workerProcess(queue: string): Promise<{ child: ChildProcess; wrote: string[] }> {
  const script = fileURLToPath(new URL('./workerProcess.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script], { env: { ...process.env, TEMPORAL_ADDRESS: temporalAddress(), QUEUE: queue }, stdio: ['ignore', 'pipe', 'inherit'] });
  const wrote: string[] = [];
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      for (const line of text.toString().split('\n')) if (line.startsWith('wrote ')) wrote.push(line.slice(6));
      if (text.toString().includes('ready')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`the worker process ended with ${String(code)}`)));
  });
  return { child, wrote };
}
