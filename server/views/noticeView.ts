import type { NoticeView, ReceivedMessage } from '../../model/api/notices.ts';
import { dayOf, plusMilliseconds } from '../../model/instant.ts';
import type { MessageRecord, NoticeRecord } from '../store/notices.ts';

/** A notice as anybody may read it; whether it is open, and until when, follows from how its case stands. */
export function noticeViewOf({ notice, status, state }: NoticeRecord): NoticeView {
  // Nothing but a confirmed breach refuses an award that was made public.
  const withdrawn = state?.closed?.outcome === 'refused' || (status === 'closed' && notice.closedBy === null);
  const standing = withdrawn ? 'withdrawn' : notice.closedBy !== null ? 'closed' : (state?.suspensions.length ?? 0) > 0 ? 'suspended' : 'open';
  // The running period is the notice's; while the clocks stand still nobody can name its last day.
  const period = standing === 'open' ? state?.timers.find((timer) => timer.at !== undefined && 'workingDays' in timer.period && dayOf(timer.startedAt) >= notice.from) : undefined;
  const to = notice.to ?? (period?.at === undefined ? undefined : dayOf(plusMilliseconds(period.at, -1)));
  return {
    notice: notice.notice,
    case: notice.case,
    applicantName: notice.applicantName,
    measure: notice.measure,
    measureName: notice.measureName,
    projectName: notice.projectName,
    amountFen: notice.amountFen,
    from: notice.from,
    ...(to === undefined ? {} : { to }),
    workingDays: notice.workingDays,
    status: standing,
    contact: notice.contact,
  };
}

/** A message on a case; its words and who signed it only for whoever may know. */
export function receivedMessageOf(record: MessageRecord, identity: boolean): ReceivedMessage {
  return {
    message: record.message === 'objection' ? 'objection' : 'report',
    reference: record.reference,
    notice: record.notice,
    receivedAt: record.receivedAt.toISOString(),
    status: record.status,
    ...(identity ? { statement: record.statement, signature: record.signature, salt: record.salt } : {}),
  };
}
