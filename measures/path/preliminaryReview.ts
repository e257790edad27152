import type { Measure } from '../../model/measure.ts';
import type { StepBase } from '../../model/steps/defineStep.ts';
import type { Outcome } from '../../model/steps/outcome.ts';
import { field, formOf, type Fields } from '../field.ts';
import type { MeasurePlan } from '../measurePlan.ts';
import { correctionLeft } from './declaration.ts';
import { eligibilityTable } from './eligibilityTable.ts';
import { firstInstalmentOnly, flow, notUnder, type PathPart, type PathStep } from './pathPart.ts';

const offices = [
  { office: 'statistics', id: 'opinionStatistics', role: 'statisticsOfficer', name: { zh: '统计局意见', en: 'Opinion of the statistics office' }, row: 1 },
  { office: 'humanResources', id: 'opinionHumanResources', role: 'humanResourcesOfficer', name: { zh: '人力资源局意见', en: 'Opinion of the human-resources office' }, row: 2 },
  { office: 'culture', id: 'opinionCulture', role: 'cultureOfficer', name: { zh: '文化广电旅游体育局意见', en: 'Opinion of the culture office' }, row: 3 },
] as const;

const opinionOutcomes: Outcome[] = [
  { id: 'agree', name: { zh: '同意', en: 'Agree' }, needsForm: true, needsReason: false },
  { id: 'disagree', name: { zh: '不同意', en: 'Disagree' }, needsForm: true, needsReason: true },
];

function opinionSteps(plan: MeasurePlan): PathStep[] {
  return offices.flatMap(({ office, id, role, name, row }): PathStep[] => [
    {
      kind: 'userTask', id, name, role, form: 'opinion', due: { workingDays: 5 }, outcomes: opinionOutcomes,
      required: plan.opinions.includes(office)
        ? firstInstalmentOnly
        : notUnder(plan.number, 'opinions', { zh: '本措施不征求该部门意见。', en: 'This measure does not ask that office.' }),
      cell: [1, row],
    },
    // Silence is not consent: after the due date the office is reminded and the case goes on waiting.
    { kind: 'boundaryTimer', id: `${id}Overdue`, name: { zh: '逾期未复', en: 'No answer in time' }, host: id, interrupting: false, wait: { workingDays: 5 }, slot: 1 },
  ]);
}

function auditRequired(plan: MeasurePlan): StepBase['required'] {
  const needed: { [need in Measure['specialAudit']]: StepBase['required'] } = {
    required: firstInstalmentOnly,
    none: notUnder(plan.number, 'specialAudit', { zh: '本措施不要求专项审计。', en: 'This measure needs no special audit.' }),
    optional: {
      when: 'instalment = 1 and review.orderAudit',
      rule: `${plan.number}.specialAudit`,
      reason: { zh: '初审未要求专项审计。', en: 'The reviewer ordered no special audit.' },
    },
    aboveThreshold: {
      when: `instalment = 1 and ${plan.auditWhen ?? 'true'}`,
      rule: `${plan.number}.specialAudit`,
      reason: { zh: '预计金额未超过专项审计门槛。', en: 'The expected amount is not above the audit threshold.' },
    },
  };
  return needed[plan.specialAudit];
}

function expertsRequired(plan: MeasurePlan): StepBase['required'] {
  const needed: { [need in Measure['expertReview']]: StepBase['required'] } = {
    scored: firstInstalmentOnly,
    ranked: firstInstalmentOnly,
    none: notUnder(plan.number, 'expertReview', { zh: '本措施不组织专家评审。', en: 'This measure has no expert review.' }),
    optional: {
      when: 'instalment = 1 and review.orderExperts',
      rule: `${plan.number}.expertReview`,
      reason: { zh: '初审未要求专家评审。', en: 'The reviewer ordered no expert review.' },
    },
  };
  return needed[plan.expertReview];
}

function reviewFields(plan: MeasurePlan): Fields {
  const confirmed = Object.fromEntries(plan.confirms.map((name) => [name, plan.declaration[name] ?? {}]));
  return {
    ...confirmed,
    ...plan.reviewerStates,
    ...(plan.specialAudit === 'optional' ? { orderAudit: field.yesNo('需要专项审计', 'Special audit needed') } : {}),
    ...(plan.expertReview === 'optional' ? { orderExperts: field.yesNo('需要专家评审', 'Expert review needed') } : {}),
    opinion: field.longText('初审意见', 'Opinion of the reviewer'),
  };
}

