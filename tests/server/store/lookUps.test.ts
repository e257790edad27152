import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applicantOf } from '../../../measures/applicants.ts';
import { calendars } from '../../../measures/calendars.ts';
import { m06 } from '../../../measures/m06.ts';
import { yuan } from '../../../measures/yuan.ts';
import { advance } from '../../../model/advance.ts';
import type { CaseState } from '../../../model/case.ts';
import { budgetReserve } from '../../../model/checks/budgetReserve.ts';
import { noDoubleFunding } from '../../../model/checks/noDoubleFunding.ts';
import { supportRule } from '../../../model/checks/supportRule.ts';
import type { JsonObject } from '../../../model/text.ts';
import { lookUps } from '../../../server/outside/lookUps.ts';
import { createStore, type Store } from '../../../server/store/createStore.ts';
import type { OpenDatabase } from '../../../server/store/openStore.ts';
import { openTestDatabase } from '../../setup/testStore.ts';

const at = '2026-03-02T09:00:00.000+08:00';
const sample = applicantOf('M06');
if (!sample) throw new Error('the programme has a sample applicant for M06');
const { creditCode, name, declaration, review } = sample;

let database: OpenDatabase;
let store: Store;
beforeAll(async () => {
  database = await openTestDatabase();
  store = createStore(database.db);
  await store.versions.seed(m06, 'test', 'test');
});
afterAll(() => database.close());

/** A reviewed case of the agency for hosts of its own, filed so many milliseconds after the first; `closed` with an outcome. */
async function file(id: string, filedMs: number, differs: { project: string; receipts: string[]; year?: number; closed?: string }): Promise<CaseState> {
  const answers = { ...declaration, projectName: differs.project, invoiceNumbers: differs.receipts, year: differs.year ?? 2026 };
  const { state } = advance(m06, undefined, { event: 'caseStarted', at, case: id, actor: { id: 'a', name: 'A', roles: [] }, applicant: { creditCode, name }, instalment: 1, data: { declaration: answers, review }, calendar: calendars });
  const closed = differs.closed === undefined ? {} : { closed: { at, outcome: differs.closed } };
  const known = { ...state, ...closed };
  await write(known, filedMs);
  return known;
}
const write = (state: CaseState, filedMs: number) =>
  store.writeProjection({ case: state.case, process: 'M06', version: 1, hash: 'h', measure: 'M06', clock: { start: at, realStart: 1_000 + filedMs, factor: 1 }, fence: 1, state, trail: [] });

/** What the check says of a case by what the store answers it, kept in the case as the workflow would. */
async function compute(state: CaseState, filedMs: number): Promise<JsonObject> {
  const answer = await lookUps(store).paidThisYear(supportRule.ask(m06, state));
  const computed = supportRule.judge(m06, state, answer);
  await write({ ...state, data: { ...state.data, supportRule: computed } }, filedMs);
  return computed;
}
const conflicts = async (state: CaseState) => noDoubleFunding.judge(m06, state, await lookUps(store).otherCases(noDoubleFunding.ask(m06, state)))['conflicts'];

describe('cases of one agency in one year', () => {
  it('add up to the year’s cap and not beyond it, decided or not', async () => {
    const first = await file('A-1', 0, { project: '一组主播', receipts: ['R-1'] });
    const second = await file('A-2', 10, { project: '二组主播', receipts: ['R-2'] });
    const third = await file('A-3', 20, { project: '三组主播', receipts: ['R-3'] });
    await file('A-refused', 25, { project: '四组主播', receipts: ['R-4'], closed: 'refused' });
    await file('A-2025', 26, { project: '五组主播', receipts: ['R-5'], year: 2025 });
    for (const state of [first, second, third]) expect(await conflicts(state), state.case).toEqual([]);
    expect(await compute(first, 0)).toMatchObject({ amountFen: yuan(1_200_000), capped: false });
    expect(await compute(second, 10)).toMatchObject({ amountFen: yuan(1_200_000), capped: false });
    expect(await compute(third, 20)).toMatchObject({ amountFen: yuan(600_000), capped: true });
  });

  it('that compute in the same moment never get the year’s cap twice: who comes second to the ledger computes anew', async () => {
    await store.ledger.appropriate({ effectId: 'budget-2024', measure: 'M06', year: 2024, amountFen: yuan(100_000_000) });
    const cases = await Promise.all([1, 2, 3, 4].map((place) => file(`C-${place}`, place, { project: `二〇二四年第${place}组`, receipts: [`T-${place}`], year: 2024 })));
    const answers = await Promise.all(cases.map((state) => lookUps(store).paidThisYear(supportRule.ask(m06, state))));
    expect(answers).toEqual(cases.map(() => ({ paidFen: 0 }))); // nobody sees the others
    const decided = cases.map((state, place) => ({ ...state, data: { ...state.data, supportRule: supportRule.judge(m06, state, answers[place] ?? {}) } }));
    await Promise.all(decided.map((state, place) => write(state, place)));
    const reserve = (state: CaseState, effect: string) => {
      const { operation: _reserve, ...order } = budgetReserve.ask(m06, state);
      return store.ledger.reserve({ ...(order as Omit<Parameters<Store['ledger']['reserve']>[0], 'effectId' | 'case'>), effectId: `${state.case}/${effect}`, case: state.case });
    };
    const said = await Promise.all(decided.map((state) => reserve(state, 'e1')));
    expect(said.map((answer) => Object.keys(answer)[0]).sort()).toEqual(['ok', 'ok', 'overCap', 'overCap']);
    expect(await Promise.all(decided.map((state) => reserve(state, 'e1')))).toEqual(said); // a repeat gets the first answer

    const late = decided.filter((_state, place) => 'overCap' in (said[place] ?? {}));
    for (const state of late) await write({ ...state, data: { ...state.data, supportRule: null } }, 9);
    for (const [place, state] of late.entries()) {
      const anew = await compute(state, 9);
      expect(anew).toMatchObject({ amountFen: place === 0 ? yuan(600_000) : 0, capped: true });
      expect(await reserve({ ...state, data: { ...state.data, supportRule: anew } }, 'e2')).toEqual({ ok: true });
    }
    expect(await store.ledger.budgets({ measure: 'M06', year: 2024 })).toMatchObject([{ reservedFen: yuan(3_000_000) }]);
  });

  it('give way to what was filed earlier, and not to what was filed later', async () => {
    const early = await file('B-1', 100, { project: '同一项目', receipts: ['S-1'] });
    const late = await file('B-2', 200, { project: '同一项目', receipts: ['S-2'] });
    expect([await conflicts(early), await conflicts(late)]).toEqual([[], ['B-1']]);
    const same = await file('B-3', 200, { project: '又一项目', receipts: ['S-2'] }); // at the same instant: the number decides
    expect([await conflicts(late), await conflicts(same)]).toEqual([['B-1'], ['B-2']]);
  });
});
