import type { DecisionTable } from '../../model/decisionTable.ts';
import type { Text } from '../../model/text.ts';
import type { EligibilityInput, Exclusion, MeasurePlan } from '../measurePlan.ts';

const commonInputs: { [input: string]: EligibilityInput } = {
  // Where the register gave no answer, two persons vouched for the identity instead.
  inDistrict: {
    label: { zh: '注册地在龙岗区', en: 'Registered in Longgang' },
    expression: 'if is defined(registerCheck.inDistrict) then registerCheck.inDistrict else true',
  },
  barred: { label: { zh: '被限制享受财政资金', en: 'Barred from public money' }, expression: 'creditDefault.barred' },
  noDoubleFunding: { label: { zh: '无重复资助', en: 'No double funding' }, expression: 'doubleFunding.clear' },
  reportsOnTime: { label: { zh: '统计按时报送', en: 'Reports statistics on time' }, expression: 'statisticsCheck.reportsOnTime' },
  expertVerdict: { label: { zh: '专家评审结论', en: "Experts' verdict" }, expression: 'expertReview.outcome' },
};

const commonExclusions: Exclusion[] = [
  { rule: 'notInDistrict', when: { inDistrict: 'false' }, reason: { zh: '注册地不在龙岗区。', en: 'Not registered in Longgang.' }, origin: 'own', sources: ['S11'] },
  { rule: 'seriousDefault', when: { barred: 'true' }, reason: { zh: '列入严重失信名单，不得享受财政资金。', en: 'On a serious-default list that bars public money.' }, origin: 'comparable', sources: ['C2'] },
  {
    rule: 'doubleFunding', when: { noDoubleFunding: 'false' },
    reason: { zh: '同一项目或同一发票已在其他案件中申报。', en: 'The same project or invoice is claimed in another case.' },
    origin: 'comparable', sources: ['C2', 'C21'],
  },
  { rule: 'rejectedByExperts', when: { expertVerdict: '"disagreed"' }, reason: { zh: '专家评审未推荐。', en: 'Not recommended by the experts.' }, origin: 'assumed', sources: ['P13'] },
];

const reportsLate: Exclusion = {
  rule: 'statisticsLate', when: { reportsOnTime: 'false' },
  reason: { zh: '未按时报送统计数据。', en: 'Statistics not reported on time.' },
  origin: 'comparable', sources: ['C2'],
};

const origins = { own: { zh: '本区规定', en: 'own rule' }, comparable: { zh: '参照他区', en: 'comparable rule' }, assumed: { zh: '假定', en: 'assumed' } };

/** One line in both languages, as text outputs of a table have it. */
const oneLine = (text: Text) => `${text.zh} / ${text.en}`;

function note({ origin, sources }: Exclusion): Text {
  const { zh, en } = origins[origin];
  const from = sources.length > 0 ? ` (${sources.join(', ')})` : '';
  return { zh: `${zh}${from}`, en: `${en}${from}` };
}

/** The eligibility table of a measure: the first exclusion that holds refuses; who meets none is eligible. */
export function eligibilityTable(plan: MeasurePlan): DecisionTable {
  const exclusions = [...commonExclusions, ...(plan.opinions.includes('statistics') ? [reportsLate] : []), ...plan.exclusions];
  const names = [...new Set(exclusions.flatMap((exclusion) => Object.keys(exclusion.when)))];
  const inputOf = (name: string): EligibilityInput => {
    const schema = plan.declaration[name] ?? plan.reviewerStates?.[name];
    return plan.inputs?.[name] ?? commonInputs[name] ?? { label: { zh: schema?.['x-zh'] ?? name, en: schema?.['x-en'] ?? name }, expression: `review.${name}` };
  };
  return {
    hitPolicy: 'first',
    inputs: names.map((id) => ({ id, ...inputOf(id) })),
    outputs: [
      { id: 'eligible', label: { zh: '符合条件', en: 'Eligible' }, type: 'boolean' },
      { id: 'reason', label: { zh: '理由', en: 'Reason' }, type: 'string' },
      { id: 'ruleId', label: { zh: '规则编号', en: 'Rule' }, type: 'string' },
    ],
    rules: [
      ...exclusions.map((exclusion) => ({
        id: exclusion.rule,
        when: names.map((name) => exclusion.when[name] ?? '-'),
        then: [false, oneLine(exclusion.reason), exclusion.rule],
        note: note(exclusion),
      })),
      {
        id: 'eligible',
        when: names.map(() => '-'),
        then: [true, oneLine({ zh: '未见不符合条件的情形。', en: 'No reason against it.' }), 'eligible'],
      },
    ],
  };
}
