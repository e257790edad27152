import { aspect } from './aspects.ts';
import { commonPath } from './commonPath.ts';
import { ownDocument } from './coreDocuments.ts';
import { exclusion } from './exclusion.ts';
import { field } from './field.ts';
import { figure } from './figure.ts';
import { yuan } from './yuan.ts';

/** M07 支持区内企业自有品牌自播. */
export const m07 = commonPath({
  number: 'M07',
  name: { zh: '支持区内企业自有品牌自播', en: 'Own-brand self-streaming' },
  ...aspect(2),
  summary: {
    zh: '区内企业自有品牌自播应税销售额超过门槛的，按销售额的一定比例奖励。',
    en: "A share of a district firm's taxable live sales of its own brand, once they are above the threshold.",
  },
  declaration: {
    trademark: field.text('自有品牌及商标注册号', 'Own brand and trademark number'),
    shop: field.text('店铺名称及平台', 'Shop and platform'),
    brandSales: field.money('自有品牌自播应税销售额', 'Taxable live sales of the own brand'),
  },
  claimsCosts: false,
  confirms: ['brandSales'],
  opinions: ['statistics'],
  onSite: 'sampled',
  expertReview: 'none',
  specialAudit: 'aboveThreshold',
  auditWhen: `review.brandSales * 15 / 1000 > ${yuan(500_000)}`,
  documents: [
    ownDocument('trademarkCertificate', '商标注册证', 'Trademark certificate'),
    ownDocument('shopOwnership', '店铺归属证明', 'Proof that the shop is its own'),
    ownDocument('platformExport', '平台结算数据导出', 'Settlement export of the platform'),
    ownDocument('taxReturns', '纳税申报表', 'Tax returns'),
    ownDocument('e2041', 'E204-1 统计报表', 'Statistics table E204-1'),
  ],
  exclusions: [
    exclusion('m07Threshold', { brandSales: `<= ${yuan(5_000_000)}` }, '自播应税销售额未超过 500 万元。', 'Taxable live sales not above 5,000,000 yuan.', 'comparable', ['C7']),
  ],
  claim: { once: 'year', origin: 'comparable', sources: ['C7'] },
  support: {
    type: 'percentageAboveThreshold',
    base: 'brandSales',
    rateBp: 150,
    thresholdFen: yuan(5_000_000),
    capFen: yuan(1_000_000),
    capPeriod: 'year',
    roundingFen: yuan(100),
    instalmentsBp: [10_000],
    origin: 'assumed',
    sources: ['C7'],
  },
  figures: [
    figure('threshold', '销售额门槛', 'Threshold', '超过 5,000,000 元', 'more than 5,000,000 yuan', 'assumed', ['C7']),
    figure('rate', '奖励比例', 'Rate', '全部销售额的 1.5 %', '1.5 % of all such sales', 'assumed', ['C7']),
    figure('cap', '年度上限', 'Cap for the year', '1,000,000 元', '1,000,000 yuan', 'assumed', ['C7']),
    figure('audit', '专项审计', 'Special audit', '预计金额超过 500,000 元', 'where more than 500,000 yuan is expected', 'assumed', []),
  ],
});
