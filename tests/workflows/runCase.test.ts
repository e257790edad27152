import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Projection } from '../../activities/contracts.ts';
import type { Actor } from '../../model/case.ts';
import { showAgain, stateOf, type RunCaseInput } from '../../workflows/messages.ts';
import { fakeOutside } from '../activities/fakeOutside.ts';
import { TemporalWorld, type RunningCase } from '../drivers/temporalWorld.ts';
import { approval } from './approval.ts';

const clerk: Actor = { id: 'clerk', name: 'Clerk', roles: ['clerk'] };
const admin: Actor = { id: 'admin', name: 'Administrator', roles: ['administrator'] };
const applicant: Actor = { id: 'applicant', name: 'Applicant', roles: ['applicant'], applicant: '91440300FAKE00021C' };
const data = { declaration: { amount: 1_000_000 } };
const complete = (task: string) => ({ event: 'taskCompleted' as const, task, actor: clerk, outcome: 'done', data: {} });
let world: TemporalWorld;
let worker: { stop(): Promise<void> };

beforeAll(async () => {
  const { outside } = fakeOutside('http://127.0.0.1:1');
  world = await TemporalWorld.open({ ...outside, lookUp: async () => ({ documents: ['form'], cases: [], paidFen: 0 }) });
  worker = await world.worker();
});

afterAll(async () => {
  await worker.stop();
  await world.close();
});

async function begun(input: Partial<RunCaseInput> = {}): Promise<RunningCase> {
  const running = await world.start(approval(), { actor: clerk, data, ...input });
  await world.seen(running, 'first#1');
  return running;
}

async function refusalOf(running: RunningCase, ...args: Parameters<RunningCase['act']>): Promise<string> {
  try {
    await running.act(...args);
  } catch (error) {
    if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) return error.cause.type ?? 'no type';
    throw error;
  }
  return 'accepted';
}

async function failedWorkflowTasks(running: RunningCase): Promise<number> {
  const { events } = await running.handle.fetchHistory();
  return (events ?? []).filter((event) => event.workflowTaskFailedEventAttributes).length;
}

describe('a refused act', () => {
  test('leaves no event, stalls nothing, and says its code', async () => {
    const running = await begun();
    await running.act(complete('first#1'));
    const before = await running.cost();
    expect(await refusalOf(running, complete('first#1'))).toBe('taskNotOpen');
    expect(await refusalOf(running, complete('nowhere#1'))).toBe('taskNotOpen');
    expect(await refusalOf(running, { ...complete('second#1'), actor: applicant })).toBe('notAllowed');
    expect(await refusalOf(running, { ...complete('second#1'), outcome: 'maybe' })).toBe('outcomeUnknown');
    expect(await refusalOf(running, { event: 'caseWithdrawn', actor: applicant, reason: ' ' })).toBe('reasonMissing');
    expect(await refusalOf(running, { event: 'messageReceived', message: 'objection', reference: 'r1', actor: applicant, data: {} })).toBe('messageNotExpected');
    expect((await running.cost()).events).toBe(before.events);
    await running.act(complete('second#1'));
    await running.act(complete('third#1'));
    expect(await running.handle.result()).toMatchObject({ outcome: 'granted' });
    expect(await failedWorkflowTasks(running)).toBe(0);
  });

  test('the same key with the same body gets the first answer, with another body a refusal', async () => {
    const running = await begun();
    const key = randomUUID();
    const first = await running.act(complete('first#1'), key, 'one');
    expect(await running.act(complete('first#1'), key, 'one')).toEqual(first);
    expect(await refusalOf(running, complete('second#1'), randomUUID(), 'two')).toBe('accepted');
    await running.act({ event: 'caseTerminated', actor: admin, reason: 'the end of the test' });
    expect(await running.handle.result()).toMatchObject({ outcome: 'terminated' });
  });
});

test('asked to show itself again, a case writes what its history has, over what a lost write left; asked after its end, nothing happens', async () => {
  const running = await begun();
  const before = world.projections.get(running.id)?.at(-1);
  await running.handle.signal(showAgain);
  await expect.poll(() => world.projections.get(running.id)?.at(-1)?.trail, { timeout: 10_000 }).toEqual([]);
  const again = world.projections.get(running.id)?.at(-1);
  expect(again?.state).toEqual(before?.state);
  expect(again?.fence).toBeGreaterThan(before?.fence ?? Infinity);
  for (const task of ['first#1', 'second#1', 'third#1']) await running.act(complete(task));
  expect(await running.handle.result()).toMatchObject({ outcome: 'granted' });
  await expect(running.handle.signal(showAgain)).rejects.toThrow(/already completed|not found/);
});

