import type { CaseView } from '../../model/api/cases.ts';
import type { Account } from '../../model/api/session.ts';
import type { Token } from '../../model/case.ts';
import { mayAccept, type HumanEvent } from '../../model/mayAccept.ts';
import { indexOf } from '../../model/processIndex.ts';
import type { Process } from '../../model/process.ts';
import type { Refusal } from '../../model/refusal.ts';
import { kindOf } from '../../model/steps/index.ts';
import { accessOf, rolesAt } from '../access.ts';
import type { Deps } from '../deps.ts';
import { caseRowOf, type CaseRecord } from '../store/cases.ts';
import { documentViewOf } from '../store/documents.ts';
import { maskPersonal } from './maskPersonal.ts';
import { stoppageOf } from './incidentView.ts';
import { noticeViewOf, receivedMessageOf } from './noticeView.ts';
import { actorOf, taskViewOf } from './taskView.ts';

/** One case in full, as far as this person may see it. */
export async function caseViewOf({ store, now }: Pick<Deps, 'store' | 'now'>, row: CaseRecord, process: Process, account: Account): Promise<CaseView> {
  const access = accessOf(account);
  const facts = { creditCode: row.creditCode, roles: rolesAt(row) };
  const [tasks, documents, notices, messages, ledger, followOns, releases, stoppage] = await Promise.all([
    store.tasks.ofCase(row.case),
    store.documents.ofCase(row.case),
    store.notices.ofCase(row.case),
    store.notices.messagesOf(row.case),
    store.ledger.postingsOf(row.case),
    store.cases.followOns(row.case),
    store.tasks.releasesOf(row.case),
    store.incidents.stoppageOf(row.case),
  ]);
  const { state } = row;
  const data = state?.data ?? {};
  const seen = access.case('readPersonal', facts) ? { data, masked: [] } : maskPersonal(process, data);
  return {
    ...caseRowOf(row),
    tokens: (state?.tokens ?? []).map((token) => shownToken(process, token, account)),
    visits: state?.visits ?? {},
    tasks: tasks.flatMap((record) => taskViewOf({ record, case: row, process }, account, now()) ?? []),
    timers: state?.timers ?? [],
    suspensions: state?.suspensions ?? [],
    incidentList: (state?.incidents ?? []).map((incident) => ({ ...incident, may: mayHelp(row, process, account, incident.id) })),
    ...(stoppage && account.applicant === undefined ? { stoppage: stoppageOf(stoppage, row, process, account) } : {}),
    ...seen,
    documents: documents.map(documentViewOf),
    notices: notices.map(noticeViewOf),
    messages: messages.map((message) => receivedMessageOf(message, access.case('readIdentity', facts) || message.actor === account.id)),
    ledger,
    claimReleases: account.applicant === undefined ? releases.map(({ task, holder, by, reason, at }) => ({ task, holder, by, reason, at: at.toISOString() })) : [],
    followOns: followOns.map(caseRowOf),
    may: mayOf(row, process, account),
    clock: row.clock,
  };
}

function mayOf(row: CaseRecord, process: Process, account: Account): CaseView['may'] {
  const { state } = row;
  const ask = (event: HumanEvent): true | Refusal => (state ? (mayAccept(process, state, event) ?? true) : notBegun);
  const of = { at: state?.at ?? '', actor: actorOf(account), reason: '…' };
  return {
    withdraw: ask({ event: 'caseWithdrawn', ...of }),
    suspend: ask({ event: 'caseSuspended', ...of }),
    resume: ask({ event: 'caseResumed', ...of }),
    terminate: ask({ event: 'caseTerminated', ...of }),
  };
}

/** What a person may do about an incident. */
export function mayHelp({ state }: CaseRecord, process: Process, account: Account, incident: string): CaseView['incidentList'][number]['may'] {
  const ask = (event: HumanEvent): true | Refusal => (state ? (mayAccept(process, state, event) ?? true) : notBegun);
  const of = { at: state?.at ?? '', actor: actorOf(account), reason: '…', incident };
  const correct = ask({ event: 'incidentResolved', ...of, how: 'correct' });
  return {
    retry: ask({ event: 'incidentResolved', ...of, how: 'retry' }),
    // Asked without data, only their absence may stand against it.
    correct: correct !== true && correct.code === 'formInvalid' ? true : correct,
    proposeSkip: ask({ event: 'skipProposed', ...of }),
    skip: ask({ event: 'incidentResolved', ...of, how: 'skip' }),
  };
}

/** A token as this person may see it: what others answered before all have is for the auditor alone. */
function shownToken(process: Process, token: Token, account: Account): Token {
  const step = indexOf(process).steps.get(token.step);
  const shows = step && kindOf(step).shows;
  return !shows || accessOf(account).audits ? token : { ...token, wait: shows(token.wait, account.id) };
}

const notBegun: Refusal = { code: 'notReady', message: { zh: '案件尚未开始。', en: 'The case has not begun.' } };

