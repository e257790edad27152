import { mayAccept } from '../../model/mayAccept.ts';
import type { Act } from '../../workflows/messages.ts';
import type { Deps } from '../deps.ts';
import type { Handlers } from '../http/call.ts';
import { examine } from '../incidents/watchEngine.ts';
import { restart } from '../incidents/recover.ts';
import { Refused, refuse } from '../refusals.ts';
import { caseRowOf, decodeCursor } from '../store/cases.ts';
import { incidentRows, stoppedRow } from '../views/incidentView.ts';
import { findCase, versionOf } from './findCase.ts';
import { sendAct } from './sendAct.ts';

/** Cases that cannot go on by themselves, and setting one going again whose workflow was ended from outside. */
export function incidentRoutes(deps: Deps): Handlers<'incidents' | 'recover'> {
  const { store, cases } = deps;
  return {
    async incidents({ query, account }) {
      if (query.cursor !== undefined && !decodeCursor(query.cursor)) throw refuse('malformed', '游标无效，请从第一页开始。', 'The cursor is invalid; start at the first page.', 'cursor');
      // Few, and the most serious: all of them stand before the first page.
      const stopped = query.cursor === undefined ? await store.incidents.stopped(query) : [];
      const { items, next } = await store.incidents.list(query);
      const first = await Promise.all(stopped.map(async ({ stoppage, row }) => stoppedRow(stoppage, row, (await versionOf(deps, row)).process, account)));
      const others = await Promise.all(items.map(async (row) => incidentRows(row, (await versionOf(deps, row)).process, account)));
      return { items: [...first, ...others.flat().filter(({ kind }) => query.kind === undefined || kind === query.kind)], ...(next === undefined ? {} : { next }) };
    },

    async recover({ params, body, write, actor, account }) {
      const id = params.case ?? '';
      const { row, published } = await findCase(deps, id, account);
      const judge = async (): Promise<Act> => {
        await examine({ store, cases }, id, true);
        const stoppage = await store.incidents.stoppageOf(id);
        if (stoppage?.kind !== 'endedOutside' || !row.state) throw refuse('incidentUnknown', '该案件的工作流没有从外部结束，无须恢复；请刷新页面。', 'The workflow of this case was not ended from outside, so there is nothing to recover; load the page again.');
        const act: Act = body.how === 'restart' ? { event: 'caseRestarted', actor, reason: body.reason, ended: stoppage.how } : { event: 'caseTerminated', actor, reason: body.reason };
        const no = mayAccept(published.process, row.state, { ...act, at: row.state.at });
        if (no) throw new Refused(no);
        return act;
      };
      // Between what is intended and what is sent, so that a repeat finds the case running and only sends.
      await sendAct(deps, write, id, judge, () => restart({ store, cases }, row, published));
      await store.incidents.gone(id);
      return caseRowOf((await findCase(deps, id, account)).row);
    },
  };
}