test('cases of different definitions under one name, interleaved in one worker, keep to their own', async () => {
  const longer = approval();
  const another = { ...longer, steps: longer.steps.filter(({ id }) => id !== 'second'), flows: longer.flows.flatMap((flow) => (flow.from === 'second' ? [] : [flow.to === 'second' ? { ...flow, to: 'third' } : flow])) };
  const [one, other] = await Promise.all([begun(), world.start(another, { actor: clerk, data })]);
  await world.seen(other, 'first#1');
  await other.act(complete('first#1'));
  await one.act(complete('first#1'));
  expect(await refusalOf(other, complete('second#1'))).toBe('taskNotOpen');
  await one.act(complete('second#1'));
  await other.act(complete('third#1'));
  await one.act(complete('third#1'));
  expect(await Promise.all([one.handle.result(), other.handle.result()])).toMatchObject([{ outcome: 'granted' }, { outcome: 'granted' }]);
});

test('continuing as new changes nothing: tasks, clocks, known keys and the trail go on', async () => {
  const running = await begun({ continueAfter: 9 });
  const key = randomUUID();
  const first = await running.act(complete('first#1'), key, 'one');
  await expect.poll(async () => (await running.handle.describe()).runId, { timeout: 10_000 }).not.toBe(firstRunOf(running));
  const handle = world.client.workflow.getHandle(running.id);
  const again = { key, body: 'one', act: complete('first#1') };
  const repeated = await handle.executeUpdate('act', { args: [again], updateId: key });
  expect(repeated).toEqual(first);
  await expect(handle.executeUpdate('act', { args: [{ ...again, body: 'other' }], updateId: randomUUID() })).rejects.toMatchObject({ cause: { type: 'keyReused' } });
  for (const task of ['second#1', 'third#1']) await handle.executeUpdate('act', { args: [{ key: task, body: '', act: complete(task) }] });
  expect(await handle.result()).toMatchObject({ outcome: 'granted' });
  const seqs = (world.projections.get(running.id) ?? []).flatMap((projection) => projection.trail.map((entry) => entry.seq));
  expect(seqs).toEqual(seqs.map((_, place) => place + 1));
  const fences = (world.projections.get(running.id) ?? []).map((projection) => projection.fence);
  expect(fences).toEqual([...fences].sort((a, b) => a - b));
});

function firstRunOf(running: RunningCase): string {
  return (running.handle as { firstExecutionRunId?: string }).firstExecutionRunId ?? ''; // a started handle knows its first run
}

test('a worker that dies after its write and before its commit: what is done next is what the store shows', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'shenpi-worker-')), 'projections.jsonl');
  const queue = `test-${randomUUID()}`;
  const elsewhere = await TemporalWorld.open(fakeOutside('http://127.0.0.1:1').outside, queue);
  const written = (): Projection[] => readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Projection); // lines of our own worker process
  const dying = await workerProcess({ FILE: file, QUEUE: queue, HANG_ON: 'second#1' });
  const running = await elsewhere.start(approval(), { actor: clerk, data });
  await expect.poll(() => existsSync(file) && written().at(-1)?.state.tasks[0]?.task, { timeout: 10_000 }).toBe('first#1');
  await running.act(complete('first#1'));
  const lost = running.act(complete('second#1'), 'lost').then(() => 'done', () => 'lost');
  await expect.poll(() => written().at(-1)?.state.tasks[0]?.task, { timeout: 10_000 }).toBe('third#1');
  dying.kill('SIGKILL');
  const fresh = await workerProcess({ FILE: file, QUEUE: queue });
  await running.act({ event: 'caseWithdrawn', actor: applicant, reason: 'changed plans' });
  expect(await running.handle.result()).toMatchObject({ outcome: 'withdrawn' });
  const last = written().at(-1);
  expect(last?.state.closed?.outcome).toBe('withdrawn');
  expect(last?.state).toEqual(await running.handle.query(stateOf));
  const fences = written().map((projection) => projection.fence);
  expect(fences).toEqual([...fences].sort((a, b) => a - b));
  const shown = new Map<number, string>();
  for (const projection of written()) {
    const first = projection.trail[0]?.seq ?? 0;
    for (const seq of shown.keys()) if (seq >= first) shown.delete(seq);
    for (const entry of projection.trail) shown.set(entry.seq, entry.event.event);
  }
  expect([...shown.keys()]).toEqual([...shown.keys()].map((_, place) => place + 1));
  expect([...shown.values()].at(-1)).toBe('caseWithdrawn');
  await lost;
  fresh.kill('SIGKILL');
  await elsewhere.close();
}, 90_000);

async function workerProcess(env: Record<string, string>): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('../drivers/workerProcess.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => text.toString().includes('ready') && resolve());
    child.once('exit', () => reject(new Error('The worker process ended before it was ready.')));
  });
  return child;
}
