import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Outside } from '../../activities/outside.ts';
import type { Actor } from '../../model/case.ts';
import type { Process } from '../../model/process.ts';
import { fakeOutside } from '../activities/fakeOutside.ts';
import { TemporalWorld } from '../drivers/temporalWorld.ts';
import { approval } from './approval.ts';

const clerk: Actor = { id: 'clerk', name: 'Clerk', roles: ['clerk'] };
const answered = async () => ({ found: true, name: '', district: 'longgang', registeredOn: '2020-01-01', status: 'active', noticeId: 'N-1', state: 'paid', orderId: 'P-1', paidAt: '2026-03-02', ok: true });
let world: TemporalWorld;
let worker: { stop(): Promise<void> };

beforeAll(async () => {
  const outside: Outside = { ...fakeOutside('http://127.0.0.1:1').outside, lookUp: async () => ({ documents: ['form'], cases: [], paidFen: 0 }) };
  world = await TemporalWorld.open(outside, undefined, { askOffice: answered, postLedger: answered, notice: answered, orderPayment: answered });
  worker = await world.worker();
});

afterAll(async () => {
  await worker.stop();
  await world.close();
});

/** The approval path with one more check after its first task. */
function withCheck(check: string): Process {
  const plain = approval();
  const [first] = plain.steps.filter(({ id }) => id === 'first');
  if (!first) throw new Error('the approval path has a first task');
  return {
    ...plain,
    steps: [...plain.steps, { kind: 'serviceTask', id: 'more', check, name: first.name, stage: first.stage, position: first.position }],
    flows: plain.flows.flatMap((flow) => (flow.from === 'first' ? [{ ...flow, to: 'more' }, { id: 'further', from: 'more', to: flow.to }] : [flow])),
  };
}

async function costOf(process: Process): Promise<{ events: number; transitions: number }> {
  const running = await world.start(process, { actor: clerk, data: { declaration: { amount: 1_000_000 } } });
  for (const step of ['first', 'second', 'third']) {
    await world.seen(running, `${step}#1`);
    await running.act({ event: 'taskCompleted', task: `${step}#1`, actor: clerk, outcome: 'done', data: {} });
  }
  expect(await running.handle.result()).toMatchObject({ outcome: 'granted' });
  return running.cost();
}

test('a case of three human steps, three quick checks and a timer costs at most 33 events and 9 state transitions', async () => {
  const cost = await costOf(approval());
  expect(cost.events).toBeLessThanOrEqual(33);
  expect(cost.transitions).toBeLessThanOrEqual(9);
  console.info(`cost of a case: ${cost.events} events, ${cost.transitions} transitions`);
});

// Three events for the activity, three for the workflow task that takes its answer in, one for the rows that show it.
// What was posted is settled when the case closes, by one activity more, which changes no row.
test.each([['a question to an office', 'businessRegister', 1], ['a notice', 'publishNotice', 1], ['a payment', 'paymentOrder', 1], ['a posting', 'budgetReserve', 2]])(
  '%s costs at most 6 events, its rows one, and 4 transitions more for each activity',
  async (_what, check, activities) => {
    const plain = await costOf(approval());
    const more = await costOf(withCheck(check));
    expect(more.events - plain.events).toBeLessThanOrEqual(6 * activities + 1);
    expect(more.transitions - plain.transitions).toBeLessThanOrEqual(4 * activities);
    expect(more.events - plain.events).toBeGreaterThanOrEqual(3 * activities);
    console.info(`${check}: ${more.events - plain.events} events, ${more.transitions - plain.transitions} transitions more`);
  },
);
