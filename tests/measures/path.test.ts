import { describe, expect, it } from 'vitest';
import { applicantOf, applicants } from '../../measures/applicants.ts';
import { negativeCases } from '../../measures/negativeCases.ts';
import type { SampleApplicant } from '../../measures/sampleApplicant.ts';
import { stageIds } from '../../model/steps/defineStep.ts';
import { processOf } from '../../measures/index.ts';
import { walk } from './walk.ts';

function sample(measure: string): SampleApplicant {
  const applicant = applicantOf(measure);
  if (!applicant) throw new Error(`no sample of ${measure}`);
  return applicant;
}

const paidFen = (asked: ReturnType<typeof walk>['asked']) => asked.filter((effect) => effect.check === 'paymentOrder').map((effect) => effect.request['amountFen']);

describe.each(applicants.map((applicant) => [applicant.measure, applicant] as const))('the straight way of %s', (measure, applicant) => {
  const { state, asked, ends, trail, notRequired } = walk(applicant);

  it('ends with the first instalment paid', () => {
    expect(state.incidents).toEqual([]);
    expect(state.closed?.outcome).toBe('disbursed');
    expect(ends).toEqual(['endDisbursed']);
    expect(paidFen(asked)).toEqual([applicant.instalmentsFen[0]]);
  });

  it('passes all five stages and leaves nothing open', () => {
    const stageOf = new Map(processOf(measure)?.steps.map((step) => [step.id, step.stage]));
    const passed = new Set(trail.flatMap((entry) => entry.facts.flatMap((fact) => ('step' in fact ? [stageOf.get(fact.step)] : []))));
    expect([...stageIds].every((stage) => passed.has(stage))).toBe(true);
    expect([state.tasks, state.timers, state.openEffects]).toEqual([[], [], []]);
  });

  it('asks only the offices and checks that the measure names', () => {
    const plan = processOf(measure)?.measure;
    expect(notRequired.includes('opinionStatistics')).toBe(!plan?.opinions.includes('statistics'));
    expect(notRequired.includes('opinionHumanResources')).toBe(!plan?.opinions.includes('humanResources'));
    expect(notRequired.includes('opinionCulture')).toBe(!plan?.opinions.includes('culture'));
    expect(notRequired.includes('higherAwards')).toBe(measure !== 'M05');
    if (plan?.onSite === 'replaced') expect(notRequired).toContain('siteCheck');
    if (plan?.onSite === 'required' || plan?.onSite === 'witnessed') expect(notRequired).not.toContain('siteCheck');
    expect(asked.some((effect) => effect.check === 'followOn')).toBe(applicant.instalmentsFen.length > 1);
  });
});

describe.each(negativeCases.map((negative) => [negative.id, negative] as const))('the case %s', (id, { applicant, answers, earlier, objection, expected }) => {
  const other = earlier && {
    case: 'C-0', applicant: earlier.creditCode, measure: earlier.measure, year: 2026, standing: 'open', invoiceNumbers: earlier.declaration['invoiceNumbers'] ?? [],
  };
  const result = walk(applicant, { answers, ...(objection ? { message: 'objection' } : {}), ...(other ? { checks: { noDoubleFunding: [{ cases: [other] }] } } : {}) });

  it(`comes out as ${expected.outcome} at ${expected.endsAt}`, () => {
    expect(result.state.incidents).toEqual([]);
    expect([result.state.closed?.outcome, ...result.ends]).toEqual([expected.outcome, expected.endsAt]);
    expect(paidFen(result.asked)).toEqual(expected.amountFen > 0 ? [expected.amountFen] : []);
    if (expected.rule) expect(result.state.data['eligibility']).toMatchObject({ eligible: false, ruleId: expected.rule });
  });

  if (id === 'soleTrader') {
    it('shows only the masked name to the public', () => {
      const notice = result.asked.find((effect) => effect.check === 'publishNotice')?.request['notice'];
      expect(notice).toMatchObject({ applicantName: '王*' });
      expect(JSON.stringify(notice)).not.toContain('虚构直播工作室');
    });
  }

  if (id === 'objectionOnLastDay') {
    it('is reviewed and published a second time', () => {
      expect(result.done.filter((step) => step === 'review')).toHaveLength(2);
      expect(result.asked.filter((effect) => effect.check === 'publishNotice')).toHaveLength(2);
      expect(result.state.suspensions).toEqual([]);
    });
  }
});