/** Stage 2: what the offices know, what the reviewer confirms, whether the applicant is eligible, and for how much. */
export function preliminaryReviewPart(plan: MeasurePlan): PathPart {
  const lookUps: PathStep[] = [
    // Asked again for every instalment: who has defaulted since gets no further money.
    { kind: 'serviceTask', id: 'creditDefault', name: { zh: '严重失信核验', en: 'Serious default check' }, check: 'creditDefault', cell: [1, -3] },
    { kind: 'serviceTask', id: 'doubleFunding', name: { zh: '重复资助核验', en: 'Double funding check' }, check: 'noDoubleFunding', required: firstInstalmentOnly, cell: [1, -2] },
    {
      kind: 'serviceTask', id: 'statisticsCheck', name: { zh: '限上统计核验', en: 'Above-limit statistics check' }, check: 'aboveLimitStatistics',
      required: plan.opinions.includes('statistics')
        ? firstInstalmentOnly
        : notUnder(plan.number, 'statistics', { zh: '本措施不核验统计数据。', en: 'This measure does not look at statistics.' }),
      cell: [1, -1],
    },
    {
      kind: 'serviceTask', id: 'higherAwards', name: { zh: '上级扶持核验', en: 'Higher-level award check' }, check: 'higherAwards',
      required: plan.higherAwards
        ? firstInstalmentOnly
        : notUnder(plan.number, 'higherAwards', { zh: '本措施不以上级扶持为依据。', en: 'This measure does not build on higher-level support.' }),
      cell: [1, 0],
    },
  ];
  const branches = [...lookUps.map((step) => step.id), ...offices.map((office) => office.id)];
  return {
    columns: 11,
    forms: [
      {
        id: 'opinion',
        name: { zh: '部门意见', en: 'Opinion of an office' },
        schema: formOf({ statement: field.longText('意见', 'Statement') }),
      },
      { id: 'review', name: { zh: '初审', en: 'Preliminary review' }, schema: formOf(reviewFields(plan)) },
      {
        id: 'specialAudit',
        name: { zh: '专项审计', en: 'Special audit' },
        schema: formOf({
          auditedAmountFen: field.money('审定金额', 'Amount found'),
          reportNumber: field.text('审计报告编号', 'Number of the report'),
        }),
      },
      {
        id: 'expertReview',
        name: { zh: '专家评审', en: 'Expert review' },
        schema: formOf({
          score: field.between('评分', 'Score', 0, 100),
          ...(plan.expertReview === 'ranked' ? { rank: field.between('名次', 'Rank', 1, 1_000) } : {}),
          comment: field.longText('评语', 'Comment'),
        }),
      },
    ],
    steps: [
      { kind: 'parallelGateway', id: 'reviewChecks', name: { zh: '同时核验', en: 'Checked at once' }, cell: [0, 0] },
      ...lookUps,
      ...opinionSteps(plan),
      { kind: 'serviceTask', id: 'remindOpinions', name: { zh: '催办部门意见', en: 'Remind the offices' }, check: 'reminder', cell: [2, 4] },
      { kind: 'endEvent', id: 'endOpinionsReminded', name: { zh: '已催办', en: 'Reminded' }, end: 'plain', cell: [3, 4] },
      { kind: 'parallelGateway', id: 'reviewChecksDone', name: { zh: '核验完成', en: 'All answered' }, cell: [2, 0] },
      // Also before a later instalment: a year on, the reviewer confirms that the project still stands.
      {
        kind: 'userTask', id: 'review', name: { zh: '初审', en: 'Preliminary review' }, role: 'reviewer', duty: 'review', form: 'review', due: { workingDays: 10 },
        outcomes: [
          { id: 'pass', name: { zh: '通过', en: 'Pass' }, needsForm: true, needsReason: false },
          { id: 'return', name: { zh: '退回补正', en: 'Return for correction' }, needsForm: false, needsReason: true },
          { id: 'refuse', name: { zh: '不通过', en: 'Refuse' }, needsForm: false, needsReason: true },
        ],
        cell: [3, 0],
      },
      { kind: 'exclusiveGateway', id: 'reviewResult', name: { zh: '通过？', en: 'Passed?' }, cell: [4, 0] },
      { kind: 'endEvent', id: 'endRefusedByReview', name: { zh: '初审不通过', en: 'Refused in review' }, end: 'plain', outcome: 'refused', cell: [4, 1] },
      {
        kind: 'userTask', id: 'specialAudit', name: { zh: '专项审计', en: 'Special audit' }, role: 'expert', form: 'specialAudit', due: { workingDays: 15 }, required: auditRequired(plan),
        outcomes: [
          { id: 'confirmed', name: { zh: '数据属实', en: 'Figures confirmed' }, needsForm: true, needsReason: false },
          { id: 'differs', name: { zh: '数据不符', en: 'Figures differ' }, needsForm: true, needsReason: true },
        ],
        cell: [5, 0],
      },
      { kind: 'exclusiveGateway', id: 'auditResult', name: { zh: '属实？', en: 'Confirmed?' }, cell: [6, 0] },
      {
        kind: 'multiInstanceUserTask', id: 'expertReview', name: { zh: '专家评审', en: 'Expert review' }, role: 'expert', form: 'expertReview', due: { workingDays: 15 }, required: expertsRequired(plan),
        instances: 3, mode: 'parallel', completion: { rule: 'kOfN', k: 2 }, agree: 'recommend',
        outcomes: [
          { id: 'recommend', name: { zh: '推荐', en: 'Recommend' }, needsForm: true, needsReason: false },
          { id: 'reject', name: { zh: '不推荐', en: 'Do not recommend' }, needsForm: true, needsReason: true },
        ],
        cell: [7, 0],
      },
      { kind: 'businessRuleTask', id: 'eligibility', name: { zh: '资格判定', en: 'Eligibility' }, table: eligibilityTable(plan), required: firstInstalmentOnly, cell: [8, 0] },
      { kind: 'serviceTask', id: 'supportRule', name: { zh: '扶持金额测算', en: 'Support amount' }, check: 'supportRule', required: firstInstalmentOnly, cell: [9, 0] },
      { kind: 'exclusiveGateway', id: 'eligible', name: { zh: '符合条件？', en: 'Eligible?' }, cell: [10, 0] },
      { kind: 'endEvent', id: 'endRefused', name: { zh: '不符合条件', en: 'Not eligible' }, end: 'plain', outcome: 'refused', cell: [10, 1] },
    ],
    flows: [
      ...branches.flatMap((branch) => [flow('reviewChecks', branch), flow(branch, 'reviewChecksDone')]),
      ...offices.map(({ id }) => flow(`${id}Overdue`, 'remindOpinions')),
      flow('remindOpinions', 'endOpinionsReminded'),
      flow('reviewChecksDone', 'review'),
      flow('review', 'reviewResult'),
      flow('reviewResult', 'specialAudit', { name: { zh: '通过', en: 'Passed' }, condition: 'review.outcome = "pass"' }),
      flow('reviewResult', 'correction', { name: { zh: '补正', en: 'Correct' }, condition: `review.outcome = "return" and ${correctionLeft}` }),
      flow('reviewResult', 'endRefusedByReview', { name: { zh: '不通过，或补正次数用完', en: 'Refused, or no correction left' }, isDefault: true }),
      flow('specialAudit', 'auditResult'),
      flow('auditResult', 'review', { name: { zh: '不符，重新初审', en: 'Differ: review again' }, condition: 'instalment = 1 and specialAudit.outcome = "differs"' }),
      flow('auditResult', 'expertReview', { name: { zh: '属实或无需审计', en: 'Confirmed or not needed' }, isDefault: true }),
      flow('expertReview', 'eligibility'),
      flow('eligibility', 'supportRule'),
      flow('supportRule', 'eligible'),
      flow('eligible', 'riskSampling', {
        name: { zh: '符合', en: 'Yes' },
        condition: 'if instalment > 1 then not(creditDefault.barred) else eligibility.eligible and supportRule.amountFen > 0',
      }),
      flow('eligible', 'endRefused', { name: { zh: '不符合，或金额为零', en: 'No, or nothing to pay' }, isDefault: true }),
    ],
  };
}
