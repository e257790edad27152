import { jsonAs } from './facts/jsonAs.ts';
import { publicNotice } from './facts/publicNotice.ts';
import { grantReads } from './facts/grantedFen.ts';
import { defineCheck } from './defineCheck.ts';

/** Puts the award on public notice from the day on which the case stands. */
export const publishNotice = defineCheck({
  check: 'publishNotice',
  title: { zh: '发布公示', en: 'Publish notice' },
  performer: 'notice',
  result: [{ name: 'noticeId', type: 'string', title: { zh: '公示编号', en: 'Notice number' } }],
  failures: [],
  reads: () => [...grantReads, 'projectName'],
  ask: (process, state) => ({ operation: 'publish', notice: { ...publicNotice(process, state), from: state.at.slice(0, 10) } }),
  usual: () => ({ noticeId: 'N-1' }),
  judge: (_process, _state, answer) => ({ noticeId: jsonAs.text(answer.noticeId) }),
});
