import { field, formOf } from '../field.ts';
import type { MeasurePlan } from '../measurePlan.ts';
import { accountFields } from './declarationForm.ts';
import { firstInstalmentOnly, flow, type PathPart } from './pathPart.ts';

/** Stage 5: the award is issued, the account checked, the money released, paid and booked; a later instalment is scheduled. */
export function disbursementPart(plan: MeasurePlan): PathPart {
  return {
    columns: 12,
    forms: [
      { id: 'account', name: { zh: '更正收款账户', en: 'Corrected account' }, schema: formOf(accountFields) },
      {
        id: 'treasuryReply',
        name: { zh: '国库答复', en: 'Reply of the treasury' },
        schema: formOf({ treasuryReference: field.text('国库凭证号或书面答复文号', 'Treasury’s order number, or reference of its letter', { zh: '未支付的，须有国库的书面答复', en: 'That it was not paid has to be stated in writing' }) }),
      },
    ],
    steps: [
      {
        kind: 'userTask', id: 'issueAward', name: { zh: '下达扶持通知', en: 'Issue award' }, role: 'finance', duty: 'payment', due: { workingDays: 5 }, required: firstInstalmentOnly,
        outcomes: [{ id: 'issue', name: { zh: '下达', en: 'Issue' }, needsForm: false, needsReason: false }],
        cell: [0, 0],
      },
      // Before the account check, which may come again: the money is bound once.
      { kind: 'serviceTask', id: 'budgetCommit', name: { zh: '承诺预算', en: 'Commit budget' }, check: 'budgetCommit', cell: [1, 0] },
      { kind: 'serviceTask', id: 'bankCheck', name: { zh: '收款账户核验', en: 'Account check' }, check: 'bankAccountName', cell: [2, 0] },
      { kind: 'exclusiveGateway', id: 'bankOk', name: { zh: '账户相符？', en: 'Account right?' }, cell: [3, 0] },
      {
        kind: 'userTask', id: 'correctAccount', name: { zh: '更正收款账户', en: 'Correct account' }, role: 'applicant', form: 'account', writes: 'declaration', due: { workingDays: 5 },
        outcomes: [{ id: 'submit', name: { zh: '提交', en: 'Submit' }, needsForm: true, needsReason: false }],
        cell: [3, 1],
      },
      {
        kind: 'userTask', id: 'releasePayment', name: { zh: '放款审批', en: 'Release payment' }, role: 'finance', duty: 'payment', due: { workingDays: 15 },
        outcomes: [
          { id: 'release', name: { zh: '放款', en: 'Release' }, needsForm: false, needsReason: false },
          { id: 'hold', name: { zh: '账户有误，退回更正', en: 'Hold: account to be corrected' }, needsForm: false, needsReason: true },
        ],
        cell: [4, 0],
      },
      { kind: 'exclusiveGateway', id: 'releaseResult', name: { zh: '放款？', en: 'Released?' }, cell: [5, 0] },
      { kind: 'serviceTask', id: 'payment', name: { zh: '国库支付', en: 'Payment' }, check: 'paymentOrder', cell: [6, 0] },
      // A treasury that is silent before anything was sent is caught by neither: that is an incident, to be tried again.
      { kind: 'boundaryError', id: 'paymentRefused', name: { zh: '国库拒付', en: 'Refused by the treasury' }, host: 'payment', error: 'paymentRefused', slot: 0 },
      { kind: 'boundaryError', id: 'paymentProblem', name: { zh: '支付结果不明', en: 'Payment unknown' }, host: 'payment', error: 'paymentUnknown', slot: 1 },
      { kind: 'exclusiveGateway', id: 'paymentResult', name: { zh: '已支付？', en: 'Paid?' }, cell: [7, 0] },
      {
        kind: 'userTask', id: 'reconcilePayment', name: { zh: '与国库对账', en: 'Reconcile with the treasury' }, role: 'finance', duty: 'reconciliation', form: 'treasuryReply', due: { workingDays: 5 },
        outcomes: [
          { id: 'inquire', name: { zh: '再次向国库查询', en: 'Ask the treasury again' }, needsForm: false, needsReason: false },
          { id: 'paid', name: { zh: '已到账', en: 'Was paid' }, needsForm: true, needsReason: true },
          { id: 'sendAgain', name: { zh: '确未支付，重新支付', en: 'Surely not paid: send again' }, needsForm: true, needsReason: true },
          { id: 'cancel', name: { zh: '确未支付，取消支付', en: 'Surely not paid: cancel' }, needsForm: true, needsReason: true },
        ],
        cell: [7, 2],
      },
      { kind: 'exclusiveGateway', id: 'reconcileResult', name: { zh: '对账结果？', en: 'What was found?' }, cell: [8, 1] },
      {
        kind: 'userTask', id: 'confirmSendAgain', name: { zh: '第二人复核未支付', en: 'Second person confirms: not paid' }, role: 'finance', duty: 'reconciliationCheck', due: { workingDays: 5 },
        outcomes: [
          { id: 'confirm', name: { zh: '已核对国库书面答复', en: 'Confirm: the treasury’s letter says so' }, needsForm: false, needsReason: true },
          { id: 'refuse', name: { zh: '不同意，重新对账', en: 'Refuse: reconcile again' }, needsForm: false, needsReason: true },
        ],
        cell: [8, 2],
      },
      { kind: 'exclusiveGateway', id: 'confirmSendAgainResult', name: { zh: '同意？', en: 'Confirmed?' }, cell: [8, 3] },
      { kind: 'serviceTask', id: 'inquirePayment', name: { zh: '查询支付结果', en: 'Ask the treasury' }, check: 'paymentInquiry', cell: [9, 2] },
      { kind: 'exclusiveGateway', id: 'inquiryResult', name: { zh: '查询结果？', en: 'What does it say?' }, cell: [9, 1] },
      { kind: 'endEvent', id: 'endTerminated', name: { zh: '取消支付', en: 'Payment cancelled' }, end: 'plain', outcome: 'terminated', cell: [10, 2] },
      { kind: 'serviceTask', id: 'budgetPay', name: { zh: '列支', en: 'Book the payment' }, check: 'budgetPay', cell: [8, 0] },
      { kind: 'exclusiveGateway', id: 'moreInstalments', name: { zh: '还有后续分期？', en: 'More instalments?' }, cell: [9, 0] },
      { kind: 'serviceTask', id: 'followOn', name: { zh: '安排后续拨付', en: 'Schedule next instalment' }, check: 'followOn', cell: [10, 1] },
      { kind: 'endEvent', id: 'endDisbursed', name: { zh: '已拨付', en: 'Disbursed' }, end: 'plain', outcome: 'disbursed', cell: [11, 0] },
    ],
    flows: [
      flow('issueAward', 'budgetCommit'),
      flow('budgetCommit', 'bankCheck'),
      flow('bankCheck', 'bankOk'),
      flow('bankOk', 'releasePayment', { name: { zh: '相符', en: 'Yes' }, condition: 'bankCheck.exists and bankCheck.matches' }),
      flow('bankOk', 'correctAccount', { name: { zh: '不符', en: 'No' }, isDefault: true }),
      flow('correctAccount', 'bankCheck'),
      flow('releasePayment', 'releaseResult'),
      flow('releaseResult', 'payment', { name: { zh: '放款', en: 'Released' }, condition: 'releasePayment.outcome = "release"' }),
      flow('releaseResult', 'correctAccount', { name: { zh: '退回更正', en: 'Held' }, isDefault: true }),
      flow('payment', 'paymentResult'),
      flow('paymentResult', 'budgetPay', { name: { zh: '已支付', en: 'Paid' }, condition: 'payment.paid' }),
      flow('paymentResult', 'reconcilePayment', { name: { zh: '未支付', en: 'Not paid' }, isDefault: true }),
      flow('paymentProblem', 'reconcilePayment'),
      flow('paymentRefused', 'reconcilePayment'),
      flow('reconcilePayment', 'reconcileResult'),
      flow('reconcileResult', 'budgetPay', { name: { zh: '已到账', en: 'Was paid' }, condition: 'reconcilePayment.outcome = "paid"' }),
      flow('reconcileResult', 'inquirePayment', { name: { zh: '再次查询', en: 'Ask again' }, condition: 'reconcilePayment.outcome = "inquire"' }),
      flow('reconcileResult', 'confirmSendAgain', { name: { zh: '确未支付', en: 'Surely not paid' }, isDefault: true }),
      flow('confirmSendAgain', 'confirmSendAgainResult'),
      flow('confirmSendAgainResult', 'payment', { name: { zh: '重新支付', en: 'Send again' }, condition: 'confirmSendAgain.outcome = "confirm" and reconcilePayment.outcome = "sendAgain"' }),
      // The treasury is asked once more before the money goes back to the budget.
      flow('confirmSendAgainResult', 'inquirePayment', { name: { zh: '取消', en: 'Cancel' }, condition: 'confirmSendAgain.outcome = "confirm" and reconcilePayment.outcome = "cancel"' }),
      flow('confirmSendAgainResult', 'reconcilePayment', { name: { zh: '不同意', en: 'Refused' }, isDefault: true }),
      flow('inquirePayment', 'inquiryResult'),
      flow('inquiryResult', 'budgetPay', { name: { zh: '已支付', en: 'Paid' }, condition: 'inquirePayment.found = "paid"' }),
      flow('inquiryResult', 'endTerminated', { name: { zh: '未支付，取消', en: 'Not paid: cancelled' }, condition: 'inquirePayment.found = "notPaid" and reconcilePayment.outcome = "cancel"' }),
      flow('inquiryResult', 'reconcilePayment', { name: { zh: '继续对账', en: 'Go on reconciling' }, isDefault: true }),
      flow('budgetPay', 'moreInstalments'),
      flow('moreInstalments', 'followOn', { name: { zh: '有', en: 'Yes' }, condition: `instalment < ${plan.support.instalmentsBp.length}` }),
      flow('moreInstalments', 'endDisbursed', { name: { zh: '无', en: 'No' }, isDefault: true }),
      flow('followOn', 'endDisbursed'),
    ],
  };
}
