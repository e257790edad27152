import type { CaseState } from '../case.ts';
import { dayOf } from '../instant.ts';
import { jsonAs } from './facts/jsonAs.ts';
import { publicNotice } from './facts/publicNotice.ts';
import { grantReads } from './facts/grantedFen.ts';
import { defineCheck } from './defineCheck.ts';

/** The period's last day, or today where the notice comes down before it. */
function lastDay(state: CaseState): string {
  const today = dayOf(state.at);
  const until = jsonAs.object(state.data.noticePeriod).until;
  return typeof until === 'string' && until < today ? until : today;
}

/** Ends the case's public notice: on the last day of its period, or on the day on which it is taken down before; `noticeId` is the notice that was closed, empty if none was up. */
export const closeNotice = defineCheck({
  check: 'closeNotice',
  title: { zh: '结束公示', en: 'Close notice' },
  performer: 'notice',
  result: [{ name: 'noticeId', type: 'string', title: { zh: '公示编号', en: 'Notice number' } }],
  failures: [],
  reads: () => [...grantReads, 'projectName'],
  ask: (process, state) => ({ operation: 'close', notice: { ...publicNotice(process, state), to: lastDay(state) } }),
  usual: () => ({ noticeId: 'N-1' }),
  judge: (_process, _state, answer) => ({ noticeId: jsonAs.text(answer.noticeId) }),
});
