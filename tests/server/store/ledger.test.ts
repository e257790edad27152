import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLedger, type Ledger } from '../../../server/store/ledger.ts';
import type { OpenDatabase } from '../../../server/store/openStore.ts';
import { openTestDatabase } from '../../setup/testStore.ts';
import { paymentStore } from '../../../server/store/records.ts';
import { ledgerAccounts } from '../../../server/store/schema.ts';

let database: OpenDatabase;
let ledger: Ledger;
let effects = 0;
const effect = () => `e${(effects += 1)}`;

beforeAll(async () => {
  database = await openTestDatabase();
  ledger = createLedger(database.db, () => new Date('2026-03-02T01:00:00Z'));
});
afterAll(() => database.close());

const budget = async (measure: string, year = 2026) => (await ledger.budgets({ measure, year }))[0];

describe('the ledger', () => {
  it('reserves, commits and pays', async () => {
    const of = { case: 'c1', measure: 'M01', year: 2026, amountFen: 400 };
    await ledger.appropriate({ effectId: effect(), measure: 'M01', year: 2026, amountFen: 1_000 });
    expect(await ledger.reserve({ ...of, effectId: effect() })).toEqual({ ok: true });
    expect(await ledger.commit({ ...of, effectId: effect() })).toEqual({ ok: true });
    expect(await ledger.pay({ ...of, effectId: effect() })).toEqual({ ok: true });
    expect(await budget('M01')).toEqual({ measure: 'M01', year: 2026, appropriatedFen: 1_000, availableFen: 600, reservedFen: 0, committedFen: 0, paidFen: 400 });
    expect(await ledger.paidBy('c1')).toBe(400);
  });

  it('answers a repeat of an effect with the first answer and posts once', async () => {
    const order = { effectId: effect(), case: 'c2', measure: 'M02', year: 2026, amountFen: 700 };
    expect(await ledger.reserve(order)).toEqual({ insufficient: true });
    await ledger.appropriate({ effectId: effect(), measure: 'M02', year: 2026, amountFen: 1_000 });
    expect(await ledger.reserve(order)).toEqual({ insufficient: true });
    const second = { ...order, effectId: effect() };
    expect(await Promise.all([ledger.reserve(second), ledger.reserve(second), ledger.reserve(second)])).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    expect(await budget('M02')).toMatchObject({ availableFen: 300, reservedFen: 700 });
    expect(await ledger.postingsOf('c2')).toHaveLength(1);
  });

  it('never gives the last money to two cases', async () => {
    await ledger.appropriate({ effectId: effect(), measure: 'M03', year: 2026, amountFen: 1_000 });
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => ledger.reserve({ effectId: effect(), case: `p${index}`, measure: 'M03', year: 2026, amountFen: 300 })),
    );
    expect(answers.filter((answer) => 'ok' in answer)).toHaveLength(3);
    expect(await budget('M03')).toMatchObject({ availableFen: 100, reservedFen: 900 });
  });

  it('pays only what this case committed', async () => {
    await ledger.appropriate({ effectId: effect(), measure: 'M04', year: 2026, amountFen: 1_000 });
    await ledger.commit({ effectId: effect(), case: 'a', measure: 'M04', year: 2026, amountFen: 500 });
    expect(await ledger.pay({ effectId: effect(), case: 'b', measure: 'M04', year: 2026, amountFen: 100 })).toEqual({ insufficient: true });
  });

  it('gives back at the end what was not paid, in every year', async () => {
    for (const year of [2026, 2027]) {
      await ledger.appropriate({ effectId: effect(), measure: 'M05', year, amountFen: 1_000 });
      await ledger.reserve({ effectId: effect(), case: 's', measure: 'M05', year, amountFen: 600 });
      await ledger.commit({ effectId: effect(), case: 's', measure: 'M05', year, amountFen: 200 });
    }
    await ledger.pay({ effectId: effect(), case: 's', measure: 'M05', year: 2026, amountFen: 150 });
    const settlement = { effectId: effect(), case: 's' };
    await ledger.settle(settlement);
    await ledger.settle(settlement);
    expect(await budget('M05', 2026)).toMatchObject({ availableFen: 850, reservedFen: 0, committedFen: 0, paidFen: 150 });
    expect(await budget('M05', 2027)).toMatchObject({ availableFen: 1_000, reservedFen: 0, committedFen: 0, paidFen: 0 });
  });

  it.each([
    ['being sent', 'sending', 500],
    ['unknown', 'unknown', 500],
    ['paid and not booked', 'paid', 500],
    ['refused', 'refused', 0],
    ['not carried out by the treasury’s word', 'notCarriedOut', 0],
  ])('keeps, when a case ends, the committed money of an order that is %s', async (name, state, committedFen) => {
    const measure = `M08 ${name}`;
    const of = { case: measure, measure, year: 2026, amountFen: 500 };
    const payments = paymentStore(database.db, () => new Date());
    await ledger.appropriate({ effectId: effect(), measure, year: 2026, amountFen: 1_000 });
    await ledger.commit({ ...of, effectId: effect() });
    await ledger.reserve({ ...of, effectId: effect(), amountFen: 100 });
    const order = effect();
    await payments.remember(order, measure, { amountFen: 500 });
    if (state !== 'sending') await payments.record(order, state, {});
    await ledger.settle({ effectId: effect(), case: measure });
    expect(await budget(measure)).toMatchObject({ availableFen: 1_000 - committedFen, reservedFen: 0, committedFen });
  });

  it('gives back, when a case ends whose unknown order was booked as paid, what is over', async () => {
    const of = { case: 'u', measure: 'M09', year: 2026, amountFen: 500 };
    await ledger.appropriate({ effectId: effect(), measure: 'M09', year: 2026, amountFen: 1_000 });
    await ledger.commit({ ...of, effectId: effect(), amountFen: 600 });
    await paymentStore(database.db, () => new Date()).remember(effect(), 'u', { amountFen: 500 });
    await ledger.pay({ ...of, effectId: effect() });
    await ledger.settle({ effectId: effect(), case: 'u' });
    expect(await budget('M09')).toMatchObject({ availableFen: 500, committedFen: 0, paidFen: 500 });
  });

  it.each([-1, 0.5, Number.MAX_SAFE_INTEGER + 1, Number.NaN])('refuses %s as an amount', async (amountFen) => {
    await expect(Promise.resolve().then(() => ledger.reserve({ effectId: effect(), case: 'x', measure: 'M06', year: 2026, amountFen }))).rejects.toThrow(RangeError);
  });

  it('keeps the sum of all accounts at zero and none below zero, whatever is asked', async () => {
    const operation = fc.record({
      what: fc.constantFrom('appropriate', 'reserve', 'commit', 'pay', 'release', 'settle'),
      case: fc.constantFrom('f1', 'f2', 'f3'),
      year: fc.constantFrom(2026, 2027),
      amountFen: fc.integer({ min: 0, max: 500 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { maxLength: 25 }), async (operations) => {
        await Promise.all(
          operations.map(({ what, ...order }) => {
            const full = { ...order, effectId: effect(), measure: 'M07' };
            if (what === 'appropriate') return ledger.appropriate({ effectId: full.effectId, measure: 'M07', year: full.year, amountFen: full.amountFen });
            if (what === 'settle') return ledger.settle(full);
            return ledger[what as 'reserve' | 'commit' | 'pay' | 'release'](full); // the four that take a case's order
          }),
        );
        const rows = await database.db.select().from(ledgerAccounts);
        expect(rows.reduce((sum, row) => sum + row.balanceFen, 0)).toBe(0);
        expect(rows.filter((row) => row.account !== 'appropriation' && row.balanceFen < 0)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
