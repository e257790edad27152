import { aspect } from './aspects.ts';
import { commonPath } from './commonPath.ts';
import { ownDocument } from './coreDocuments.ts';
import { field } from './field.ts';
import { figure } from './figure.ts';
import { otherPublicMoney } from './otherPublicMoney.ts';
import { yuan } from './yuan.ts';

/** X15, the item of the published text that has no counterpart among the 14 names (S2); switched off. */
export const x15 = commonPath({
  number: 'X15',
  enabled: false,
  name: { zh: '直播电商新技术研发应用（可选）', en: 'New technology for livestream commerce (optional)' },
  ...aspect(3),
  summary: {
    zh: '对直播电商新技术研发和应用投入给予奖励；公布文本提及，但不在 14 项之列，默认停用。',
    en: 'A reward for spending on new technology; the published text mentions it outside the 14 measures, so it is switched off.',
  },
  declaration: {
    technology: field.longText('技术方向', 'Technology', { zh: '5G、云计算、物联网、大数据、区块链、人工智能、虚拟主播等', en: '5G, cloud, IoT, big data, blockchain, AI, virtual hosts …' }),
    rdSpend: field.money('研发应用投入', 'Spent on research and application'),
    otherPublicMoney,
  },
  claimsCosts: true,
  confirms: ['rdSpend', 'otherPublicMoney'],
  opinions: ['statistics'],
  onSite: 'sampled',
  expertReview: 'scored',
  specialAudit: 'required',
  documents: [ownDocument('rdReport', '研发应用报告', 'Report on the work'), ownDocument('invoices', '发票', 'Invoices')],
  exclusions: [],
  claim: { once: 'project', origin: 'assumed', sources: [] },
  support: {
    type: 'percentage',
    base: 'rdSpend',
    rateBp: 3_000,
    capFen: yuan(500_000),
    capPeriod: 'year',
    realCost: 'rdSpend',
    otherPublicMoney: 'otherPublicMoney',
    roundingFen: yuan(100),
    instalmentsBp: [10_000],
    origin: 'assumed',
    sources: ['S2'],
  },
  figures: [
    figure('rate', '奖励比例', 'Rate', '30 %', '30 %', 'assumed', []),
    figure('cap', '上限', 'Cap', '500,000 元', '500,000 yuan', 'own', ['S2']),
  ],
});
