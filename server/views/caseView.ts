import type { CaseView } from '../../model/api/cases.ts';
import type { Account } from '../../model/api/session.ts';
import { mayAccept, type HumanEvent } from '../../model/mayAccept.ts';
import type { Process } from '../../model/process.ts';
import type { Refusal } from '../../model/refusal.ts';
import { accessOf, rolesOf } from '../access.ts';
import type { Deps } from '../deps.ts';
import { caseRowOf, type CaseRecord } from '../store/cases.ts';
import { documentViewOf } from '../store/documents.ts';
import { maskPersonal } from './maskPersonal.ts';
import { noticeViewOf, receivedMessageOf } from './noticeView.ts';
import { actorOf, taskViewOf } from './taskView.ts';

/** One case in full, as far as this person may see it. */
export async function caseViewOf({ store, now }: Pick<Deps, 'store' | 'now'>, row: CaseRecord, process: Process, account: Account): Promise<CaseView> {
  const access = accessOf(account);
  const facts = { creditCode: row.creditCode, roles: rolesOf(process) };
  const [tasks, documents, notices, messages, ledger, followOns] = await Promise.all([
    store.tasks.ofCase(row.case),
    store.documents.ofCase(row.case),
    store.notices.ofCase(row.case),
    store.notices.messagesOf(row.case),
    store.ledger.postingsOf(row.case),
    store.cases.followOns(row.case),
  ]);
  const { state } = row;
  const data = state?.data ?? {};
  const seen = access.case('readPersonal', facts) ? { data, masked: [] } : maskPersonal(process, data);
  return {
    ...caseRowOf(row),
    tokens: state?.tokens ?? [],
    visits: state?.visits ?? {},
    tasks: tasks.flatMap((record) => taskViewOf({ record, case: row, process }, account, now()) ?? []),
    timers: state?.timers ?? [],
    suspensions: state?.suspensions ?? [],
    incidentList: state?.incidents ?? [],
    ...seen,
    documents: documents.map(documentViewOf),
    notices: notices.map(noticeViewOf),
    messages: messages.map((message) => receivedMessageOf(message, access.case('readIdentity', facts) || message.actor === account.id)),
    ledger,
    followOns: followOns.map(caseRowOf),
    may: mayOf(row, process, account),
    clock: row.clock,
  };
}

function mayOf(row: CaseRecord, process: Process, account: Account): CaseView['may'] {
  const { state } = row;
  const ask = (event: HumanEvent): true | Refusal => (state ? (mayAccept(process, state, event) ?? true) : notBegun);
  const of = { at: state?.at ?? '', actor: actorOf(account), reason: '…' };
  const incident = state?.incidents[0]?.id ?? '';
  return {
    withdraw: ask({ event: 'caseWithdrawn', ...of }),
    suspend: ask({ event: 'caseSuspended', ...of }),
    resume: ask({ event: 'caseResumed', ...of }),
    terminate: ask({ event: 'caseTerminated', ...of }),
    resolve: ask({ event: 'incidentResolved', ...of, incident, how: 'retry' }),
  };
}

const notBegun: Refusal = { code: 'notReady', message: { zh: '案件尚未开始。', en: 'The case has not begun.' } };

