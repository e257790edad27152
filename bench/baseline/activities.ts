import type { CaseState } from '../../model/case.ts';
import { lookUps } from '../../server/outside/lookUps.ts';
import { hashProcess } from '../../server/store/versions.ts';
import type { Store } from '../../server/store/createStore.ts';
import { path } from '../path.ts';
import type { ClaimActivities, Progress } from './contract.ts';

/** The hand-written workflow's activities over the same store: the same questions, the same rows, the calendar kept in memory. */
export async function createClaimActivities(store: Store): Promise<ClaimActivities> {
  const process = path();
  const hash = hashProcess(process);
  const calendar = await store.calendars.list();
  const ask = lookUps(store);

  const stateOf = ({ claim, seq, at, startedAt, open, until, data, deeds, granted }: Progress): CaseState => {
    const standing = open?.task ?? (until ? 'period' : undefined);
    const token = standing === undefined ? undefined : `${standing}#1`;
    return {
      case: claim.case,
      seq,
      at,
      startedAt,
      applicant: claim.applicant,
      instalment: 1,
      data: { declaration: { amount: claim.amount }, ...data },
      tokens: standing === undefined || token === undefined ? [] : [{ id: token, step: standing, scope: '', visit: 1, wait: {} }],
      visits: Object.fromEntries(Object.keys(data).map((step) => [`/${step}`, 1])),
      tasks: open && token !== undefined ? [{ task: token, token, step: open.task, role: 'clerk', openedAt: open.since }] : [],
      timers: until && token !== undefined ? [{ id: until.timer, step: 'period', token, startedAt: until.since, period: { milliseconds: 43_200_000 }, at: until.at }] : [],
      openEffects: [],
      unbooked: [],
      suspensions: [],
      waiting: [],
      incidents: [],
      deeds,
      calendar,
      posted: false,
      awarded: false,
      ...(granted ? { outcome: 'granted', closed: { at, outcome: 'granted' } } : {}),
    };
  };

  return {
    async documents(id) {
      const { documents } = await ask.documents({ case: id });
      return documents as string[]; // as `lookUps` answers
    },
    async otherCases(question) {
      const { cases } = await ask.otherCases({ ...question, invoiceNumbers: [] });
      return cases as { case: string; standing: string }[]; // as above
    },
    async paidThisYear(question) {
      const { paidFen } = await ask.paidThisYear(question);
      return paidFen as number; // as above
    },
    async show(progress) {
      const { claim, fence, entries } = progress;
      const trail = entries.map((entry) => (entry.event.event === 'caseStarted' ? { ...entry, event: { ...entry.event, calendar } } : entry));
      await store.writeProjection({ case: claim.case, process: process.id, version: 1, hash, measure: claim.measure, clock: claim.clock, fence, state: stateOf(progress), trail });
    },
  };
}
