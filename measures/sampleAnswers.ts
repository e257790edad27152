import type { JsonObject } from '../model/text.ts';
import type { SampleApplicant } from './sampleApplicant.ts';

/** How a person finishes a task. */
export interface SampleAnswer {
  outcome: string;
  data: JsonObject;
  reason?: string;
}

/** How everybody answers on the straight way to payment, by step id; tasks that this case does not meet are there too. */
export function sampleAnswers(applicant: SampleApplicant): { [step: string]: SampleAnswer } {
  const agree: SampleAnswer = { outcome: 'agree', data: { statement: '无异议。' } };
  return {
    formCheck: { outcome: 'accept', data: {} },
    correction: { outcome: 'submit', data: applicant.declaration },
    registerPapers: { outcome: 'registered', data: { receivedOn: '2026-03-04', dueOn: '2026-03-06', complete: true } },
    opinionStatistics: agree,
    opinionHumanResources: agree,
    opinionCulture: agree,
    review: { outcome: 'pass', data: applicant.review },
    specialAudit: { outcome: 'confirmed', data: { auditedAmountFen: auditedFen(applicant), reportNumber: 'FAKE-SJ-2026-001' } },
    expertReview: { outcome: 'recommend', data: { score: 88, comment: '方案可行，建议支持。', ...applicant.experts } },
    siteCheck: { outcome: 'confirm', data: { visitedOn: '2026-03-16', matches: true, findings: '现场与申报一致。', ...applicant.site } },
    decision: { outcome: 'approve', data: { approvedAmountFen: Math.max(applicant.awardFen, 1) } },
    jointDecision: { outcome: 'approve', data: {} },
    issueAward: { outcome: 'issue', data: {} },
    releasePayment: { outcome: 'release', data: {} },
  };
}

/** The audited cost where the measure has one, else the first amount that the reviewer confirms. */
function auditedFen({ review }: SampleApplicant): number {
  const amounts = ['auditedCost', 'brandSales', 'trafficSpend', 'serviceFees', 'hostsGmv'].map((name) => review[name]);
  return amounts.find((amount) => typeof amount === 'number') ?? 0;
}
