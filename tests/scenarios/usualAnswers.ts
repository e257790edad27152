import type { SampleApplicant } from '../../measures/sampleApplicant.ts';
import type { Process } from '../../model/process.ts';
import type { Answers } from '../drivers/driver.ts';

/** What the world says when a scenario says nothing else: everything is in order. */
export const usualAnswers: Answers = {
  businessRegister: { succeeds: { found: true, name: '龙岗虚构星湖直播园区运营有限公司', district: 'longgang', registeredOn: '2021-06-01', status: '存续' } },
  creditDefault: { succeeds: { barred: false, reason: '' } },
  documentsComplete: { succeeds: { documents: [] } },
  noDoubleFunding: { succeeds: { cases: [] } },
  aboveLimitStatistics: { succeeds: { listed: true, firstListedYear: 2024, reportsOnTime: true, usedServiceEntryScheme: false } },
  higherAwards: { succeeds: { receivedFen: 0, awardDocument: '', recalled: false } },
  supportRule: { succeeds: { paidFen: 0 } },
  reminder: { succeeds: {} },
  budgetReserve: { succeeds: { posted: true } },
  budgetCommit: { succeeds: { posted: true } },
  budgetPay: { succeeds: { posted: true } },
  publishNotice: { succeeds: { noticeId: 'notice-1' } },
  closeNotice: { succeeds: { noticeId: 'notice-1' } },
  bankAccountName: { succeeds: { exists: true, matches: true } },
  paymentOrder: { succeeds: { state: 'paid', orderId: 'order-1', paidAt: '2026-04-01T10:00:00.000+08:00' } },
  paymentInquiry: { succeeds: { found: 'notPaid' } },
  followOn: { succeeds: { case: 'C-1-2', startsAt: '2027-04-01T10:00:00.000+08:00' } },
};

/** What the world says of one fictional applicant: registered under its name, with every document, and as its offices know it. */
export function answersFor(process: Process, applicant: SampleApplicant): Answers {
  const { offices } = applicant;
  return {
    businessRegister: { succeeds: { found: true, name: applicant.name, district: 'longgang', registeredOn: '2021-06-01', status: '存续' } },
    documentsComplete: { succeeds: { documents: process.measure.documents.map((document) => document.id) } },
    ...(offices.aboveLimitStatistics ? { aboveLimitStatistics: { succeeds: offices.aboveLimitStatistics } } : {}),
    ...(offices.higherAwards ? { higherAwards: { succeeds: offices.higherAwards } } : {}),
  };
}
