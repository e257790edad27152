import { isFen } from '../money.ts';
import { supportAmount, type DerivationStep } from '../supportAmount.ts';
import { claimYear } from './facts/claimYear.ts';
import { confirmed } from './facts/confirmed.ts';
import { defineCheck } from './defineCheck.ts';

const caps: DerivationStep['step'][] = ['cap', 'yearCap'];

/**
 * The amount that the measure's rule gives for the confirmed figures, and its instalments, in fen. Where the rule cannot be computed
 * (a figure is missing) every field is null: a condition on it is an incident that a person corrects, never silently a zero award.
 */
export const supportRule = defineCheck({
  check: 'supportRule',
  title: { zh: '扶持金额测算', en: 'Support amount' },
  performer: 'lookUp',
  result: [
    { name: 'amountFen', type: 'integer', title: { zh: '扶持金额（分）', en: 'Amount (fen)' } },
    { name: 'instalments', type: 'list', title: { zh: '分期金额（分）', en: 'Instalments (fen)' } },
    { name: 'capped', type: 'boolean', title: { zh: '已封顶', en: 'Capped' } },
    { name: 'zero', type: 'boolean', title: { zh: '金额为零', en: 'Nothing to pay' } },
  ],
  failures: [],
  reads: () => ['review.outcome'],
  ask: (process, state) => ({
    lookUp: 'paidThisYear',
    case: state.case,
    applicant: state.applicant.creditCode,
    measure: process.measure.number,
    year: claimYear(state),
  }),
  usual: () => ({ paidFen: 0 }),
  judge: (process, state, answer) => {
    // A look-up that did not say what was paid must not pass for nothing paid: the rule finds NaN unusable.
    const paidFen = isFen(answer.paidFen) ? answer.paidFen : Number.NaN;
    const { amountFen, instalments, derivation, fault } = supportAmount(process.measure.support, (name) => confirmed(state, name), paidFen);
    if (fault) return { amountFen: null, instalments: null, capped: null, zero: null };
    const capped = derivation.some(({ step, beforeFen, afterFen }) => caps.includes(step) && afterFen < beforeFen);
    return { amountFen, instalments, capped, zero: amountFen === 0 };
  },
});
