import { yearCapFen } from '../supportAmount.ts';
import { budgetYear } from './facts/budgetYear.ts';
import { claimYear } from './facts/claimYear.ts';
import { instalmentFen } from './facts/instalmentFen.ts';
import { jsonAs } from './facts/jsonAs.ts';
import { grantedFen, grantReads } from './facts/grantedFen.ts';
import type { CaseState } from '../case.ts';
import type { Process } from '../process.ts';
import type { JsonObject } from '../text.ts';
import { defineCheck } from './defineCheck.ts';

/**
 * Sets this instalment's amount aside in the measure's budget of the year, while the award is still being decided. Here, where cases queue for
 * the ledger, the year's cap of the applicant is held too: of two awards that were computed in the same moment only one gets what is left.
 */
export const budgetReserve = defineCheck({
  check: 'budgetReserve',
  title: { zh: '预留预算', en: 'Reserve budget' },
  performer: 'ledger',
  result: [
    { name: 'posted', type: 'boolean', title: { zh: '已预留', en: 'Reserved' } },
    { name: 'amountFen', type: 'integer', title: { zh: '金额（分）', en: 'Amount (fen)' } },
  ],
  failures: ['budgetInsufficient', 'yearCapReached'],
  reads: () => grantReads,
  ask: (process, state) => ({
    operation: 'reserve',
    measure: process.measure.number,
    year: budgetYear(state),
    amountFen: instalmentFen(process, state, state.instalment),
    ...yearCapOf(process, state),
  }),
  usual: () => ({ posted: true }),
  judge: (process, state, answer) => ({
    posted: jsonAs.truth(answer.posted),
    amountFen: instalmentFen(process, state, state.instalment),
  }),
});

/** The cap that the whole award has to keep to; a later instalment was counted with the first. */
function yearCapOf(process: Process, state: CaseState): JsonObject {
  const capFen = yearCapFen(process.measure.support);
  if (capFen === undefined || state.instalment > 1) return {};
  return { yearCap: { applicant: state.applicant.creditCode, year: claimYear(state), capFen, awardFen: jsonAs.whole(grantedFen(state.data)) } };
}
