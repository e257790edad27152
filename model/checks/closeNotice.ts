import { jsonAs } from './facts/jsonAs.ts';
import { publicNotice } from './facts/publicNotice.ts';
import { defineCheck } from './defineCheck.ts';

/** Ends the case's public notice on the day on which the case stands; `noticeId` is the notice that was closed, empty if none was up. */
export const closeNotice = defineCheck({
  check: 'closeNotice',
  title: { zh: '结束公示', en: 'Close notice' },
  performer: 'notice',
  result: [{ name: 'noticeId', type: 'string', title: { zh: '公示编号', en: 'Notice number' } }],
  failures: [],
  ask: (process, state) => ({ operation: 'close', notice: { ...publicNotice(process, state), to: state.at.slice(0, 10) } }),
  judge: (_process, _state, answer) => ({ noticeId: jsonAs.text(answer.noticeId) }),
});
