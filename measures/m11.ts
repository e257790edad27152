import { aspect } from './aspects.ts';
import { commonPath } from './commonPath.ts';
import { ownDocument } from './coreDocuments.ts';
import { exclusion } from './exclusion.ts';
import { field } from './field.ts';
import { figure } from './figure.ts';
import { yuan } from './yuan.ts';

/** M11 鼓励跨境电商直播创新发展. */
export const m11 = commonPath({
  number: 'M11',
  name: { zh: '鼓励跨境电商直播创新发展', en: 'Cross-border livestreaming' },
  ...aspect(3),
  summary: {
    zh: '跨境直播出口额（美元）首次达到台阶的企业，分档奖励，只补差额。',
    en: 'A reward in steps for cross-border live exports (US dollars) that reach a step for the first time, difference only.',
  },
  declaration: {
    exportsUsd: field.usd('跨境直播出口额（美元）', 'Cross-border live exports (US dollars)'),
    firstTime: field.yesNo('首次达到该台阶', 'The step is reached for the first time'),
    earlierAward: field.money('此前已获本项奖励', 'Earlier award under this measure', { zh: '没有则填 0', en: '0 if none' }),
  },
  claimsCosts: false,
  confirms: ['exportsUsd', 'firstTime', 'earlierAward'],
  opinions: ['statistics'],
  onSite: 'sampled',
  expertReview: 'none',
  specialAudit: 'aboveThreshold',
  // Only the highest step awards more than 500,000 yuan.
  auditWhen: 'review.exportsUsd >= 100000000',
  documents: [
    ownDocument('exportDeclarations', '出口报关单或平台结算单', 'Export declarations or platform settlement'),
    ownDocument('foreignExchangeReceipts', '收汇凭证', 'Foreign-exchange receipts'),
  ],
  exclusions: [
    exclusion('m11Exports', { exportsUsd: '< 10000000' }, '出口额不足 1,000 万美元。', 'Exports below 10,000,000 US dollars.', 'assumed', ['C16']),
    exclusion('m11NotFirst', { firstTime: 'false' }, '并非首次达到该台阶。', 'The step was reached before.', 'assumed', ['C16']),
  ],
  claim: { once: 'year', origin: 'assumed', sources: [] },
  support: {
    type: 'tiered',
    base: 'exportsUsd',
    tiers: [
      { from: 10_000_000, amountFen: yuan(200_000) },
      { from: 50_000_000, amountFen: yuan(500_000) },
      { from: 100_000_000, amountFen: yuan(1_000_000) },
    ],
    capFen: yuan(1_000_000),
    capPeriod: 'case',
    earlierAward: 'earlierAward',
    roundingFen: yuan(100),
    instalmentsBp: [10_000],
    origin: 'assumed',
    sources: ['C16'],
  },
  figures: [
    figure('step1', '首次 ≥ 1,000 万美元', 'First at US$ 10,000,000', '200,000 元', '200,000 yuan', 'assumed', ['C16']),
    figure('step2', '首次 ≥ 5,000 万美元', 'First at US$ 50,000,000', '500,000 元', '500,000 yuan', 'assumed', ['C16']),
    figure('step3', '首次 ≥ 1 亿美元', 'First at US$ 100,000,000', '1,000,000 元', '1,000,000 yuan', 'assumed', ['C16']),
    figure('audit', '专项审计', 'Special audit', '金额超过 500,000 元', 'above 500,000 yuan', 'assumed', []),
  ],
});
