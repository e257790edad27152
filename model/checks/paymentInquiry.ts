import { jsonAs } from './facts/jsonAs.ts';
import { treasuryStatement } from './facts/treasuryStatement.ts';
import { defineCheck } from './defineCheck.ts';

/** Asks the treasury what became of every order of this case and sends nothing; what it does not know counts as not paid only by its word in writing. */
export const paymentInquiry = defineCheck({
  check: 'paymentInquiry',
  title: { zh: '向国库查询支付结果', en: 'Payment inquiry' },
  performer: 'payment',
  result: [
    { name: 'found', type: 'string', title: { zh: '查询结果（paid 已支付，notPaid 未支付，notKnown 国库查无此指令，noAnswer 国库未答复）', en: 'Found: paid, notPaid, notKnown (no such order) or noAnswer' } },
    { name: 'orderId', type: 'string', title: { zh: '支付凭证号', en: 'Order number' } },
    { name: 'paidAt', type: 'string', title: { zh: '支付时间', en: 'Paid at' } },
  ],
  failures: [],
  reads: () => ['reconcilePayment.treasuryReference', 'confirmSendAgain.outcome'],
  settles: (end) => ('succeeded' in end && end.succeeded.found === 'notPaid' ? 'all' : undefined),
  ask: (_process, state) => ({ operation: 'inquire', ...treasuryStatement(state) }),
  usual: () => ({ found: 'notPaid' }),
  judge: (_process, _state, answer) => ({ found: jsonAs.text(answer.found), orderId: jsonAs.text(answer.orderId), paidAt: jsonAs.text(answer.paidAt) }),
});
