import { aspect } from './aspects.ts';
import { commonPath } from './commonPath.ts';
import { ownDocument } from './coreDocuments.ts';
import { exclusion } from './exclusion.ts';
import { field } from './field.ts';
import { figure } from './figure.ts';
import { otherPublicMoney } from './otherPublicMoney.ts';
import { yuan } from './yuan.ts';

/** M13 给予企业流量扶持. */
export const m13 = commonPath({
  number: 'M13',
  name: { zh: '给予企业流量扶持', en: 'Traffic support' },
  ...aspect(3),
  summary: {
    zh: '企业在知名直播平台购买流量的，按实际支出的一定比例给予扶持。',
    en: 'A share of what a firm spent on traffic at well-known livestream platforms.',
  },
  declaration: {
    platform: field.text('直播平台', 'Livestream platform'),
    wellKnown: field.yesNo('属于知名直播平台', 'A well-known livestream platform', { zh: '以主管部门公布的名录为准', en: 'By the list of the lead office' }),
    trafficSpend: field.money('购买流量实际支出', 'Spent on traffic'),
    otherPublicMoney,
  },
  claimsCosts: true,
  confirms: ['wellKnown', 'trafficSpend', 'otherPublicMoney'],
  opinions: [],
  onSite: 'sampled',
  expertReview: 'none',
  specialAudit: 'optional',
  documents: [
    ownDocument('rechargeOrders', '平台充值订单', 'Recharge orders of the platform'),
    ownDocument('invoices', '发票', 'Invoices'),
    ownDocument('bankSlips', '付款凭证', 'Bank slips'),
    ownDocument('effectReport', '投放效果报告', 'Report on the effect'),
  ],
  exclusions: [
    exclusion('m13Platform', { wellKnown: 'false' }, '购买流量的平台不属于知名直播平台。', 'The platform is not a well-known one.', 'assumed', ['S1']),
  ],
  claim: { once: 'year', origin: 'assumed', sources: [] },
  support: {
    type: 'percentage',
    base: 'trafficSpend',
    rateBp: 1_000,
    capFen: yuan(300_000),
    capPeriod: 'year',
    realCost: 'trafficSpend',
    otherPublicMoney: 'otherPublicMoney',
    roundingFen: yuan(100),
    instalmentsBp: [10_000],
    origin: 'assumed',
    sources: [],
  },
  figures: [
    figure('rate', '扶持比例', 'Rate', '10 %', '10 %', 'assumed', []),
    figure('cap', '年度上限', 'Cap for the year', '300,000 元', '300,000 yuan', 'assumed', []),
  ],
});
