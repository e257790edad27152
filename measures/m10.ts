import { aspect } from './aspects.ts';
import { commonPath } from './commonPath.ts';
import { ownDocument } from './coreDocuments.ts';
import { exclusion } from './exclusion.ts';
import { field } from './field.ts';
import { figure } from './figure.ts';
import { yuan } from './yuan.ts';

/** M10 鼓励企业做大做强. */
export const m10 = commonPath({
  number: 'M10',
  name: { zh: '鼓励企业做大做强', en: 'Grow bigger' },
  ...aspect(2),
  summary: {
    zh: '对首次纳入限上统计或直播销售额首次上台阶的企业给予奖励，只补差额；以统计核验代替现场核查。',
    en: 'A reward for the first above-limit entry or a new step of live sales, difference only; the statistics stand for the site.',
  },
  declaration: {
    firstEntry: field.yesNo('本年度首次纳入限上统计', 'First above-limit entry in the year'),
    liveSales: field.money('年度直播销售额', 'Live sales of the year'),
    earlierAward: field.money('此前已获本项奖励', 'Earlier award under this measure', { zh: '没有则填 0', en: '0 if none' }),
  },
  claimsCosts: false,
  confirms: ['firstEntry', 'liveSales', 'earlierAward'],
  opinions: ['statistics'],
  onSite: 'replaced',
  expertReview: 'none',
  specialAudit: 'none',
  documents: [ownDocument('statisticsTwoYears', '近两年统计报表', 'Statistics tables of two years')],
  inputs: {
    listed: { label: { zh: '已纳入限上统计', en: 'Listed above the limit' }, expression: 'statisticsCheck.listed' },
    usedServiceEntryScheme: { label: { zh: '已享受服务业纳统奖励', en: 'Used the service-entry scheme' }, expression: 'statisticsCheck.usedServiceEntryScheme' },
    statisticsOpinion: { label: { zh: '统计局意见', en: 'Opinion of the statistics office' }, expression: 'opinionStatistics.outcome' },
  },
  exclusions: [
    exclusion('m10OtherEntryScheme', { usedServiceEntryScheme: 'true' }, '已享受其他纳统奖励，不得重复。', 'Already rewarded under another entry scheme.', 'own', ['S7', 'S8']),
    exclusion('m10NotListed', { listed: 'false' }, '未纳入限上统计。', 'Not in the above-limit statistics.', 'comparable', ['S7', 'S8']),
    exclusion('m10StatisticsDisagree', { statisticsOpinion: '"disagree"' }, '统计局未确认纳统或销售额。', 'The statistics office does not confirm entry or sales.', 'assumed', []),
    exclusion('m10NoNewStep', { firstEntry: 'false', liveSales: `< ${yuan(50_000_000)}` }, '既非首次纳统，销售额也未首次上台阶。', 'Neither a first entry nor a new step of sales.', 'assumed', ['C14']),
  ],
  claim: { once: 'year', origin: 'assumed', sources: [] },
  support: {
    type: 'tiered',
    base: 'liveSales',
    tiers: [
      { from: 0, amountFen: yuan(100_000) },
      { from: yuan(50_000_000), amountFen: yuan(200_000) },
      { from: yuan(100_000_000), amountFen: yuan(500_000) },
    ],
    capFen: yuan(500_000),
    capPeriod: 'case',
    earlierAward: 'earlierAward',
    roundingFen: yuan(100),
    instalmentsBp: [10_000],
    origin: 'assumed',
    sources: ['S7', 'S8', 'C14'],
  },
  figures: [
    figure('firstEntry', '首次纳统', 'First entry', '100,000 元', '100,000 yuan', 'comparable', ['S7', 'S8', 'S9']),
    figure('step1', '直播销售额首次 ≥ 5,000 万元', 'Live sales first at 50,000,000 yuan', '200,000 元', '200,000 yuan', 'assumed', ['C14']),
    figure('step2', '直播销售额首次 ≥ 1 亿元', 'Live sales first at 100,000,000 yuan', '500,000 元', '500,000 yuan', 'assumed', ['C14']),
    figure('onlyOnce', '不得重复', 'Only once', '不与服务业、工业等纳统奖励重复', 'never beside another entry scheme', 'own', ['S7', 'S8']),
  ],
});
