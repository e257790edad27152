import { aspect } from './aspects.ts';
import { commonPath } from './commonPath.ts';
import { ownDocument } from './coreDocuments.ts';
import { exclusion } from './exclusion.ts';
import { field } from './field.ts';
import { figure } from './figure.ts';
import { otherPublicMoney } from './otherPublicMoney.ts';
import { yuan } from './yuan.ts';

/** M12 营造直播电商发展氛围. */
export const m12 = commonPath({
  number: 'M12',
  name: { zh: '营造直播电商发展氛围', en: 'Events and atmosphere' },
  ...aspect(3),
  summary: {
    zh: '支持举办直播电商论坛、赛事等活动，活动须事先备案，按审定费用的一定比例扶持。',
    en: 'A share of the audited cost of forums, contests and other events, which must be filed beforehand.',
  },
  declaration: {
    eventName: field.text('活动名称', 'Event'),
    eventDate: field.date('活动日期', 'Date of the event'),
    filedOn: field.date('备案日期', 'Filed on', { zh: '须在活动前至少 10 个工作日备案；未备案则留空', en: 'At least 10 working days before the event; empty if not filed' }),
    filingNumber: field.text('备案回执编号', 'Number of the filing receipt'),
    attendance: field.persons('参加人数', 'Attendance'),
    auditedCost: field.money('活动费用（以专项审计为准）', 'Cost of the event (as audited)'),
    otherPublicMoney,
  },
  optional: ['filedOn', 'filingNumber'],
  claimsCosts: true,
  confirms: ['auditedCost', 'otherPublicMoney'],
  reviewerStates: {
    filedWorkingDaysBefore: field.count('活动前几个工作日备案（未备案填 0）', 'Filed so many working days before the event (0 if not filed)'),
  },
  siteFields: { attendanceSeen: field.persons('现场见证人数', 'Attendance seen') },
  opinions: ['culture'],
  onSite: 'witnessed',
  expertReview: 'optional',
  specialAudit: 'required',
  documents: [
    ownDocument('eventPlan', '活动方案', 'Plan of the event'),
    ownDocument('filingReceipt', '备案回执', 'Filing receipt', false),
    ownDocument('budget', '活动预算', 'Budget'),
    ownDocument('contracts', '合同', 'Contracts'),
    ownDocument('invoices', '发票', 'Invoices'),
    ownDocument('eventMedia', '活动影像资料', 'Video and photos'),
    ownDocument('press', '媒体报道', 'Press', false),
  ],
  exclusions: [
    exclusion('m12NotFiled', { filedWorkingDaysBefore: '< 10' }, '活动前未按时备案（至少 10 个工作日）。', 'Not filed at least 10 working days before the event.', 'assumed', []),
  ],
  claim: { once: 'project', origin: 'comparable', sources: ['C7'] },
  support: {
    type: 'percentage',
    base: 'auditedCost',
    rateBp: 5_000,
    capFen: yuan(500_000),
    capPeriod: 'case',
    yearCapFen: yuan(1_000_000),
    realCost: 'auditedCost',
    otherPublicMoney: 'otherPublicMoney',
    roundingFen: yuan(100),
    instalmentsBp: [10_000],
    origin: 'assumed',
    sources: ['C7'],
  },
  figures: [
    figure('rate', '扶持比例', 'Rate', '50 %', '50 %', 'assumed', ['C7']),
    figure('cap', '单场上限', 'Cap for one event', '500,000 元', '500,000 yuan', 'assumed', ['C7']),
    figure('yearCap', '年度上限', 'Cap for the year', '1,000,000 元', '1,000,000 yuan', 'assumed', []),
    figure('filing', '事先备案', 'Filed beforehand', '活动前至少 10 个工作日', 'at least 10 working days before', 'assumed', []),
  ],
});
