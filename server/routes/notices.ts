import { createHash, randomBytes } from 'node:crypto';
import type { Message } from '../../model/api/notices.ts';
import type { Actor } from '../../model/case.ts';
import { mayAccept } from '../../model/mayAccept.ts';
import { rolesAt } from '../access.ts';
import type { Deps } from '../deps.ts';
import type { Call, Handlers } from '../http/call.ts';
import { Refused, refuse } from '../refusals.ts';
import { noticeViewOf } from '../views/noticeView.ts';
import { versionOf } from './findCase.ts';
import { sendAct } from './sendAct.ts';

/** Public notices, and what people say to them. */
export function noticeRoutes(deps: Deps): Handlers<'notices' | 'object' | 'report'> {
  const { store } = deps;

  const receive = async (message: 'objection' | 'report', call: Call<'object' | 'report'>, actor: Actor) => {
    const { write, body, access } = call;
    const found = await store.notices.find(call.params.notice ?? '');
    if (!found) throw refuse('unknown', '没有这份公示。', 'There is no such notice.', 'notice');
    const { notice } = found;
    const row = await store.cases.find(notice.case);
    if (!row?.state) throw refuse('messageNotExpected', '该公示目前不受理异议或举报。', 'Nothing can be received on this notice now.', 'notice');
    const { process } = await versionOf(deps, row);
    if (message === 'objection' && !access.case('object', { creditCode: row.creditCode, roles: rolesAt(row) })) {
      throw refuse('notAllowed', '异议由本项目的申报人提出；其他人可以实名举报。', 'An objection is for this item’s applicant; anybody else may report, signed.', 'notice');
    }
    const { state } = row;
    const reference = `${message === 'objection' ? 'YY' : 'JB'}-${write.key.slice(0, 16)}`;
    await sendAct(deps, write, notice.case, async () => {
      const salt = randomBytes(16).toString('base64url');
      const act = { event: 'messageReceived' as const, message, reference, actor, data: { hash: hashOf(body, salt) } };
      const no = mayAccept(process, state, { ...act, at: state.at });
      if (no) throw new Refused(no);
      // The words and the act are kept before the case hears of them: no reference points at nothing, and whoever finds the message undelivered sends the very same act.
      const input = { key: write.key, body: write.bodyHash, act };
      const kept = await store.notices.receive({ reference, message, notice: notice.notice, case: notice.case, statement: body.statement, signature: body.signature, actor: actor.id, salt, hash: act.data.hash, act: input });
      return kept.act.act;
    }).catch(async (error: unknown) => {
      if (!(error instanceof Refused) || error.refusal.code === 'notReady') throw error;
      // A repetition, after the case heard of it and then closed.
      if (await store.notices.heard(notice.case, reference)) return;
      await store.notices.takeBack(reference);
      throw error;
    });
    await store.notices.settle(reference, 'delivered');
    return { message: reference, reference };
  };

  return {
    notices: async () => ({ items: (await store.notices.list()).map(noticeViewOf) }),
    object: (call) => receive('objection', call, call.actor),
    // Who reports stands in the store alone, by the reference; the case's history never names them.
    report: (call) => receive('report', call, { id: 'reporter', name: '举报人', roles: [] }),
  };
}

/** By this hash the history vouches for words that it does not contain; the salt keeps it from confirming a guess of them. */
const hashOf = ({ statement, signature }: Message, salt: string): string =>
  createHash('sha256').update(JSON.stringify([salt, statement, signature.name, signature.unit ?? '', signature.contact])).digest('hex');
