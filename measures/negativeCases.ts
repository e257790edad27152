import type { Text } from '../model/text.ts';
import { applicantOf } from './applicants.ts';
import type { SampleAnswer } from './sampleAnswers.ts';
import { sampleApplicant, type SampleApplicant, type SampleClaim } from './sampleApplicant.ts';
import { yuan } from './yuan.ts';

/** A fictional case that does not go straight to payment, and how it comes out. */
export interface NegativeCase {
  id: string;
  measure: string;
  title: Text;
  applicant: SampleApplicant;
  /** What people answer otherwise than in `sampleAnswers`: by step, one answer for each visit; the last one repeats. */
  answers: { [step: string]: SampleAnswer[] };
  /** Why the door let a code pass whose check digits fail: a clerk filed it. */
  creditCodeOverride?: string;
  /** A claim that is already open when this one is made. */
  earlier?: SampleApplicant;
  /** What the applicant objects on the last day of the notice. */
  objection?: string;
  expected: {
    outcome: 'refused' | 'lapsed' | 'disbursed';
    /** The step at which the case ends. */
    endsAt: string;
    /** What is paid in all (fen). */
    amountFen: number;
    /** The row of the eligibility table that decides. */
    rule?: string;
    why: Text;
  };
}

/** A claim like the measure's own sample, but for what is said here. */
function like(measure: string, changes: Pick<SampleClaim, 'number' | 'name' | 'creditCode'> & Partial<SampleClaim>): SampleApplicant {
  const model = applicantOf(measure);
  if (!model) throw new Error(`There is no sample applicant of ${measure}.`);
  return sampleApplicant({
    measure,
    project: String(model.declaration['projectName']),
    site: model.site,
    experts: model.experts,
    offices: model.offices,
    awardFen: 0,
    ...changes,
    claim: { ...model.declaration, ...changes.claim },
  });
}

const answer = (outcome: string, reason: string): SampleAnswer => ({ outcome, data: {}, reason });

const invoiceTwice = 'FAKE-INV-2026-0088';
const builder = { name: '深圳虚构双申直播产业有限公司', creditCode: '91440300FAKE00363P' };

