import { confirmed } from './facts/confirmed.ts';
import { instalmentFen } from './facts/instalmentFen.ts';
import { jsonAs } from './facts/jsonAs.ts';
import { treasuryStatement } from './facts/treasuryStatement.ts';
import { grantReads } from './facts/grantedFen.ts';
import { defineCheck } from './defineCheck.ts';

/**
 * Orders the treasury to pay this instalment, once; `paymentUnknown` is for a person to clear up with the treasury. An earlier order of the
 * case that is in doubt stands in the way of another one, until the treasury's statement, confirmed by a second person, covers it.
 */
export const paymentOrder = defineCheck({
  check: 'paymentOrder',
  title: { zh: '国库支付', en: 'Payment order' },
  performer: 'payment',
  result: [
    { name: 'orderId', type: 'string', title: { zh: '支付凭证号', en: 'Order number' } },
    { name: 'paid', type: 'boolean', title: { zh: '已支付', en: 'Paid' } },
    { name: 'paidAt', type: 'string', title: { zh: '支付时间', en: 'Paid at' } },
  ],
  failures: ['paymentUnknown', 'paymentRefused'],
  reads: () => [...grantReads, 'bankAccount', 'bankAccountName', 'clearingNumber'],
  ordersMoney: true,
  settles(end) {
    if ('succeeded' in end) return undefined; // paid, but not booked
    if (end.failed === 'paymentRefused') return 'all'; // it is sent only once every earlier one is known to have come to nothing
    return ['unreachable', 'requestInvalid'].includes(end.failed) ? 'own' : undefined; // nothing was sent
  },
  ask: (process, state) => ({
    amountFen: instalmentFen(process, state, state.instalment),
    account: jsonAs.text(confirmed(state, 'bankAccount')),
    accountName: jsonAs.text(confirmed(state, 'bankAccountName')),
    clearingNumber: jsonAs.text(confirmed(state, 'clearingNumber')),
    payee: state.applicant.name,
    ...treasuryStatement(state),
  }),
  usual: (_process, state) => ({ orderId: 'P-1', state: 'paid', paidAt: state.at }),
  judge: (_process, _state, answer) => ({
    orderId: jsonAs.text(answer.orderId),
    paid: answer.state === 'paid',
    paidAt: jsonAs.text(answer.paidAt),
  }),
});
