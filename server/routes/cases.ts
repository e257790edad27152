import type { Act } from '../../workflows/messages.ts';
import type { CaseState } from '../../model/case.ts';
import { mayAccept, type HumanEvent } from '../../model/mayAccept.ts';
import type { Process } from '../../model/process.ts';
import { rolesAt } from '../access.ts';
import type { Deps } from '../deps.ts';
import type { Call, Handlers } from '../http/call.ts';
import { Refused, refuse } from '../refusals.ts';
import { cursorKind } from '../store/caseList.ts';
import { caseRowOf, decodeCursor } from '../store/cases.ts';
import { caseViewOf } from '../views/caseView.ts';
import { keepMasked } from '../views/keepMasked.ts';
import { maskTrail, withoutOpenVotes } from '../views/maskPersonal.ts';
import { findCase, unknownCase } from './findCase.ts';
import { sendAct } from './sendAct.ts';

type WholeAct = 'withdraw' | 'suspend' | 'resume' | 'terminate';

const events = { withdraw: 'caseWithdrawn', suspend: 'caseSuspended', resume: 'caseResumed', terminate: 'caseTerminated' } as const;

/** Cases: lists, one in full, its story, its archive, and acts on it as a whole. */
export function caseRoutes(deps: Deps): Handlers<'cases' | 'case' | 'trail' | 'history' | 'archivedRun' | WholeAct | 'proposeSkip' | 'resolveIncident'> {
  const { store } = deps;

  /** Judges an act by the stored state, so that a refusal costs the case nothing; the case judges again. */
  const act = async (call: Call<WholeAct | 'proposeSkip' | 'resolveIncident'>, actOf: (process: Process, state: CaseState) => Act) => {
    const id = call.params.case ?? '';
    await findCase(deps, id, call.account);
    await sendAct(deps, call.write, id, async () => {
      const { row, published } = await findCase(deps, id, call.account);
      if (!row.state) throw refuse('notReady', '案件尚未开始，请稍后再试。', 'The case has not begun; try again later.');
      const asked = actOf(published.process, row.state);
      const no = mayAccept(published.process, row.state, { ...asked, at: row.state.at } as HumanEvent); // an act is an event without its time
      if (no) throw new Refused(no);
      return asked;
    });
    const { row } = await findCase(deps, id, call.account);
    return caseRowOf(row);
  };
  const whole = (name: WholeAct) => (call: Call<WholeAct>) => act(call, () => ({ event: events[name], actor: call.actor, reason: call.body.reason }));

  return {
    async cases({ query, access }) {
      if (query.cursor !== undefined && !decodeCursor(query.cursor, cursorKind(query.sort))) throw refuse('malformed', '游标无效，请从第一页开始。', 'The cursor is invalid; start at the first page.', 'cursor');
      const { items, ...page } = await store.cases.list(query, access.scope(), access.startingCases);
      return { items: items.map(caseRowOf), ...page };
    },
    async case({ params, account }) {
      const { row, published } = await findCase(deps, params.case ?? '', account);
      return caseViewOf(deps, row, published.process, account);
    },
    async trail({ params, query, account, access }) {
      const { row, published } = await findCase(deps, params.case ?? '', account);
      const told = await store.trail(row.case, query.after);
      const entries = access.audits || !row.state ? told : withoutOpenVotes(published.process, row.state, told, account.id);
      const open = access.case('readPersonal', { creditCode: row.creditCode, roles: rolesAt(row) });
      return { items: open ? entries : maskTrail(published.process, entries) };
    },
    async history({ params, account }) {
      const { row } = await findCase(deps, params.case ?? '', account);
      return { items: await store.histories.ofCase(row.case) };
    },
    async archivedRun({ params, account, response }) {
      const { row } = await findCase(deps, params.case ?? '', account);
      const content = await store.histories.content(row.case, params.run ?? '');
      if (content === undefined) throw unknownCase(`${row.case} ${params.run}`);
      response.attachment(`${row.case}-${params.run}.json`).type('application/json').send(content);
    },
    withdraw: whole('withdraw'),
    suspend: whole('suspend'),
    resume: whole('resume'),
    terminate: whole('terminate'),
    proposeSkip: (call) => act(call, () => ({ event: 'skipProposed', actor: call.actor, incident: call.params.incident ?? '', reason: call.body.reason })),
    resolveIncident: (call) =>
      act(call, (process, state) => ({
        event: 'incidentResolved',
        actor: call.actor,
        incident: call.params.incident ?? '',
        how: call.body.how,
        reason: call.body.reason,
        ...(call.body.data === undefined ? {} : { data: keepMasked(process, state.data, call.body.data) }),
      })),
  };
}
