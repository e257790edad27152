import { claimYear } from './facts/claimYear.ts';
import { jsonAs } from './facts/jsonAs.ts';
import { defineCheck } from './defineCheck.ts';

/** What a higher office awarded for the same thing, how much of it arrived, and whether it was recalled since. */
export const higherAwards = defineCheck({
  check: 'higherAwards',
  title: { zh: '上级扶持核验', en: 'Higher-level award check' },
  performer: 'office',
  result: [
    { name: 'receivedFen', type: 'integer', title: { zh: '已到账金额（分）', en: 'Money received (fen)' } },
    { name: 'awardDocument', type: 'string', title: { zh: '扶持文件', en: 'Award document' } },
    { name: 'recalled', type: 'boolean', title: { zh: '已被追回', en: 'Recalled' } },
  ],
  failures: ['refusedByOffice'],
  reads: () => [],
  ask: (_process, state) => ({ connector: 'higherAwards', creditCode: state.applicant.creditCode, year: claimYear(state) }),
  usual: () => ({ receivedFen: 0, awardDocument: '', recalled: false }),
  judge: (_process, _state, answer) => ({
    receivedFen: jsonAs.whole(answer.receivedFen),
    awardDocument: jsonAs.text(answer.awardDocument),
    recalled: jsonAs.truth(answer.recalled),
  }),
});