/** The cases of the programme that fail, lapse or take the long way. */
export const negativeCases: NegativeCase[] = [
  {
    id: 'wrongCheckDigit', measure: 'M01', title: { zh: '信用代码校验位错误', en: 'Wrong check digit' },
    applicant: like('M01', { number: '30', name: '龙岗虚构错码直播园区有限公司', creditCode: '91440300FAKE00013A' }),
    creditCodeOverride: '申报单位称营业执照所载即为此代码。',
    answers: { identityOverride: [answer('refuse', '信用代码校验位不符，且未提供营业执照原件。')] },
    expected: {
      outcome: 'refused', endsAt: 'endRefusedIdentity', amountFen: 0,
      why: { zh: '校验位应为 H，停在人工核对后不予受理。', en: 'The check character should be H; the case stops for a person, who refuses.' },
    },
  },
  {
    id: 'soleTrader', measure: 'M13', title: { zh: '个体工商户公示时姓名脱敏', en: 'Sole trader, masked in the notice' },
    applicant: like('M13', {
      number: '23', name: '王虚构直播工作室', creditCode: '92440307FAKE00232X', project: '虚构工作室流量投放',
      claim: { trafficSpend: yuan(260_000) }, awardFen: yuan(26_000),
    }),
    answers: {},
    expected: {
      outcome: 'disbursed', endsAt: 'endDisbursed', amountFen: yuan(26_000),
      why: { zh: '个体工商户为自然人，公示只显示“王*”。', en: 'A sole trader is a natural person; the notice shows only the surname and *.' },
    },
  },
  {
    id: 'areaTooSmall', measure: 'M02', title: { zh: '垂直型基地只有 990 平方米', en: 'A vertical base of 990 m²' },
    applicant: like('M02', { number: '31', name: '深圳虚构小直播基地有限公司', creditCode: '91440300FAKE00312F', claim: { area: 990 } }),
    answers: {},
    expected: {
      outcome: 'refused', endsAt: 'endRefused', amountFen: 0, rule: 'm02VerticalArea',
      why: { zh: '垂直型基地面积不足 1,000 平方米。', en: 'A vertical base needs at least 1,000 m².' },
    },
  },
  {
    id: 'exactlyAtThreshold', measure: 'M07', title: { zh: '自播销售额正好 500 万元', en: 'Sales of exactly 5,000,000 yuan' },
    applicant: like('M07', { number: '32', name: '深圳虚构刚好服饰有限公司', creditCode: '91440300FAKE00320A', claim: { brandSales: yuan(5_000_000) } }),
    answers: {},
    expected: {
      outcome: 'refused', endsAt: 'endRefused', amountFen: 0, rule: 'm07Threshold',
      why: { zh: '销售额须超过 500 万元。', en: 'Sales must be above 5,000,000 yuan.' },
    },
  },
  {
    id: 'serviceEntryUsed', measure: 'M10', title: { zh: '已享受服务业纳统奖励', en: 'Service-entry scheme already used' },
    applicant: like('M10', {
      number: '33', name: '深圳虚构重复纳统商贸有限公司', creditCode: '91440300FAKE003397',
      offices: { aboveLimitStatistics: { listed: true, firstListedYear: 2026, reportsOnTime: true, usedServiceEntryScheme: true } },
      awardFen: yuan(100_000),
    }),
    answers: {},
    expected: {
      outcome: 'refused', endsAt: 'endRefused', amountFen: 0, rule: 'm10OtherEntryScheme',
      why: { zh: '纳统奖励不得跨方案重复享受。', en: 'An entry is never rewarded under two schemes.' },
    },
  },
  {
    id: 'tooFewTrainees', measure: 'M14', title: { zh: '培训合格 499 人', en: '499 qualified trainees' },
    applicant: like('M14', { number: '34', name: '龙岗区虚构差一人培训中心', creditCode: '52440307FAKE003478', claim: { qualified: 499 } }),
    answers: {},
    expected: {
      outcome: 'refused', endsAt: 'endRefused', amountFen: 0, rule: 'm14Trainees',
      why: { zh: '年度培训须不少于 500 人。', en: 'At least 500 people must be trained in the year.' },
    },
  },
  {
    id: 'eventNotFiled', measure: 'M12', title: { zh: '活动未事先备案', en: 'Event not filed beforehand' },
    applicant: withoutFiling(),
    answers: {},
    expected: {
      outcome: 'refused', endsAt: 'endRefused', amountFen: 0, rule: 'm12NotFiled',
      why: { zh: '活动须在举行前至少 10 个工作日备案。', en: 'An event must be filed at least 10 working days before.' },
    },
  },
  {
    id: 'sameInvoice', measure: 'M02', title: { zh: '同一发票在 M01 和 M02 重复申报', en: 'One invoice claimed under M01 and M02' },
    applicant: like('M02', { number: '36', ...builder, invoiceNumbers: [invoiceTwice], awardFen: yuan(2_000_000) }),
    earlier: like('M01', { number: '36', ...builder, invoiceNumbers: [invoiceTwice], awardFen: yuan(3_600_000), instalmentsFen: [yuan(2_160_000), yuan(1_440_000)] }),
    answers: {},
    expected: {
      outcome: 'refused', endsAt: 'endRefused', amountFen: 0, rule: 'doubleFunding',
      why: { zh: '同一发票已在 M01 案件中申报。', en: 'The invoice is claimed in an M01 case.' },
    },
  },
  {
    id: 'objectionOnLastDay', measure: 'M03', title: { zh: '公示最后一天异议成立', en: 'Objection upheld on the last day of the notice' },
    applicant: like('M03', { number: '37', name: '深圳虚构异议直播基地有限公司', creditCode: '91440300FAKE00371J', awardFen: yuan(180_000) }),
    answers: {
      review: [
        { outcome: 'pass', data: { newTenants: 8, opinion: '核定 8 家。' } },
        { outcome: 'pass', data: { newTenants: 9, opinion: '异议成立，复核为 9 家。' } },
      ],
      decision: [
        { outcome: 'approve', data: { approvedAmountFen: yuan(160_000) } },
        { outcome: 'approve', data: { approvedAmountFen: yuan(180_000) } },
      ],
      answerObjection: [{ outcome: 'upheld', data: { answer: '经核实，第 9 家企业已纳统，异议成立。' } }],
    },
    objection: '公示金额少计一家新增限上企业。',
    expected: {
      outcome: 'disbursed', endsAt: 'endDisbursed', amountFen: yuan(180_000),
      why: { zh: '异议成立，退回初审并重新公示，按 9 家拨付。', en: 'The case goes back to review and is published again; nine tenants are paid for.' },
    },
  },
  {
    id: 'papersLate', measure: 'M08', title: { zh: '纸质材料第 4 个工作日送达', en: 'Papers filed on working day 4' },
    applicant: like('M08', { number: '38', name: '深圳虚构迟交服务有限公司', creditCode: '91440300FAKE0038XA', awardFen: yuan(324_000) }),
    answers: { registerPapers: [{ outcome: 'registered', data: { receivedOn: '2026-03-09', dueOn: '2026-03-06', complete: true } }] },
    expected: {
      outcome: 'lapsed', endsAt: 'endPapersLate', amountFen: 0,
      why: { zh: '纸质材料须在 3 个工作日内送达，逾期视为放弃。', en: 'Papers must arrive within three working days; late is given up.' },
    },
  },
  {
    id: 'correctionsUsedUp', measure: 'M13', title: { zh: '两次补正机会用完', en: 'Two corrections used up' },
    applicant: like('M13', { number: '39', name: '深圳虚构总缺件家居有限公司', creditCode: '91440300FAKE00398A', awardFen: yuan(195_000) }),
    answers: { formCheck: [answer('return', '缺少完整信用报告。')] },
    expected: {
      outcome: 'refused', endsAt: 'endRefusedAtIntake', amountFen: 0,
      why: { zh: '第三次形式审查仍不合格，不予受理。', en: 'The form check fails for the third time.' },
    },
  },
];

function withoutFiling(): SampleApplicant {
  const filed = like('M12', {
    number: '35', name: '龙岗区虚构临时活动协会', creditCode: '51440307FAKE003556',
    reviewer: { filedWorkingDaysBefore: 0 }, awardFen: yuan(500_000),
  });
  const { filedOn: _filedOn, filingNumber: _filingNumber, ...declaration } = filed.declaration;
  return { ...filed, declaration };
}
