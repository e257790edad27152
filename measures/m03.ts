import { aspect } from './aspects.ts';
import { commonPath } from './commonPath.ts';
import { ownDocument } from './coreDocuments.ts';
import { exclusion } from './exclusion.ts';
import { field } from './field.ts';
import { figure } from './figure.ts';
import { yuan } from './yuan.ts';

/** M03 支持园区（基地）提升运营水平. */
export const m03 = commonPath({
  number: 'M03',
  name: { zh: '支持园区（基地）提升运营水平', en: 'Better park and base operation' },
  ...aspect(1),
  summary: {
    zh: '园区（基地）每新增一家限上入驻企业，给予运营机构定额奖励。',
    en: 'A fixed sum to the operator for every tenant that newly enters the above-limit statistics.',
  },
  declaration: {
    parkName: field.text('园区（基地）名称', 'Name of the park or base'),
    newTenants: field.count('新增限上入驻企业', 'Newly above-limit tenants'),
    tenantCodes: field.list('这些企业的统一社会信用代码', 'Credit codes of these tenants', { type: 'string', pattern: '^[0-9A-Z]{18}$', 'x-format': 'creditCode' }, 1),
  },
  claimsCosts: false,
  confirms: ['newTenants'],
  siteFields: { tenantsMet: field.count('现场见到的企业', 'Tenants met on site') },
  opinions: ['statistics'],
  onSite: 'required',
  expertReview: 'none',
  specialAudit: 'none',
  documents: [
    ownDocument('tenantList', '入驻企业名单及信用代码', 'List of tenants with codes'),
    ownDocument('leases', '租赁合同', 'Leases'),
    ownDocument('statisticsConfirmation', '纳统证明', 'Confirmation of the statistics'),
    ownDocument('eventLog', '活动记录', 'Log of events'),
  ],
  inputs: { statisticsOpinion: { label: { zh: '统计局意见', en: 'Opinion of the statistics office' }, expression: 'opinionStatistics.outcome' } },
  exclusions: [
    exclusion('m03NoTenant', { newTenants: '< 1' }, '没有新增限上入驻企业。', 'No newly above-limit tenant.', 'comparable', ['C13']),
    exclusion('m03StatisticsDisagree', { statisticsOpinion: '"disagree"' }, '统计局未确认新增限上企业。', 'The statistics office does not confirm the tenants.', 'assumed', []),
  ],
  claim: { once: 'year', origin: 'assumed', sources: [] },
  support: {
    type: 'perUnit',
    base: 'newTenants',
    unitFen: yuan(20_000),
    capFen: yuan(500_000),
    capPeriod: 'year',
    roundingFen: yuan(100),
    instalmentsBp: [10_000],
    origin: 'assumed',
    sources: ['C13'],
  },
  figures: [
    figure('unit', '每家奖励', 'For each tenant', '20,000 元', '20,000 yuan', 'assumed', ['C13']),
    figure('cap', '年度上限', 'Cap for the year', '500,000 元', '500,000 yuan', 'assumed', []),
  ],
});
