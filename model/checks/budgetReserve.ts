import { budgetYear } from './facts/budgetYear.ts';
import { instalmentFen } from './facts/instalmentFen.ts';
import { jsonAs } from './facts/jsonAs.ts';
import { grantReads } from './facts/grantedFen.ts';
import { defineCheck } from './defineCheck.ts';

/** Sets this instalment's amount aside in the measure's budget of the year, while the award is still being decided. */
export const budgetReserve = defineCheck({
  check: 'budgetReserve',
  title: { zh: '预留预算', en: 'Reserve budget' },
  performer: 'ledger',
  result: [
    { name: 'posted', type: 'boolean', title: { zh: '已预留', en: 'Reserved' } },
    { name: 'amountFen', type: 'integer', title: { zh: '金额（分）', en: 'Amount (fen)' } },
  ],
  failures: ['budgetInsufficient'],
  reads: () => grantReads,
  ask: (process, state) => ({
    operation: 'reserve',
    measure: process.measure.number,
    year: budgetYear(state),
    amountFen: instalmentFen(process, state, state.instalment),
  }),
  judge: (process, state, answer) => ({
    posted: jsonAs.truth(answer.posted),
    amountFen: instalmentFen(process, state, state.instalment),
  }),
});
