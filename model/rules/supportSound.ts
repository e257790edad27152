import { caseSchema } from '../caseSchema.ts';
import { typeAt, typeOfSchema, type ValueType } from '../condition/valueType.ts';
import { formatYuan } from '../money.ts';
import type { SupportRule } from '../support.ts';
import { defineRule, type Fault } from './defineRule.ts';

/** Members without which a type of rule gives no amount. */
const needed: Record<SupportRule['type'], (keyof SupportRule)[]> = {
  percentage: ['rateBp'],
  matching: ['rateBp'],
  percentageByYear: ['ratesByYearBp', 'year'],
  percentageAboveThreshold: ['rateBp', 'thresholdFen'],
  perUnit: ['unitFen'],
  tiered: ['tiers'],
  lumpSum: ['lumpSumFen'],
};

/** The support rule has what its type needs, starts from integers that a case has, and its cap and instalments add up. */
export const supportSound = defineRule({
  rule: 'supportSound',
  title: { zh: '扶持规则可计算', en: 'The support rule can be computed' },
  severity: 'error',
  why: {
    zh: '规则缺了数据或自相矛盾，金额就算不出来，或者算错。',
    en: 'A rule that lacks data or contradicts itself gives no amount, or a wrong one.',
  },
  faults(process) {
    const faults: Fault[] = [];
    const rule = process.measure.support;
    const say = (field: string, zh: string, en: string, severity?: 'warning') =>
      faults.push({ message: { zh: `扶持规则：${zh}`, en: `Support rule: ${en}` }, where: { field: `measure.support.${field}` }, ...(severity ? { severity } : {}) });
    for (const member of needed[rule.type]) {
      const value = rule[member];
      if (value === undefined || (Array.isArray(value) && value.length === 0)) {
        say(member, `类型“${rule.type}”需要“${member}”；请填写。`, `the type “${rule.type}” needs “${member}”; fill it in.`);
      }
    }
    const data = typeOfSchema(caseSchema(process));
    for (const member of ['base', 'year', 'realCost', 'otherPublicMoney', 'earlierAward'] as const) {
      const path = rule[member];
      if (path === undefined || (member === 'base' && rule.type === 'lumpSum')) continue;
      const type = datum(data, path);
      if (!type) say(member, `没有名为“${path}”的案件数据；请在申报或审核表单中加入，或改名称。`, `there is no case datum named “${path}”; add it to the declaration or the review form, or correct the name.`);
      else if (type.type !== 'integer' && type.type !== 'unknown') say(member, `“${path}”不是整数；请改用整数字段。`, `“${path}” is no integer; use an integer field.`);
    }
    const highest = Math.max(0, ...(rule.type === 'tiered' ? (rule.tiers ?? []).map((tier) => tier.amountFen) : []), rule.type === 'lumpSum' ? (rule.lumpSumFen ?? 0) : 0);
    if (highest > rule.capFen) {
      say('capFen', `上限 ${formatYuan(rule.capFen)} 低于最高一档 ${formatYuan(highest)}；请调整其一。`, `the cap ${formatYuan(rule.capFen)} is below the highest amount ${formatYuan(highest)}; adjust one of them.`);
    }
    if (rule.type === 'tiered') {
      const from = (rule.tiers ?? []).map((tier) => tier.from);
      if (new Set(from).size < from.length) say('tiers', '有两档的起点相同；请合并或改起点。', 'two tiers begin at the same figure; merge them or change one.');
    }
    if (rule.yearCapFen !== undefined && rule.yearCapFen < rule.capFen) {
      say('yearCapFen', '年度上限低于单项上限；请核对。', 'the cap of the year is below the cap of one case; check them.', 'warning');
    }
    const parts = rule.instalmentsBp.reduce((sum, part) => sum + part, 0);
    if (parts !== 10_000) {
      say('instalmentsBp', `各期比例合计 ${parts / 100} %，应为 100 %；请调整。`, `the instalments add up to ${parts / 100} % instead of 100 %; adjust them.`);
    }
    return faults;
  },
});

/** The type of what the check `supportRule` reads under a name: a plain one is what the review confirmed, else what was declared. */
function datum(data: ValueType, path: string): ValueType | undefined {
  const names = path.split('.');
  const places = names.length > 1 ? [names] : [['review', ...names], ['declaration', ...names]];
  for (const place of places) {
    const type = typeAt(data, place);
    if ('type' in type) return type;
  }
  return undefined;
}
