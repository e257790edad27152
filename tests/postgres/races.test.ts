import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applicantOf } from '../../measures/applicants.ts';
import { m02 } from '../../measures/m02.ts';
import { advance } from '../../model/advance.ts';
import { createStore, type Store } from '../../server/store/createStore.ts';
import { openDatabase, type OpenDatabase } from '../../server/store/openStore.ts';
import { ledgerAccounts } from '../../server/store/schema.ts';
import { newDatabase, type TestDatabase } from '../setup/postgres.ts';

let database: TestDatabase;
let opened: OpenDatabase[] = [];
let stores: Store[] = [];
beforeAll(async () => {
  database = await newDatabase();
  opened = await Promise.all([1, 2, 3].map(() => openDatabase({ url: database.url, pool: 8 })));
  stores = opened.map(({ db }) => createStore(db));
  await stores[0]?.versions.seed(m02, 'test', 'test');
});
afterAll(async () => {
  await Promise.all(opened.map(({ close }) => close()));
  await database.drop();
});

/** The stores of the three processes in turn. */
const store = (turn: number): Store => stores[turn % stores.length] as Store;
const atOnce = <T>(times: number, work: (store: Store, turn: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: times }, (_, turn) => work(store(turn), turn)));
let effects = 0;
const effect = () => `r${(effects += 1)}`;

describe('the ledger under three processes', () => {
  it('never gives the last money to two cases', async () => {
    await store(0).ledger.appropriate({ effectId: effect(), measure: 'M01', year: 2026, amountFen: 1_000 });
    const answers = await atOnce(24, ({ ledger }, turn) => ledger.reserve({ effectId: effect(), case: `p${turn}`, measure: 'M01', year: 2026, amountFen: 300 }));
    expect(answers.filter((answer) => 'ok' in answer)).toHaveLength(3);
  });

  it('opens a budget that several first ask for at once only once', async () => {
    await atOnce(12, ({ ledger }) => ledger.appropriate({ effectId: effect(), measure: 'M02', year: 2031, amountFen: 10 }));
    expect(await store(1).ledger.budgets({ measure: 'M02', year: 2031 })).toMatchObject([{ appropriatedFen: 120, availableFen: 120 }]);
  });

  it('posts once for an effect that all perform at once, and tells all the same', async () => {
    const order = { effectId: effect(), case: 'c', measure: 'M01', year: 2026, amountFen: 100 };
    expect(await atOnce(9, ({ ledger }) => ledger.reserve(order))).toEqual(Array.from({ length: 9 }, () => ({ ok: true })));
    expect(await store(0).ledger.postingsOf('c')).toHaveLength(1);
  });

  it('settles cases that share two budgets, while others spend from them, and every fen is where it was', async () => {
    const budgets = [2040, 2041].map((year) => ({ measure: 'M03', year }));
    for (const budget of budgets) await store(0).ledger.appropriate({ effectId: effect(), ...budget, amountFen: 100_000 });
    await atOnce(10, async ({ ledger }, turn) => {
      // Each takes them in an order of its own.
      for (const budget of turn % 2 === 0 ? budgets : [...budgets].reverse()) await ledger.commit({ effectId: effect(), case: `s${turn}`, ...budget, amountFen: 1_000 });
    });
    await atOnce(30, ({ ledger }, turn) => {
      const of = { effectId: effect(), case: `s${turn % 10}` };
      if (turn < 10) return ledger.settle(of);
      return turn < 20 ? ledger.pay({ ...of, ...(budgets[turn % 2] ?? { measure: '', year: 0 }), amountFen: 400 }) : ledger.reserve({ ...of, case: `t${turn}`, ...(budgets[turn % 2] ?? { measure: '', year: 0 }), amountFen: 50 });
    });
    const rows = (await opened[0]?.db.select().from(ledgerAccounts)) ?? [];
    expect(rows.reduce((sum, row) => sum + row.balanceFen, 0)).toBe(0);
    for (const budget of budgets) {
      const [found] = await store(0).ledger.budgets(budget);
      expect(found?.committedFen).toBe(0);
      expect((found?.availableFen ?? 0) + (found?.reservedFen ?? 0) + (found?.paidFen ?? 0)).toBe(100_000);
    }
  });
});

