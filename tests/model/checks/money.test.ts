import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { m02 } from '../../../measures/m02.ts';
import { splitByBasisPoints } from '../../../model/checks/facts/instalmentFen.ts';
import { checks } from '../../../model/checks/index.ts';
import { yuan } from '../../../model/money.ts';
import type { JsonObject } from '../../../model/text.ts';
import { aCase, aDecidedCase, aProcess } from './aCase.ts';

const judge = (name: string, answer: JsonObject, state = aCase()) => checks[name]?.judge(aProcess, state, answer);
const ask = (name: string, state = aCase(), step = 'nudge') => checks[name]?.ask(aProcess, state, step);

describe('supportRule', () => {
  const reviewed = (auditedFen: number | string) => aCase({ data: { ...aCase().data, review: { auditedFen } } });

  it('computes from what was confirmed, not from what was declared', () => {
    expect(judge('supportRule', { paidFen: 0 })).toMatchObject({ amountFen: yuan(4_000_000) });
    expect(judge('supportRule', { paidFen: 0 }, reviewed(yuan(18_000_000)))).toEqual({
      amountFen: yuan(3_600_000), instalments: [yuan(2_160_000), yuan(1_440_000)], capped: false, zero: false,
    });
  });
  it('says when a cap took something away', () => {
    expect(judge('supportRule', { paidFen: 0 }, reviewed(yuan(25_000_000)))).toMatchObject({ amountFen: yuan(5_000_000), capped: false });
    expect(judge('supportRule', { paidFen: 0 }, reviewed(yuan(26_000_000)))).toMatchObject({ amountFen: yuan(5_000_000), capped: true });
    expect(judge('supportRule', { paidFen: yuan(5_000_000) })).toMatchObject({ amountFen: yuan(1_000_000), capped: true, zero: false });
    expect(judge('supportRule', { paidFen: yuan(6_000_000) })).toMatchObject({ amountFen: 0, capped: true, zero: true });
  });
  it('reads a figure of a step by its dotted name', () => {
    const measure = { ...aProcess.measure, support: { ...aProcess.measure.support, base: 'onSiteCheck.auditedFen' } };
    const state = aCase({ data: { onSiteCheck: { auditedFen: yuan(1_000) } } });
    expect(checks.supportRule?.judge({ ...aProcess, measure }, state, { paidFen: 0 })).toMatchObject({ amountFen: yuan(200) });
  });
  it.each<[string, ReturnType<typeof aCase>, JsonObject]>([
    ['a figure is missing', aCase({ data: {} }), { paidFen: 0 }],
    ['a figure is no integer', reviewed('many'), { paidFen: 0 }],
    ['nobody says what was paid', aCase(), {}],
  ])('is null, not zero, when %s', (_case, state, answer) => {
    expect(judge('supportRule', answer, state)).toEqual({ amountFen: null, instalments: null, capped: null, zero: null });
  });
});

