import type { Measure } from '../../model/measure.ts';
import type { StepBase } from '../../model/steps/defineStep.ts';
import { field, formOf } from '../field.ts';
import type { MeasurePlan } from '../measurePlan.ts';
import { flow, notUnder, type PathPart } from './pathPart.ts';

function siteRequired(plan: MeasurePlan): StepBase['required'] {
  const needed: { [need in Measure['onSite']]: StepBase['required'] } = {
    required: undefined,
    witnessed: undefined,
    sampled: {
      when: 'riskSampling.sampled',
      rule: 'path.riskSampling',
      reason: { zh: '未被风险抽样抽中。', en: 'Not drawn by the risk rules.' },
    },
    replaced: notUnder(plan.number, 'onSite', { zh: '本措施以凭证或统计核验代替现场核查。', en: 'Under this measure the proof is checked instead of the site.' }),
  };
  return needed[plan.onSite];
}

/** Stage 3: two officers look, where the measure or the risk rules say so. */
export function onSiteCheckPart(plan: MeasurePlan): PathPart {
  const required = siteRequired(plan);
  const visitedOn =
    plan.onSite === 'witnessed'
      ? field.date('现场见证日期', 'Witnessed on', { zh: '活动或课程举行期间', en: 'While the event or course took place' })
      : field.date('核查日期', 'Visited on');
  return {
    columns: 3,
    forms: [
      {
        id: 'siteCheck',
        name: { zh: '现场核查记录', en: 'Record of the on-site check' },
        schema: formOf({
          visitedOn,
          matches: field.yesNo('现场与申报一致', 'The site is as declared'),
          ...plan.siteFields,
          findings: field.longText('核查情况', 'Findings'),
        }),
      },
    ],
    steps: [
      {
        kind: 'businessRuleTask', id: 'riskSampling', name: { zh: '风险抽样', en: 'Risk sampling' },
        ...(plan.onSite === 'sampled'
          ? {}
          : { required: notUnder(plan.number, 'riskSampling', { zh: '本措施不抽样：现场核查一律进行或一律不进行。', en: 'Nothing is drawn: all sites are checked, or none.' }) }),
        table: {
          hitPolicy: 'first',
          inputs: [
            { id: 'amountFen', label: { zh: '测算金额（分）', en: 'Amount (fen)' }, expression: 'supportRule.amountFen' },
            { id: 'corrections', label: { zh: '补正次数', en: 'Corrections' }, expression: 'visits.correction' },
          ],
          outputs: [
            { id: 'sampled', label: { zh: '抽中', en: 'Drawn' }, type: 'boolean' },
            { id: 'ruleId', label: { zh: '规则编号', en: 'Rule' }, type: 'string' },
          ],
          rules: [
            { id: 'largeAmount', when: ['>= 30000000', '-'], then: [true, 'largeAmount'], note: { zh: '30 万元及以上（假定）', en: '300,000 yuan or more (assumed)' } },
            { id: 'twiceCorrected', when: ['-', '>= 2'], then: [true, 'twiceCorrected'], note: { zh: '补正两次及以上（假定）', en: 'Corrected twice or more (assumed)' } },
            { id: 'lowRisk', when: ['-', '-'], then: [false, 'lowRisk'] },
          ],
        },
        cell: [0, 0],
      },
      {
        kind: 'multiInstanceUserTask', id: 'siteCheck', name: { zh: '现场核查', en: 'On-site check' }, role: 'siteOfficer', duty: 'siteCheck', form: 'siteCheck', due: { workingDays: 10 },
        ...(required ? { required } : {}),
        instances: 2, mode: 'parallel', completion: { rule: 'all' }, agree: 'confirm',
        outcomes: [
          { id: 'confirm', name: { zh: '属实', en: 'Confirmed' }, needsForm: true, needsReason: false },
          { id: 'deny', name: { zh: '不属实', en: 'Not confirmed' }, needsForm: true, needsReason: true },
        ],
        cell: [1, 0],
      },
      { kind: 'exclusiveGateway', id: 'siteResult', name: { zh: '属实？', en: 'Confirmed?' }, cell: [2, 0] },
      { kind: 'endEvent', id: 'endRefusedOnSite', name: { zh: '现场不属实', en: 'Refused on site' }, end: 'plain', outcome: 'refused', cell: [2, 1] },
    ],
    flows: [
      flow('riskSampling', 'siteCheck'),
      flow('siteCheck', 'siteResult'),
      flow('siteResult', 'endRefusedOnSite', { name: { zh: '不属实', en: 'No' }, condition: 'siteCheck.outcome = "disagreed"' }),
      flow('siteResult', 'decisionLevel', { name: { zh: '属实或无需核查', en: 'Yes, or not needed' }, isDefault: true }),
    ],
  };
}