describe('writes under an idempotency key', () => {
  it('keep one intent and one answer, whoever comes first', async () => {
    const rows = await atOnce(9, ({ acts }) => acts.begin('a', 'k', 'body'));
    expect(new Set(rows.map(({ at }) => at.getTime())).size).toBe(1);
    const intents = await atOnce(9, ({ acts }, turn) => acts.intend('a', 'k', 'body', { turn }));
    expect(new Set(intents.map((intent) => JSON.stringify(intent))).size).toBe(1);
    const answers = await atOnce(9, ({ acts }, turn) => acts.finish('a', 'k', 'body', 200, { turn }));
    expect(new Set(answers.map((row) => JSON.stringify(row?.answer))).size).toBe(1);
  });

  it('are remembered although the same write, refused beside it, forgot the key', async () => {
    const { acts } = store(0);
    await acts.begin('a', 'lost', 'body');
    await store(1).acts.forget('a', 'lost');
    expect(await acts.intend('a', 'lost', 'body', { case: 'C-1' })).toEqual({ case: 'C-1' });
    expect(await store(1).acts.intend('a', 'lost', 'body', { case: 'C-2' })).toEqual({ case: 'C-1' });
    await store(1).acts.forget('a', 'lost');
    await acts.finish('a', 'lost', 'body', 201, { case: 'C-1' });
    expect(await store(2).acts.begin('a', 'lost', 'body')).toMatchObject({ status: 201, answer: { case: 'C-1' } });
  });
});

it('nobody is told to hold a claim whose row says otherwise', async () => {
  for (let round = 0; round < 60; round += 1) {
    const task = `t#${round}`;
    await store(0).tasks.claim('C', task, 'a');
    const [told] = await Promise.all([store(1).tasks.claim('C', task, 'b'), store(0).tasks.release('C', task, 'a')]);
    const [row] = ((await opened[2]?.db.execute(sql`select actor from claims where case_id = 'C' and task = ${task}`)) as { rows: { actor: string }[] }).rows;
    expect(row?.actor, `round ${round}`).toBe(told === 'a' ? undefined : 'b');
  }
});

it('what was paid stays paid, whatever a slower inquiry writes', async () => {
  const order = effect();
  expect((await atOnce(6, ({ payments }) => payments.remember(order, 'C', { amountFen: 1 }))).filter(Boolean)).toHaveLength(1);
  await store(0).payments.record(order, 'paid', { state: 'paid' });
  await store(1).payments.record(order, 'unknown', { state: 'unknown' });
  expect(await store(2).payments.recall(order)).toMatchObject({ state: 'paid' });
});

it('of two first writes of a case the one with the higher fence stays, in whatever order they come', async () => {
  const at = '2026-03-02T09:00:00.000+08:00';
  const person = { id: 'a', name: 'A', roles: ['applicant'], applicant: 'X' };
  for (let round = 0; round < 25; round += 1) {
    const id = `F-${round}`;
    const begun = advance(m02, undefined, { event: 'caseStarted', at, case: id, actor: person, applicant: { creditCode: 'X', name: '甲' }, instalment: 1, data: { declaration: applicantOf('M02')?.declaration ?? {} }, calendar: [] });
    const gone = advance(m02, begun.state, { event: 'caseWithdrawn', at, actor: person, reason: '不申报了' });
    const write = (fence: number, { state, trail }: typeof begun, told: (typeof begun.trail)[]) =>
      store(fence).writeProjection({ case: id, process: 'M02', version: 1, hash: 'h', measure: 'M02', clock: { start: at, realStart: 0, factor: 1 }, fence, state, trail: [...told, trail] });
    await Promise.all([write(2, gone, [begun.trail]), write(1, begun, [])]);
    expect(await store(0).cases.find(id), `round ${round}`).toMatchObject({ fence: 2, seq: 2, outcome: 'withdrawn' });
    expect(await store(0).trail(id)).toHaveLength(2);
  }
});
