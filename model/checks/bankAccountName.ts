import { confirmed } from './facts/confirmed.ts';
import { jsonAs } from './facts/jsonAs.ts';
import { defineCheck } from './defineCheck.ts';

/** Whether the account exists and is held in the name it was declared under, which must be the applicant's. */
export const bankAccountName = defineCheck({
  check: 'bankAccountName',
  title: { zh: '银行账户户名核验', en: 'Bank account name check' },
  performer: 'office',
  result: [
    { name: 'matches', type: 'boolean', title: { zh: '户名一致', en: 'Account name matches' } },
    { name: 'exists', type: 'boolean', title: { zh: '账户存在', en: 'Account exists' } },
  ],
  failures: ['refusedByOffice'],
  reads: () => ['bankAccount', 'bankAccountName', 'clearingNumber'],
  ask: (_process, state) => ({
    connector: 'bankAccountName',
    account: jsonAs.text(confirmed(state, 'bankAccount')),
    accountName: jsonAs.text(confirmed(state, 'bankAccountName')),
    clearingNumber: jsonAs.text(confirmed(state, 'clearingNumber')),
  }),
  usual: () => ({ matches: true, exists: true }),
  judge: (_process, _state, answer) => ({ matches: jsonAs.truth(answer.matches), exists: jsonAs.truth(answer.exists) }),
});
