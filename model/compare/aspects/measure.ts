import type { Text } from '../../text.ts';
import { same } from '../../same.ts';
import { defineAspect, type Comparison, type Difference, type Subject } from '../difference.ts';
import { compareFields } from '../fields.ts';
import { quoted } from '../inWords.ts';
import { listChanges, type ListWords } from '../listChanges.ts';
import { pair } from '../pair.ts';

const labels = new Map<string, Text>([
  ['number', { zh: '措施编号', en: 'The number of the measure' }], ['aspect', { zh: '所属方面', en: 'The aspect' }], ['aspectName', { zh: '方面名称', en: 'The name of the aspect' }], ['summary', { zh: '措施概要', en: 'The summary' }],
  ['opinions', { zh: '征求意见的部门', en: 'The offices asked for an opinion' }], ['onSite', { zh: '现场核查方式', en: 'How the site is checked' }], ['expertReview', { zh: '专家评审', en: 'The expert review' }], ['specialAudit', { zh: '专项审计', en: 'The special audit' }],
  ['enabled', { zh: '是否开放申报', en: 'Whether it can be declared' }],
]);
const ruleLabels = new Map<string, Text>([
  ['type', { zh: '计算方式', en: 'How it is computed' }], ['base', { zh: '计算基数', en: 'The base' }], ['rateBp', { zh: '比例', en: 'The rate' }], ['ratesByYearBp', { zh: '各年比例', en: 'The rates by year' }], ['year', { zh: '年次取自', en: 'Where the year is taken from' }],
  ['thresholdFen', { zh: '起算金额', en: 'The threshold' }], ['unitFen', { zh: '每单位金额', en: 'The amount for each unit' }], ['minimumUnits', { zh: '最少单位数', en: 'The least number of units' }], ['tiers', { zh: '分档', en: 'The tiers' }],
  ['lumpSumFen', { zh: '定额', en: 'The lump sum' }], ['capFen', { zh: '上限', en: 'The cap' }], ['capPeriod', { zh: '上限的范围', en: 'What the cap is for' }], ['yearCapFen', { zh: '年度上限', en: 'The cap of a year' }], ['realCost', { zh: '实际支出取自', en: 'Where the real cost is taken from' }],
  ['otherPublicMoney', { zh: '其他财政资金取自', en: 'Where other public money is taken from' }], ['earlierAward', { zh: '已获奖励取自', en: 'Where an earlier award is taken from' }], ['roundingFen', { zh: '取整单位', en: 'The rounding' }],
  ['instalmentsBp', { zh: '分期比例', en: 'The instalments' }], ['origin', { zh: '依据', en: 'The origin' }], ['sources', { zh: '出处', en: 'The sources' }],
]);
const claimLabels = new Map<string, Text>([['once', { zh: '申报次数', en: 'How often may be claimed' }], ['origin', { zh: '依据', en: 'The origin' }], ['sources', { zh: '出处', en: 'The sources' }]]);
const itemLabels = new Map<string, Text>([
  ['id', { zh: '标识', en: 'The identifier' }], ['name', { zh: '名称', en: 'The name' }], ['required', { zh: '是否必交', en: 'Whether it is required' }], ['value', { zh: '数值', en: 'The value' }], ['origin', { zh: '依据', en: 'The origin' }], ['sources', { zh: '出处', en: 'The sources' }],
]);

function compareItems<T extends { id: string; name: Text }>(comparison: Comparison, before: readonly T[], after: readonly T[], words: Pick<ListWords<T>, 'one' | 'many' | 'whole'>, what: (item: T) => Subject): Difference[] {
  const pairs = pair(before, after, ({ id }) => id, (a, b) => same({ ...a, id: '' }, { ...b, id: '' }));
  return [
    ...listChanges(pairs, { ...words, name: ({ name }) => name, what, order: 'moved' }),
    ...pairs.both.flatMap((each) => {
      const name = quoted(each.before.name);
      return compareFields(comparison, what(each.after), { zh: `${words.one.zh}${name.zh}`, en: `${words.one.en.toLowerCase()} ${name.en}` }, each.before, each.after, itemLabels);
    }),
  ];
}

/** What the measure is beyond its path: documents, figures, how the support is computed, how often may be claimed. */
export const measure = defineAspect({
  aspect: 'measure',
  covers: ['measure'],
  compare(comparison) {
    const [before, after] = [comparison.before.measure, comparison.after.measure];
    const at = (field: string): Subject => ({ field: `measure.${field}` });
    return [
      ...compareFields(comparison, { field: 'measure' }, { zh: '', en: '' }, before, after, labels, ['documents', 'claim', 'support', 'figures']),
      ...compareItems(comparison, before.documents, after.documents, { one: { zh: '材料', en: 'Document' }, many: { zh: '材料', en: 'documents' }, whole: at('documents') }, ({ id }) => ({ document: id })),
      ...compareFields(comparison, at('claim'), { zh: '', en: '' }, before.claim, after.claim, claimLabels),
      ...compareFields(comparison, at('support'), { zh: '扶持标准', en: 'the support' }, before.support, after.support, ruleLabels),
      ...compareItems(comparison, before.figures, after.figures, { one: { zh: '数据', en: 'Figure' }, many: { zh: '数据', en: 'figures' }, whole: at('figures') }, ({ id }) => ({ figure: id })),
    ];
  },
});
