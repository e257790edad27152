import { jsonAs } from '../../model/checks/facts/jsonAs.ts';
import type { JsonObject } from '../../model/text.ts';
import type { LookUp } from '../../activities/outside.ts';
import type { CaseRecord } from '../store/cases.ts';
import { invoicesOf } from '../store/projection.ts';
import type { Store } from '../store/createStore.ts';

/** Outcomes of a case from which money has gone or will go. */
const paidOutcomes = ['disbursed'];

const standingOf = (row: CaseRecord): 'open' | 'paid' | 'ended' => (row.status !== 'closed' ? 'open' : paidOutcomes.includes(row.outcome ?? '') ? 'paid' : 'ended');

/** By the real instants at which they were filed: cases of a sandbox may have clocks of their own. */
function filedAfter(one: CaseRecord, other: CaseRecord): boolean {
  const apart = one.clock.realStart - other.clock.realStart;
  return apart === 0 ? one.case > other.case : apart > 0;
}

/** What checks can read from the store. */
export function lookUps({ cases, documents }: Store): { [name in LookUp]: (request: JsonObject) => Promise<JsonObject> } {
  const others = async (request: JsonObject): Promise<CaseRecord[]> =>
    cases.others({
      self: jsonAs.text(request.case),
      creditCode: jsonAs.text(request.applicant),
      measure: jsonAs.text(request.measure),
      invoiceNumbers: jsonAs.list(request.invoiceNumbers).filter((number): number is string => typeof number === 'string'),
    });
  const awardOf = async (id: string): Promise<CaseRecord | undefined> => {
    const row = await cases.find(id);
    return row?.parent ? cases.find(row.parent) : row;
  };
  return {
    async documents(request) {
      const uploaded = await documents.ofCase(jsonAs.text(request.case));
      return { documents: [...new Set(uploaded.map((document) => document.kind))] };
    },
    async otherCases(request) {
      const [rows, self] = await Promise.all([others(request), awardOf(jsonAs.text(request.case))]);
      return {
        cases: rows.map((row) => {
          const data = row.state?.data ?? {};
          return {
            case: row.case,
            applicant: row.creditCode,
            measure: row.measure,
            year: row.claimYear,
            project: jsonAs.text(jsonAs.object(data.declaration).projectName),
            standing: standingOf(row),
            filed: self && filedAfter(row, self) ? 'later' : 'earlier',
            invoiceNumbers: invoicesOf(data),
          };
        }),
      };
    },
    async paidThisYear(request) {
      const rows = await others({ ...request, invoiceNumbers: [] });
      const year = jsonAs.whole(request.year);
      // What is computed and not decided yet counts too: two open cases must not both be given what only one of them can get.
      const granted = rows.filter((row) => row.parent === null && row.claimYear === year && standingOf(row) !== 'ended');
      return { paidFen: granted.reduce((sum, row) => sum + (row.amountFen ?? 0), 0) };
    },
  };
}
