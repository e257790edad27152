import type { RunCaseInput } from '../../workflows/messages.ts';
import type { NewCase } from './cases.ts';
import { claimYearOf, invoicesOf, searchTextOf } from './projection.ts';

/** The row of a case that was put on its way and has not begun: all that the lists can know is what it will begin with. */
export function scheduledRow({ case: id, process, version, hash, applicant, instalment, parent, scheduledBy, data, clock }: RunCaseInput): NewCase {
  return {
    case: id,
    measure: process.measure.number,
    process: process.id,
    version,
    hash,
    name: process.name,
    creditCode: applicant.creditCode,
    applicantName: applicant.name,
    instalment,
    parent: parent ?? null,
    steps: [],
    status: 'scheduled',
    startedAt: clock.start,
    updatedAt: clock.start,
    incidents: 0,
    seq: 0,
    fence: 0,
    scheduledFor: clock.start,
    scheduledBy: scheduledBy ?? null,
    clock,
    search: searchTextOf(id, applicant.name, applicant.creditCode, data),
    claimYear: claimYearOf(data, clock.start),
    invoiceNumbers: invoicesOf(data),
  };
}