describe('the budget', () => {
  it.each([
    ['budgetReserve', 'reserve', { yearCap: { applicant: aDecidedCase(1).applicant.creditCode, year: 2025, capFen: yuan(6_000_000), awardFen: yuan(3_600_000) } }],
    ['budgetCommit', 'commit', {}],
    ['budgetPay', 'pay', {}],
  ])('%s posts this instalment to the year it falls into', (check, operation, cap) => {
    expect(ask(check, aDecidedCase(yuan(3_600_000)))).toEqual({ operation, measure: 'M01', year: 2025, amountFen: yuan(2_160_000), ...cap });
    expect(ask(check, aDecidedCase(yuan(3_600_000), { instalment: 2 }))).toEqual({ operation, measure: 'M01', year: 2026, amountFen: yuan(1_440_000) });
  });
  it('splits an amount that was cut, to the last fen', () => {
    expect(ask('budgetPay', aDecidedCase(100_001))).toMatchObject({ amountFen: 60_000 });
    expect(ask('budgetPay', aDecidedCase(100_001, { instalment: 2 }))).toMatchObject({ amountFen: 40_001 });
  });
  it('holds to a decision that approved nothing', () => {
    expect(ask('budgetCommit', aDecidedCase(0))).toMatchObject({ amountFen: 0 });
  });
  it('reserves what the rule computed while nothing is decided', () => {
    const { decision: _undecided, ...data } = aDecidedCase(1).data;
    expect(ask('budgetReserve', aCase({ data }))).toMatchObject({ amountFen: yuan(2_160_000) });
  });
  it('loses and adds no fen in any split', () => {
    const parts = fc.integer({ min: 1, max: 9_999 }).map((bp) => [bp, 10_000 - bp]);
    fc.assert(
      fc.property(fc.maxSafeNat(), parts, (amountFen, partsBp) => {
        const split = splitByBasisPoints(amountFen, partsBp);
        expect(split.reduce((sum, part) => sum + part, 0)).toBe(amountFen);
        expect(Math.min(...split)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('paymentOrder', () => {
  it('orders this instalment to the confirmed account', () => {
    expect(ask('paymentOrder', aDecidedCase(yuan(3_600_000)))).toEqual({
      amountFen: yuan(2_160_000),
      account: '9990000000000101',
      accountName: '龙岗虚构星湖直播园区运营有限公司',
      clearingNumber: '999584000018',
      payee: '龙岗虚构星湖直播园区运营有限公司',
    });
  });
  it('says paid only where the treasury does', () => {
    expect(judge('paymentOrder', { state: 'paid', orderId: 'GK1', paidAt: '2026-03-30' })).toEqual({ orderId: 'GK1', paid: true, paidAt: '2026-03-30' });
    expect(judge('paymentOrder', { state: 'refused', orderId: 'GK1' })).toMatchObject({ paid: false });
  });
});

describe('the treasury’s statement', () => {
  const order = (effect: string, at: string) => ({ effect, step: 'payment', check: 'paymentOrder', at });
  const unbooked = [order('e12.1', '2026-03-30T10:00:00.000+08:00'), order('e20.1', '2026-04-02T10:00:00.000+08:00')];
  const state = (confirm: JsonObject, differs: object = { unbooked }) => {
    const decided = aDecidedCase(100);
    return aCase({ data: { ...decided.data, reconcilePayment: { outcome: 'sendAgain', treasuryReference: '函9号' }, confirmSendAgain: confirm }, ...differs });
  };
  const confirm = { outcome: 'confirm', at: '2026-04-01T10:00:00.000+08:00' };

  it.each(['paymentOrder', 'paymentInquiry'])('goes with a %s, and covers only what was in doubt when it was confirmed', (check) => {
    expect(ask(check, state(confirm))?.statement).toEqual({ reference: '函9号', orders: ['e12.1'] });
    expect(ask(check, state({ ...confirm, at: '2026-03-29T10:00:00.000+08:00' }))?.statement).toBeUndefined();
  });
  it('is none where nobody confirmed it, or nothing is in doubt', () => {
    expect(ask('paymentInquiry', state({ ...confirm, outcome: 'refuse' }))).toEqual({ operation: 'inquire' });
    expect(ask('paymentInquiry', state(confirm, {}))).toEqual({ operation: 'inquire' });
  });
});

describe('notices', () => {
  it('tell the public what it may know', () => {
    expect(ask('publishNotice', aDecidedCase(yuan(3_600_000)))).toEqual({
      operation: 'publish',
      notice: {
        applicantName: '龙岗虚构星湖直播园区运营有限公司',
        measure: 'M01',
        projectName: '星湖园区一期（联系人李*138****1234）',
        amountFen: yuan(3_600_000),
        contact: { zh: '区工信局窗口', en: 'Industry bureau desk' },
        from: '2026-03-09',
      },
    });
    expect(ask('closeNotice', aDecidedCase(1))).toMatchObject({ operation: 'close', notice: { to: '2026-03-09' } });
  });
  it('mask a sole trader, in the project’s name too', () => {
    const name = '张虚构直播商行';
    const state = aCase({ applicant: { creditCode: '92440307FAKE00232X', name }, data: { declaration: { applicantName: name, projectName: `${name}装修` } } });
    expect(ask('publishNotice', state)).toMatchObject({ notice: { applicantName: '张*', projectName: '张*装修' } });
  });
  it('mask the numbers that the applicant gave as personal, however the project’s name writes them', () => {
    const declaration = { applicantName: '虚构公司', contactPhone: '0755-28901234', bankAccount: '40000123', projectName: '直播基地 (0755) 2890 1234，热线28901234，户 4000 0123，1350 平方米' };
    const request = checks.publishNotice?.ask(m02, aCase({ data: { declaration } }), 'publishNotice');
    expect(request).toMatchObject({ notice: { projectName: '直播基地 (**********34，热线******34，户 ******23，1350 平方米' } });
  });
  it('give a desk even where the process has no lead office', () => {
    expect(checks.publishNotice?.ask({ ...aProcess, roles: [] }, aCase(), 'nudge')).toMatchObject({ notice: { contact: { en: 'Desk of the lead office' } } });
  });
});

describe('reminder', () => {
  const task = (role: string) => ({ task: `t-${role}`, token: 't', step: 's', role, openedAt: '2026-03-02T09:00:00.000+08:00' });
  it('goes to those who have something to do', () => {
    expect(ask('reminder', aCase({ tasks: [task('reviewer'), task('reviewer'), task('applicant')] }))).toEqual({
      to: [{ role: 'reviewer' }, { applicant: '91440300FAKE00013H' }],
      text: { zh: '催办：案件 M01-2026-0001 有待办理，请尽快处理。', en: 'Nudge: case M01-2026-0001 is waiting; please attend to it soon.' },
    });
    expect(ask('reminder', aCase({ tasks: [task('reviewer')] }))).toMatchObject({ to: [{ role: 'reviewer' }] });
  });
  it('goes to the applicant where nobody has', () => {
    expect(ask('reminder')).toMatchObject({ to: [{ applicant: '91440300FAKE00013H' }] });
  });
});

describe('followOn', () => {
  it('carries the decision to the next instalment', () => {
    const state = aDecidedCase(yuan(3_600_000));
    const { review, supportRule, decision } = state.data;
    expect(ask('followOn', state)).toEqual({ instalment: 2, afterDays: 365, amountFen: yuan(1_440_000), decided: { review, supportRule, decision } });
  });
  it('has nothing to pay after the last', () => {
    expect(ask('followOn', aDecidedCase(yuan(3_600_000), { instalment: 2 }))).toMatchObject({ instalment: 3, amountFen: 0 });
  });
});
