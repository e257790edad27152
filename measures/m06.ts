import { aspect } from './aspects.ts';
import { commonPath } from './commonPath.ts';
import { ownDocument } from './coreDocuments.ts';
import { exclusion } from './exclusion.ts';
import { field } from './field.ts';
import { figure } from './figure.ts';
import { yuan } from './yuan.ts';

/** M06 引导MCN机构集聚龙岗. */
export const m06 = commonPath({
  number: 'M06',
  name: { zh: '引导MCN机构集聚龙岗', en: 'Attract MCN agencies' },
  ...aspect(2),
  summary: {
    zh: '对集聚龙岗的 MCN 机构，按签约主播应税直播销售额分档奖励。',
    en: 'A reward in steps for MCN agencies in Longgang, by the taxable live sales of their signed hosts.',
  },
  declaration: {
    hosts: field.persons('签约主播人数', 'Signed hosts'),
    hostsInsured: field.persons('其中在本区参保人数', 'Of whom insured in the district'),
    hostsGmv: field.money('签约主播应税直播销售额', 'Taxable live sales of the signed hosts'),
    invoiceNumbers: field.list('直播销售发票或完税凭证号码', 'Numbers of the invoices or tax receipts of these sales', { type: 'string', minLength: 1, maxLength: 40 }, 1, {
      zh: '同一机构可按签约主播分项目申报，同一凭证只能申报一次',
      en: 'An agency may claim for its hosts in several projects; a receipt can be claimed only once',
    }),
  },
  claimsCosts: false,
  confirms: ['hosts', 'hostsInsured', 'hostsGmv'],
  opinions: ['humanResources', 'statistics', 'culture'],
  onSite: 'sampled',
  expertReview: 'none',
  specialAudit: 'optional',
  documents: [
    ownDocument('hostContracts', '主播签约合同', 'Contracts with the hosts'),
    ownDocument('socialInsuranceList', '社保清单', 'Social-insurance list'),
    ownDocument('platformExport', '平台销售数据导出', 'Sales export of the platform'),
    ownDocument('liveIncomeTax', '直播收入完税证明', 'Tax on live income'),
  ],
  exclusions: [
    exclusion('m06Sales', { hostsGmv: `< ${yuan(10_000_000)}` }, '签约主播应税直播销售额不足 1,000 万元。', 'Taxable live sales of the signed hosts below 10,000,000 yuan.', 'assumed', ['C7']),
  ],
  claim: { once: 'project', origin: 'comparable', sources: ['C7'] },
  support: {
    type: 'tiered',
    base: 'hostsGmv',
    tiers: [
      { from: yuan(10_000_000), amountFen: yuan(100_000) },
      { from: yuan(50_000_000), amountFen: yuan(500_000) },
      { from: yuan(100_000_000), amountFen: yuan(1_200_000) },
    ],
    capFen: yuan(3_000_000),
    capPeriod: 'year',
    roundingFen: yuan(100),
    instalmentsBp: [10_000],
    origin: 'assumed',
    sources: ['C7', 'C10', 'C18'],
  },
  figures: [
    figure('tier1', '销售额 ≥ 1,000 万元', 'Sales of 10,000,000 yuan or more', '100,000 元', '100,000 yuan', 'assumed', ['C7']),
    figure('tier2', '销售额 ≥ 5,000 万元', 'Sales of 50,000,000 yuan or more', '500,000 元', '500,000 yuan', 'assumed', ['C7']),
    figure('tier3', '销售额 ≥ 1 亿元', 'Sales of 100,000,000 yuan or more', '1,200,000 元', '1,200,000 yuan', 'assumed', ['C10']),
    figure('cap', '每机构年度上限', 'Cap for one agency and year', '3,000,000 元', '3,000,000 yuan', 'assumed', ['C18']),
  ],
});
