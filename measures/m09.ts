import { aspect } from './aspects.ts';
import { commonPath } from './commonPath.ts';
import { ownDocument } from './coreDocuments.ts';
import { exclusion } from './exclusion.ts';
import { field } from './field.ts';
import { figure } from './figure.ts';
import { yuan } from './yuan.ts';

/** M09 推动建设选品示范中心. */
export const m09 = commonPath({
  number: 'M09',
  name: { zh: '推动建设选品示范中心', en: 'Product-selection demonstration centre' },
  ...aspect(2),
  summary: {
    zh: '通过竞争性评审择优支持选品示范中心，定额奖励，分两期拨付。',
    en: 'A lump sum for the best product-selection centres of a contest, paid in two instalments.',
  },
  declaration: {
    area: field.squareMetres('选品中心面积', 'Area of the centre'),
    suppliers: field.count('供应商数量', 'Suppliers'),
    products: field.count('在架单品数量', 'Products on show'),
    plan: field.longText('运营计划', 'Operating plan'),
  },
  claimsCosts: false,
  confirms: ['area', 'suppliers', 'products'],
  siteFields: { productsCounted: field.count('现场清点单品', 'Products counted') },
  opinions: ['statistics'],
  onSite: 'required',
  expertReview: 'ranked',
  specialAudit: 'required',
  documents: [
    ownDocument('operatingPlan', '运营方案', 'Operating plan'),
    ownDocument('supplierList', '供应商及单品清单', 'List of suppliers and products'),
    ownDocument('spaceProof', '场地证明', 'Proof of the space'),
    ownDocument('yearResults', '一年运营成果', 'Results of one year', false),
  ],
  inputs: { rank: { label: { zh: '评审名次', en: "Rank by the experts" }, expression: 'max(expertReview.answers.rank)' } },
  exclusions: [
    exclusion('m09Rank', { rank: '> 2' }, '未进入前两名。', 'Not among the first two.', 'assumed', []),
  ],
  claim: { once: 'year', origin: 'assumed', sources: [] },
  support: {
    type: 'lumpSum',
    base: 'area',
    lumpSumFen: yuan(1_000_000),
    capFen: yuan(1_000_000),
    capPeriod: 'case',
    roundingFen: yuan(100),
    instalmentsBp: [5_000, 5_000],
    origin: 'assumed',
    sources: [],
  },
  figures: [
    figure('amount', '奖励金额', 'Award', '1,000,000 元', '1,000,000 yuan', 'assumed', []),
    figure('winners', '每年名额', 'Winners a year', '不超过 2 个', 'at most two', 'assumed', ['S1']),
    figure('instalments', '分期', 'Instalments', '当期一半，一年后一半', 'half now, half after one year', 'assumed', []),
  ],
});
