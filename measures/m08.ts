import { aspect } from './aspects.ts';
import { commonPath } from './commonPath.ts';
import { ownDocument } from './coreDocuments.ts';
import { exclusion } from './exclusion.ts';
import { field } from './field.ts';
import { figure } from './figure.ts';
import { otherPublicMoney } from './otherPublicMoney.ts';
import { yuan } from './yuan.ts';

/** M08 支持直播服务赋能实体企业. */
export const m08 = commonPath({
  number: 'M08',
  name: { zh: '支持直播服务赋能实体企业', en: 'Livestream services for real-economy firms' },
  ...aspect(2),
  summary: {
    zh: '为区内多家无关联实体企业提供直播服务的机构，按服务费收入的一定比例奖励。',
    en: 'A share of the fees of service providers that work for many unrelated firms of the district.',
  },
  declaration: {
    clients: field.count('服务的区内企业', 'District firms served'),
    unrelatedClients: field.count('其中无关联企业', 'Of which unrelated'),
    serviceFees: field.money('来自无关联区内企业的服务费', 'Service fees from unrelated district firms'),
    otherPublicMoney,
  },
  claimsCosts: true,
  confirms: ['unrelatedClients', 'serviceFees', 'otherPublicMoney'],
  opinions: ['statistics'],
  onSite: 'sampled',
  expertReview: 'none',
  specialAudit: 'optional',
  documents: [
    ownDocument('serviceContracts', '与区内企业的服务合同', 'Service contracts with district firms'),
    ownDocument('invoices', '服务费发票', 'Invoices'),
    ownDocument('relatedPartyStatement', '关联关系声明', 'Related-party statement'),
  ],
  exclusions: [
    exclusion('m08Clients', { unrelatedClients: '< 10' }, '无关联的区内企业不足 10 家。', 'Fewer than 10 unrelated district firms.', 'assumed', ['C9', 'C15']),
  ],
  claim: { once: 'year', origin: 'comparable', sources: ['C9'] },
  support: {
    type: 'percentage',
    base: 'serviceFees',
    rateBp: 500,
    capFen: yuan(500_000),
    capPeriod: 'year',
    otherPublicMoney: 'otherPublicMoney',
    roundingFen: yuan(100),
    instalmentsBp: [10_000],
    origin: 'assumed',
    sources: ['C9', 'C15'],
  },
  figures: [
    figure('clients', '服务企业数', 'Firms served', '≥ 10 家无关联区内企业', '10 or more unrelated district firms', 'assumed', ['C9', 'C15']),
    figure('rate', '奖励比例', 'Rate', '服务费的 5 %', '5 % of the fees', 'assumed', ['C9']),
    figure('cap', '年度上限', 'Cap for the year', '500,000 元', '500,000 yuan', 'assumed', ['C9']),
  ],
});
