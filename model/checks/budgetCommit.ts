import { budgetYear } from './facts/budgetYear.ts';
import { instalmentFen } from './facts/instalmentFen.ts';
import { jsonAs } from './facts/jsonAs.ts';
import { grantReads } from './facts/grantedFen.ts';
import { defineCheck } from './defineCheck.ts';

/** Binds the reserved amount of this instalment once the award is decided, so that no other award can take it. */
export const budgetCommit = defineCheck({
  check: 'budgetCommit',
  title: { zh: '承诺预算', en: 'Commit budget' },
  performer: 'ledger',
  result: [
    { name: 'posted', type: 'boolean', title: { zh: '已承诺', en: 'Committed' } },
    { name: 'amountFen', type: 'integer', title: { zh: '金额（分）', en: 'Amount (fen)' } },
  ],
  failures: ['budgetInsufficient'],
  reads: () => grantReads,
  ask: (process, state) => ({
    operation: 'commit',
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
