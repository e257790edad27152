import { claimYear } from './facts/claimYear.ts';
import { confirmed } from './facts/confirmed.ts';
import { jsonAs } from './facts/jsonAs.ts';
import { projectKey } from './facts/projectKey.ts';
import type { JsonObject } from '../text.ts';
import { defineCheck } from './defineCheck.ts';

/**
 * Whether the same thing is claimed twice: by another case of the same applicant and measure for the same year or the same project, whichever
 * the measure lets be claimed once, or by any case that names one of these invoices. Only cases that are open or paid and were filed earlier
 * count: what was refused or withdrawn may be claimed again, and of two open cases the later one gives way. Follow-on cases belong to this one's award.
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
  reads: (process) => (process.measure.claim.once === 'project' ? ['projectName'] : []),
  ask: (process, state) => ({
    lookUp: 'otherCases',
    case: state.case,
    applicant: state.applicant.creditCode,
    measure: process.measure.number,
    year: claimYear(state),
    invoiceNumbers: jsonAs.list(confirmed(state, 'invoiceNumbers')),
  }),
  usual: () => ({ cases: [] }),
  judge: (process, state, answer) => {
    const invoices = new Set(jsonAs.list(confirmed(state, 'invoiceNumbers')));
    const project = projectKey(jsonAs.text(confirmed(state, 'projectName')));
    const sameClaim = (other: JsonObject): boolean =>
      other.applicant === state.applicant.creditCode &&
      other.measure === process.measure.number &&
      (process.measure.claim.once === 'year' ? other.year === claimYear(state) : projectKey(jsonAs.text(other.project)) === project);
    const conflicts = jsonAs
      .list(answer.cases)
      .map((other) => jsonAs.object(other))
      .filter((other) => other.case !== state.case && (other.standing === 'open' || other.standing === 'paid') && other.filed !== 'later')
      .filter((other) => sameClaim(other) || jsonAs.list(other.invoiceNumbers).some((number) => invoices.has(number)))
      .map((other) => jsonAs.text(other.case));
    return { clear: conflicts.length === 0, conflicts };
  },
});
