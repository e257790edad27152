import { jsonAs } from './facts/jsonAs.ts';
import { defineCheck } from './defineCheck.ts';

/** Whether a serious-default list bars the applicant from public money, and why. */
export const creditDefault = defineCheck({
  check: 'creditDefault',
  title: { zh: '严重失信核验', en: 'Serious default check' },
  performer: 'office',
  result: [
    { name: 'barred', type: 'boolean', title: { zh: '被限制享受财政资金', en: 'Barred from public money' } },
    { name: 'reason', type: 'string', title: { zh: '原因', en: 'Reason' } },
  ],
  failures: ['refusedByOffice'],
  reads: () => [],
  ask: (_process, state) => ({ connector: 'creditDefault', creditCode: state.applicant.creditCode }),
  usual: () => ({ barred: false, reason: '' }),
  judge: (_process, _state, answer) => ({ barred: jsonAs.truth(answer.barred), reason: jsonAs.text(answer.reason) }),
});
