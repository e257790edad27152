import { instalmentFen } from './facts/instalmentFen.ts';
import { jsonAs } from './facts/jsonAs.ts';
import { grantReads } from './facts/grantedFen.ts';
import { defineCheck } from './defineCheck.ts';

/** Days between one instalment and the next; assumed. */
const daysBetweenInstalments = 365;

/** What a follow-on case must know of the case that decided the award. */
const decidedBy = ['review', 'supportRule', 'decision'];

/** Schedules the case of the next instalment, so that this case closes in its year; with nothing left to pay, none is scheduled and `case` is empty. */
export const followOn = defineCheck({
  check: 'followOn',
  title: { zh: '安排后续拨付', en: 'Schedule next instalment' },
  performer: 'followOn',
  result: [
    { name: 'case', type: 'string', title: { zh: '后续案件', en: 'Follow-on case' } },
    { name: 'startsAt', type: 'string', title: { zh: '开始时间', en: 'Starts at' } },
  ],
  failures: [],
  reads: () => [...grantReads, 'review.outcome'],
  ask: (process, state) => ({
    instalment: state.instalment + 1,
    afterDays: daysBetweenInstalments,
    amountFen: instalmentFen(process, state, state.instalment + 1),
    decided: Object.fromEntries(Object.entries(state.data).filter(([step]) => decidedBy.includes(step))),
  }),
  usual: (_process, state) => ({ case: `${state.case}-${state.instalment + 1}`, startsAt: state.at }),
  judge: (_process, _state, answer) => ({ case: jsonAs.text(answer.case), startsAt: jsonAs.text(answer.startsAt) }),
});
