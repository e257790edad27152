import type { CaseState } from '../../../model/case.ts';
import type { Process } from '../../../model/process.ts';
import { yuan } from '../../../model/money.ts';

/** A process with one automatic step and M01's kind of award: 20 % up to 5,000,000 yuan, paid 60 to 40. */
export const aProcess: Process = {
  id: 'M01',
  name: { zh: '园区建设', en: 'Park construction' },
  stages: [],
  roles: [{ id: 'leadOffice', name: { zh: '区工信局窗口', en: 'Industry bureau desk' } }],
  steps: [{ id: 'nudge', kind: 'serviceTask', check: 'reminder', name: { zh: '催办', en: 'Nudge' }, stage: 'publicity', position: { x: 0, y: 0 } }],
  flows: [],
  forms: [],
  declarationForm: 'declaration',
  separation: [],
  firstDayCounts: true,
  measure: {
    number: 'M01',
    aspect: 1,
    aspectName: { zh: '集聚', en: 'Cluster' },
    summary: { zh: '园区', en: 'Parks' },
    opinions: [],
    onSite: 'required',
    expertReview: 'none',
    specialAudit: 'required',
    documents: [
      { id: 'licence', name: { zh: '营业执照', en: 'Business licence' }, required: true, origin: 'own' },
      { id: 'audit', name: { zh: '专项审计报告', en: 'Special audit report' }, required: true, origin: 'assumed' },
      { id: 'photos', name: { zh: '照片', en: 'Photos' }, required: false, origin: 'assumed' },
    ],
    claim: { once: 'year', origin: 'assumed', sources: [] },
    support: {
      type: 'percentage',
      base: 'auditedFen',
      rateBp: 2_000,
      capFen: yuan(5_000_000),
      capPeriod: 'case',
      yearCapFen: yuan(6_000_000),
      roundingFen: yuan(100),
      instalmentsBp: [6_000, 4_000],
      origin: 'assumed',
      sources: ['C20'],
    },
    figures: [],
    enabled: true,
  },
};

/** A case of {@link aProcess} in which nobody reviewed or decided yet. */
export function aCase(differs: Partial<CaseState> = {}): CaseState {
  return {
    case: 'M01-2026-0001',
    seq: 5,
    at: '2026-03-09T09:00:00.000+08:00',
    startedAt: '2026-03-02T09:00:00.000+08:00',
    applicant: { creditCode: '91440300FAKE00013H', name: '龙岗虚构星湖直播园区运营有限公司' },
    instalment: 1,
    data: {
      declaration: {
        creditCode: '91440300FAKE00013H',
        applicantName: '龙岗虚构星湖直播园区运营有限公司',
        contactName: '李虚构',
        contactPhone: '0755-00001234',
        bankAccount: '9990000000000101',
        bankAccountName: '龙岗虚构星湖直播园区运营有限公司',
        clearingNumber: '999584000018',
        projectName: '星湖园区一期（联系人李虚构13800001234）',
        year: 2025,
        auditedFen: yuan(20_000_000),
        invoiceNumbers: ['INV-1', 'INV-2'],
      },
    },
    tokens: [],
    visits: {},
    tasks: [],
    timers: [],
    openEffects: [],
    unbooked: [],
    suspensions: [],
    waiting: [],
    incidents: [],
    deeds: [],
    calendar: [],
    posted: false,
    awarded: false,
    ...differs,
  };
}

/** The case after review, computation and decision. */
export function aDecidedCase(approvedFen: number, differs: Partial<CaseState> = {}): CaseState {
  const supportRule = { amountFen: yuan(3_600_000), instalments: [yuan(2_160_000), yuan(1_440_000)], capped: false, zero: false };
  const { data } = aCase();
  return aCase({ data: { ...data, review: { auditedFen: yuan(18_000_000) }, supportRule, decision: { outcome: 'approve', approvedAmountFen: approvedFen } }, ...differs });
}
