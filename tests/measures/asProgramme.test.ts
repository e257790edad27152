import { describe, expect, it, test } from 'vitest';
import { measures, processOf } from '../../measures/index.ts';

/** PROGRAMME a.3 and a.4, line by line: opinions, on-site check, special audit, expert review, instalments in basis points, documents beside the core set. */
const programme: { [measure: string]: [opinions: string, onSite: string, audit: string, experts: string, instalmentsBp: number[], documents: string] } = {
  M01: ['statistics culture', 'required', 'required', 'scored', [6_000, 4_000], 'titleOrLease floorPlan fitOutContracts invoices bankSlips specialAuditReport studioPhotos fireAcceptance tenantList'],
  M02: ['statistics', 'required', 'required', 'optional', [10_000], 'titleOrLease floorPlan fitOutContracts invoices bankSlips specialAuditReport studioPhotos fireAcceptance tenantList'],
  M03: ['statistics', 'required', 'none', 'none', [10_000], 'tenantList leases statisticsConfirmation eventLog'],
  M04: ['statistics', 'required', 'none', 'none', [10_000], 'lease rentInvoices rentSlips occupancyPhotos'],
  M05: ['', 'replaced', 'none', 'none', [10_000], 'higherAwardDocument moneyReceivedSlip costProof'],
  M06: ['humanResources statistics culture', 'sampled', 'optional', 'none', [10_000], 'hostContracts socialInsuranceList platformExport liveIncomeTax'],
  M07: ['statistics', 'sampled', 'aboveThreshold', 'none', [10_000], 'trademarkCertificate shopOwnership platformExport taxReturns e2041'],
  M08: ['statistics', 'sampled', 'optional', 'none', [10_000], 'serviceContracts invoices relatedPartyStatement'],
  M09: ['statistics', 'required', 'required', 'ranked', [5_000, 5_000], 'operatingPlan supplierList spaceProof yearResults'],
  M10: ['statistics', 'replaced', 'none', 'none', [10_000], 'statisticsTwoYears'],
  M11: ['statistics', 'sampled', 'aboveThreshold', 'none', [10_000], 'exportDeclarations foreignExchangeReceipts'],
  M12: ['culture', 'witnessed', 'required', 'optional', [10_000], 'eventPlan filingReceipt budget contracts invoices eventMedia press'],
  M13: ['', 'sampled', 'optional', 'none', [10_000], 'rechargeOrders invoices bankSlips effectReport'],
  M14: ['humanResources', 'witnessed', 'none', 'none', [10_000], 'coursePlan roster signIn certificates feeProof'],
};
const core = 'businessLicence taxCertificates statisticsReports creditReport auditedAccounts nameChangePapers bankAccountProof';

test.each(Object.entries(programme))('%s goes the way that the programme sets out', (id, [opinions, onSite, specialAudit, expertReview, instalmentsBp, documents]) => {
  const measure = processOf(id)?.measure;
  expect(measure).toMatchObject({ onSite, specialAudit, expertReview, support: { instalmentsBp } });
  expect(measure?.opinions.join(' ')).toBe(opinions);
  expect(measure?.documents.map((document) => document.id).join(' ')).toBe(`${core} ${documents}`);
});

describe.each(measures.map((process) => [process.id, process] as const))('separation of duties in %s', (_id, process) => {
  const duties: { [step: string]: string } = {
    formCheck: 'intake', registerPapers: 'intake', lapseDecision: 'intake', identityOverride: 'intake',
    review: 'review', siteCheck: 'siteCheck', decision: 'decision', jointDecision: 'decision', issueAward: 'payment', releasePayment: 'payment',
  };
  const five = ['intake', 'review', 'siteCheck', 'decision', 'payment'];

  it('keeps intake, review, site check, decision and payment apart, each from each', () => {
    for (const [place, one] of five.entries()) {
      for (const other of five.slice(place + 1)) expect(process.separation.some((group) => group.includes(one) && group.includes(other)), `${one} and ${other}`).toBe(true);
    }
  });

  it.each(Object.entries(duties))('%s is the duty %s', (step, duty) => {
    expect(process.steps.find(({ id }) => id === step)).toMatchObject({ duty });
  });
});
