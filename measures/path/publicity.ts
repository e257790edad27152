import { field, formOf } from '../field.ts';
import { noticePart } from './notice.ts';
import { firstInstalmentOnly, flow, type PathPart } from './pathPart.ts';

/** Stage 4: the decision at the level its amount asks for, the money set aside, and the award made public. */
export function publicityPart(): PathPart {
  const notice = noticePart();
  return {
    columns: 10,
    forms: [
      {
        id: 'decision',
        name: { zh: '审定', en: 'Decision' },
        schema: formOf(
          {
            approvedAmountFen: { ...field.money('核定金额', 'Approved amount', { zh: '不得超过测算金额', en: 'Not above the computed amount' }), minimum: 1 },
            minutes: field.longText('会议纪要或说明', 'Minutes or remark'),
          },
          ['minutes'],
        ),
      },
      {
        id: 'vote',
        name: { zh: '集体审定', en: 'Joint decision' },
        schema: formOf({ minutes: field.longText('会议纪要或说明', 'Minutes or remark') }, ['minutes']),
      },
      ...notice.forms,
    ],
    steps: [
      {
        kind: 'businessRuleTask', id: 'decisionLevel', name: { zh: '审定层级', en: 'Level of decision' }, required: firstInstalmentOnly,
        table: {
          hitPolicy: 'unique',
          inputs: [{ id: 'amountFen', label: { zh: '测算金额（分）', en: 'Amount (fen)' }, expression: 'supportRule.amountFen' }],
          outputs: [{ id: 'level', label: { zh: '层级', en: 'Level' }, type: 'string' }],
          rules: [
            { id: 'deputy', when: ['<= 50000000'], then: ['deputy'], note: { zh: '50 万元及以下：分管负责人（假定）', en: 'Up to 500,000 yuan: a deputy head (assumed)' } },
            { id: 'taskForce', when: ['(50000000..200000000]'], then: ['taskForce'], note: { zh: '200 万元及以下：工作专班（假定）', en: 'Up to 2,000,000 yuan: the task force (assumed)' } },
            { id: 'leadingGroup', when: ['> 200000000'], then: ['leadingGroup'], note: { zh: '200 万元以上：领导小组（假定）', en: 'Above: the leading group (assumed)' } },
          ],
        },
        cell: [0, 0],
      },
      { kind: 'exclusiveGateway', id: 'decisionBy', name: { zh: '由谁审定？', en: 'Who decides?' }, cell: [1, 0] },
      {
        kind: 'userTask', id: 'decision', name: { zh: '审定', en: 'Decision' }, role: 'decisionMaker', duty: 'decision', form: 'decision', due: { workingDays: 5 }, required: firstInstalmentOnly,
        outcomes: [
          { id: 'approve', name: { zh: '同意', en: 'Approve' }, needsForm: true, needsReason: false },
          { id: 'return', name: { zh: '退回初审', en: 'Return to review' }, needsForm: false, needsReason: true },
          { id: 'refuse', name: { zh: '不同意', en: 'Refuse' }, needsForm: false, needsReason: true },
        ],
        cell: [2, 0],
      },
      {
        kind: 'multiInstanceUserTask', id: 'jointDecision', name: { zh: '集体审定', en: 'Joint decision' }, role: 'decisionMaker', duty: 'decision', form: 'vote', due: { workingDays: 5 }, required: firstInstalmentOnly,
        instances: 3, mode: 'parallel', completion: { rule: 'kOfN', k: 2 }, agree: 'approve',
        outcomes: [
          { id: 'approve', name: { zh: '同意', en: 'Approve' }, needsForm: true, needsReason: false },
          { id: 'refuse', name: { zh: '不同意', en: 'Refuse' }, needsForm: true, needsReason: true },
        ],
        cell: [2, 1],
      },
      { kind: 'exclusiveGateway', id: 'decisionResult', name: { zh: '同意？', en: 'Approved?' }, cell: [3, 0] },
      { kind: 'exclusiveGateway', id: 'jointDecisionResult', name: { zh: '同意？', en: 'Approved?' }, cell: [3, 1] },
      { kind: 'endEvent', id: 'endRefusedByDecision', name: { zh: '审定不同意', en: 'Refused by decision' }, end: 'plain', outcome: 'refused', cell: [3, 2] },
      { kind: 'serviceTask', id: 'budgetReserve', name: { zh: '预留预算', en: 'Reserve budget' }, check: 'budgetReserve', cell: [4, 0] },
      { kind: 'boundaryError', id: 'budgetInsufficient', name: { zh: '预算不足', en: 'Budget too small' }, host: 'budgetReserve', error: 'budgetInsufficient', slot: 1 },
      // Another award of the applicant, decided in the meantime, took of the year's cap: the amount is computed and decided anew.
      { kind: 'boundaryError', id: 'yearCapReached', name: { zh: '年度上限已被占用', en: "Year's cap taken" }, host: 'budgetReserve', error: 'yearCapReached', slot: 0 },
      {
        kind: 'userTask', id: 'budgetShort', name: { zh: '预算不足处理', en: 'Budget too small' }, role: 'finance', due: { workingDays: 10 },
        outcomes: [
          { id: 'retry', name: { zh: '已补足，重新预留', en: 'Supplied: try again' }, needsForm: false, needsReason: false },
          { id: 'refuse', name: { zh: '无预算，不予扶持', en: 'No budget: refuse' }, needsForm: false, needsReason: true },
        ],
        cell: [4, 2],
      },
      { kind: 'exclusiveGateway', id: 'budgetShortResult', name: { zh: '补足？', en: 'Supplied?' }, cell: [4, 3] },
      { kind: 'endEvent', id: 'endRefusedNoBudget', name: { zh: '无预算', en: 'Refused: no budget' }, end: 'plain', outcome: 'refused', cell: [4, 4] },
      ...notice.steps,
      { kind: 'serviceTask', id: 'closeNoticeForReview', name: { zh: '撤下公示，重新初审', en: 'Take notice down for review' }, check: 'closeNotice', cell: [5, 5] },
      { kind: 'serviceTask', id: 'closeNoticeForBreach', name: { zh: '撤下公示', en: 'Take notice down' }, check: 'closeNotice', cell: [7, 5] },
      { kind: 'endEvent', id: 'endRefusedForBreach', name: { zh: '举报属实', en: 'Refused: breach found' }, end: 'plain', outcome: 'refused', cell: [8, 5] },
    ],
    flows: [
      flow('decisionLevel', 'decisionBy'),
      flow('decisionBy', 'jointDecision', { name: { zh: '集体', en: 'Jointly' }, condition: 'instalment = 1 and decisionLevel.level != "deputy"' }),
      flow('decisionBy', 'decision', { name: { zh: '分管负责人', en: 'A deputy head' }, isDefault: true }),
      flow('decision', 'decisionResult'),
      flow('jointDecision', 'jointDecisionResult'),
      flow('decisionResult', 'budgetReserve', {
        name: { zh: '同意', en: 'Approved' },
        condition: 'instalment > 1 or decision.outcome = "approve" and decision.approvedAmountFen <= supportRule.amountFen',
      }),
      flow('decisionResult', 'review', { name: { zh: '退回初审，或超过测算金额', en: 'Returned, or above the computed amount' }, condition: 'decision.outcome != "refuse"' }),
      flow('decisionResult', 'endRefusedByDecision', { name: { zh: '不同意', en: 'Refused' }, isDefault: true }),
      flow('jointDecisionResult', 'budgetReserve', { name: { zh: '同意', en: 'Approved' }, condition: 'jointDecision.outcome = "agreed"' }),
      flow('jointDecisionResult', 'endRefusedByDecision', { name: { zh: '不同意', en: 'Refused' }, isDefault: true }),
      flow('budgetReserve', 'publicity'),
      flow('budgetInsufficient', 'budgetShort'),
      flow('yearCapReached', 'review'),
      flow('budgetShort', 'budgetShortResult'),
      flow('budgetShortResult', 'budgetReserve', { name: { zh: '重新预留', en: 'Try again' }, condition: 'budgetShort.outcome = "retry"' }),
      flow('budgetShortResult', 'endRefusedNoBudget', { name: { zh: '不予扶持', en: 'Refuse' }, isDefault: true }),
      ...notice.flows,
      flow('objectionUpheld', 'closeNoticeForReview'),
      flow('closeNoticeForReview', 'review'),
      flow('breachFound', 'closeNoticeForBreach'),
      flow('closeNoticeForBreach', 'endRefusedForBreach'),
      flow('publicity', 'issueAward'),
    ],
  };
}
