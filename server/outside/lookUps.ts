import { jsonAs } from '../../model/checks/facts/jsonAs.ts';
import type { JsonObject } from '../../model/text.ts';
import type { LookUp } from '../../activities/outside.ts';
import type { CaseRecord } from '../store/cases.ts';
import { claimYearOf, invoicesOf } from '../store/projection.ts';
import type { Store } from '../store/createStore.ts';

/** Outcomes of a case from which money has gone or will go. */
const paidOutcomes = ['disbursed'];

const standingOf = (row: CaseRecord): 'open' | 'paid' | 'ended' => (row.status !== 'closed' ? 'open' : paidOutcomes.includes(row.outcome ?? '') ? 'paid' : 'ended');

/** What checks can read from the store. */
export function lookUps({ cases, documents }: Store): { [name in LookUp]: (request: JsonObject) => Promise<JsonObject> } {
  const others = async (request: JsonObject): Promise<CaseRecord[]> =>
    cases.others({
      self: jsonAs.text(request.case),
      creditCode: jsonAs.text(request.applicant),
      measure: jsonAs.text(request.measure),
      year: jsonAs.whole(request.year),
      invoiceNumbers: jsonAs.list(request.invoiceNumbers).filter((number): number is string => typeof number === 'string'),
    });
  return {
    async documents(request) {
      const uploaded = await documents.ofCase(jsonAs.text(request.case));
      return { documents: [...new Set(uploaded.map((document) => document.kind))] };
    },
    async otherCases(request) {
      const rows = await others(request);
      return {
        cases: rows.map((row) => {
          const data = row.state?.data ?? {};
          return {
            case: row.case,
            applicant: row.creditCode,
            measure: row.measure,
            year: row.state ? claimYearOf(data, row.startedAt) : row.claimYear,
            standing: standingOf(row),
            invoiceNumbers: invoicesOf(data),
          };
        }),
      };
    },
    async paidThisYear(request) {
      const rows = await others({ ...request, invoiceNumbers: [] });
      const granted = rows.filter((row) => row.parent === null && (standingOf(row) === 'paid' || row.state?.awarded === true));
      return { paidFen: granted.reduce((sum, row) => sum + (row.amountFen ?? 0), 0) };
    },
  };
}
