import { claimYear } from './facts/claimYear.ts';
import { confirmed } from './facts/confirmed.ts';
import { jsonAs } from './facts/jsonAs.ts';
import { defineCheck } from './defineCheck.ts';

/**
 * Whether the same thing is claimed twice: by another case of the same applicant, measure and year, or by any case that names one of these
 * invoices. Only cases that are open or paid count; what was refused or withdrawn may be claimed again. Follow-on cases belong to this one's award.
 */
export const noDoubleFunding = defineCheck({
  check: 'noDoubleFunding',
  title: { zh: '重复资助核验', en: 'No double funding' },
  performer: 'lookUp',
  result: [
    { name: 'clear', type: 'boolean', title: { zh: '无重复资助', en: 'No double funding' } },
    { name: 'conflicts', type: 'list', title: { zh: '冲突案件', en: 'Conflicting cases' } },
  ],
  failures: [],
  ask: (process, state) => ({
    lookUp: 'otherCases',
    case: state.case,
    applicant: state.applicant.creditCode,
    measure: process.measure.number,
    year: claimYear(state),
    invoiceNumbers: jsonAs.list(confirmed(state, 'invoiceNumbers')),
  }),
  judge: (process, state, answer) => {
    const invoices = new Set(jsonAs.list(confirmed(state, 'invoiceNumbers')));
    const conflicts = jsonAs
      .list(answer.cases)
      .map((other) => jsonAs.object(other))
      .filter((other) => other.case !== state.case && (other.standing === 'open' || other.standing === 'paid'))
      .filter(
        (other) =>
          (other.applicant === state.applicant.creditCode && other.measure === process.measure.number && other.year === claimYear(state)) ||
          jsonAs.list(other.invoiceNumbers).some((number) => invoices.has(number)),
      )
      .map((other) => jsonAs.text(other.case));
    return { clear: conflicts.length === 0, conflicts };
  },
});