describe('what goes wrong on the way', () => {
  it('lets an identity pass on papers only with a second person', () => {
    const result = walk(sample('M03'), {
      checks: { businessRegister: [{ fails: 'unreachable' }] },
      answers: { identityOverride: [{ outcome: 'override', data: {}, reason: '凭营业执照。' }], confirmOverride: [{ outcome: 'confirm', data: {}, reason: '属实。' }] },
    });
    expect(result.done.slice(0, 3)).toEqual(['identityOverride', 'confirmOverride', 'formCheck']);
    expect(result.state.closed?.outcome).toBe('disbursed');
  });

  it('has the account corrected and asks the bank again, committing the budget once', () => {
    const account = { bankAccount: '9990000000000199', bankAccountName: sample('M03').name, clearingNumber: '999584000018' };
    const result = walk(sample('M03'), {
      checks: { bankAccountName: [{ matches: false, exists: true }, { matches: true, exists: true }] },
      answers: { correctAccount: [{ outcome: 'submit', data: account }] },
    });
    expect(result.state.data['declaration']).toMatchObject({ ...account, projectName: sample('M03').declaration['projectName'] });
    expect(result.asked.filter((effect) => effect.check === 'budgetCommit')).toHaveLength(1);
    expect(result.asked.find((effect) => effect.check === 'paymentOrder')?.request['account']).toBe(account.bankAccount);
  });

  it('clears up an unknown payment with the treasury and never orders it again by itself', () => {
    const result = walk(sample('M03'), {
      checks: { paymentOrder: [{ fails: 'paymentUnknown' }] },
      answers: { reconcilePayment: [{ outcome: 'paid', data: {}, reason: '国库确认已到账。' }] },
    });
    expect(paidFen(result.asked)).toHaveLength(1);
    expect(result.state.closed?.outcome).toBe('disbursed');
  });

  it('does not book a payment that the treasury has not made', () => {
    const result = walk(sample('M03'), {
      checks: { paymentOrder: [{ orderId: 'P-1', state: 'pending', paidAt: '' }] },
      answers: { reconcilePayment: [{ outcome: 'cancel', data: {}, reason: '国库未支付。' }], confirmSendAgain: [{ outcome: 'confirm', data: {}, reason: '已核对国库复函。' }] },
    });
    expect(result.done.slice(-2)).toEqual(['reconcilePayment', 'confirmSendAgain']);
    expect(result.asked.map((effect) => effect.check)).not.toContain('budgetPay');
    expect(result.state.closed?.outcome).toBe('terminated');
  });

  it('refuses where a report is confirmed, and takes the notice down', () => {
    const result = walk(sample('M03'), { message: 'report', answers: { answerReport: [{ outcome: 'confirmed', data: { answer: '举报属实。' } }] } });
    expect(result.ends).toEqual(['endRefusedForBreach']);
    expect(result.asked.filter((effect) => effect.check === 'closeNotice')).toHaveLength(1);
    expect(paidFen(result.asked)).toEqual([]);
  });

  it('refuses where the budget is too small and nobody supplies it', () => {
    const result = walk(sample('M03'), {
      checks: { budgetReserve: [{ fails: 'budgetInsufficient' }] },
      answers: { budgetShort: [{ outcome: 'refuse', data: {}, reason: '本年度预算已用完。' }] },
    });
    expect(result.ends).toEqual(['endRefusedNoBudget']);
  });

  it('never approves more than was computed', () => {
    const result = walk(sample('M03'), {
      answers: { decision: [{ outcome: 'approve', data: { approvedAmountFen: 18_000_001 } }, { outcome: 'approve', data: { approvedAmountFen: 18_000_000 } }] },
    });
    expect(result.done.filter((step) => step === 'review')).toHaveLength(2);
    expect(paidFen(result.asked)).toEqual([18_000_000]);
  });

  it('draws the site only where the risk rules say so', () => {
    expect(walk(sample('M11')).notRequired).toContain('siteCheck');
    expect(walk(sample('M08')).done.filter((step) => step === 'siteCheck')).toHaveLength(2);
  });
});

describe('the second instalment', () => {
  const first = walk(sample('M01'));
  const carried = { ...first.state.data };
  const second = walk(sample('M01'), { instalment: 2, data: carried });

  it('is paid after one more look at project and site, without a second decision', () => {
    expect(second.state.closed?.outcome).toBe('disbursed');
    expect(second.done).toEqual(['review', 'siteCheck', 'siteCheck', 'releasePayment']);
    expect(paidFen(second.asked)).toEqual([144_000_000]);
    expect(second.asked.map((effect) => effect.check)).not.toContain('publishNotice');
  });

  it('is paid also when the case carries only review, amount and decision', () => {
    const { review, supportRule } = carried;
    const bare = walk(sample('M01'), { instalment: 2, data: { ...(review ? { review } : {}), ...(supportRule ? { supportRule } : {}) } });
    expect(bare.state.incidents).toEqual([]);
    expect(bare.state.closed?.outcome).toBe('disbursed');
    expect(paidFen(bare.asked)).toEqual([144_000_000]);
  });

  it('is refused to whom a default list bars since', () => {
    const barred = walk(sample('M01'), { instalment: 2, data: carried, checks: { creditDefault: [{ barred: true, reason: 'FAKE' }] } });
    expect(barred.ends).toEqual(['endRefused']);
    expect(paidFen(barred.asked)).toEqual([]);
  });
});
