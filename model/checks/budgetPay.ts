import { budgetYear } from './facts/budgetYear.ts';
import { instalmentFen } from './facts/instalmentFen.ts';
import { jsonAs } from './facts/jsonAs.ts';
import { grantReads } from './facts/grantedFen.ts';
import { defineCheck } from './defineCheck.ts';

/** Books this instalment's committed amount as paid out. */
export const budgetPay = defineCheck({
  check: 'budgetPay',
  title: { zh: '预算支出', en: 'Book the payment' },
  performer: 'ledger',
  result: [
    { name: 'posted', type: 'boolean', title: { zh: '已列支', en: 'Booked' } },
    { name: 'amountFen', type: 'integer', title: { zh: '金额（分）', en: 'Amount (fen)' } },
  ],
  failures: ['budgetInsufficient'],
  reads: () => grantReads,
  settles: (end) => ('succeeded' in end ? 'all' : undefined),
  ask: (process, state) => ({
    operation: 'pay',
    measure: process.measure.number,
    year: budgetYear(state),
    amountFen: instalmentFen(process, state, state.instalment),
  }),
  usual: () => ({ posted: true }),
  judge: (process, state, answer) => ({
    posted: jsonAs.truth(answer.posted),
    amountFen: instalmentFen(process, state, state.instalment),
  }),
});
