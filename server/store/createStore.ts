import { EventEmitter } from 'node:events';
import type { Projection } from '../../activities/contracts.ts';
import type { DraftChange } from '../../model/api/drafts.ts';
import { accountStore } from './accounts.ts';
import { actStore, attemptStore } from './acts.ts';
import { calendarNewsStore } from './calendarNews.ts';
import { caseStore } from './cases.ts';
import { documentStore } from './documents.ts';
import { draftStore } from './drafts.ts';
import { figureStore } from './figures.ts';
import { incidentStore } from './incidents.ts';
import { createLedger } from './ledger.ts';
import { noticeStore } from './notices.ts';
import type { Database } from './openStore.ts';
import { readTrail, writeProjection, type Written } from './projection.ts';
import { presenceStore } from './presences.ts';
import { proposalStore } from './proposals.ts';
import { calendarStore, historyStore, letterStore, paymentStore, settingStore } from './records.ts';
import { sql } from 'drizzle-orm';
import { scenarioStore } from './scenarios.ts';
import type { Signals } from './signals.ts';
import { signInStore } from './signIns.ts';
import { taskStore } from './tasks.ts';
import { versionStore } from './versions.ts';

/** How long a claim holds where nothing else is set: a day. */
export const usualClaimMs = 86_400_000;

/** Everything the door, the activities and the archiver keep. `now` is real time; a claim lapses after `claimMs` of it; `signals` reach other processes. */
export function createStore(db: Database, now: () => Date = () => new Date(), claimMs = usualClaimMs, signals?: Signals) {
  const versions = versionStore(db, now);
  const ledger = createLedger(db, now);
  const written = new EventEmitter<{ written: [Written] }>();
  written.setMaxListeners(0); // one listener for each open page
  const redrawn = new EventEmitter<{ redrawn: [DraftChange] }>();
  redrawn.setMaxListeners(0);
  signals?.hear((text) => {
    const change = JSON.parse(text) as Written | DraftChange; // told below by another process
    if ('what' in change) redrawn.emit('redrawn', change);
    else written.emit('written', change);
  });
  // Nothing is paid before something is posted, and most writes come before that.
  const paidBy = async ({ case: id, state }: Projection): Promise<number> => (state.posted ? ledger.paidBy(id) : 0);
  return {
    settings: settingStore(db),
    incidents: incidentStore(db),
    figures: figureStore(db),
    accounts: accountStore(db, now),
    signIns: signInStore(db, now),
    versions,
    drafts: draftStore(db, now),
    proposals: proposalStore(db, now),
    scenarios: scenarioStore(db, now),
    presences: presenceStore(db, now),
    cases: caseStore(db),
    tasks: taskStore(db, now, claimMs),
    acts: actStore(db, now),
    attempts: attemptStore(db, now),
    ledger,
    notices: noticeStore(db, now),
    documents: documentStore(db, now),
    calendars: calendarStore(db),
    calendarNews: calendarNewsStore(db, now),
    histories: historyStore(db, now),
    letters: letterStore(db, now),
    payments: paymentStore(db, now),
    /** Emits `written` for each projection that changed something, in whatever process. */
    written,
    /** Emits `redrawn` for each change around the draft of a process, in whatever process of ours. */
    redrawn,
    tellRedrawn(change: DraftChange): void {
      redrawn.emit('redrawn', change);
      signals?.tell(JSON.stringify(change));
    },
    trail: (id: string, after = 0) => readTrail(db, id, after),
    async writeProjection(projection: Projection): Promise<void> {
      const published = await versions.find(projection.process, projection.version);
      if (!published) throw new Error(`version ${projection.version} of ${projection.process} is not in this store`);
      const change = await writeProjection(db, published.process, projection, await paidBy(projection));
      if (!change) return;
      written.emit('written', change);
      signals?.tell(JSON.stringify(change));
    },
    /** Writes the whole of what a case's history says of it, in place of its rows; false where newer rows are stored. */
    async rebuildProjection(projection: Projection): Promise<boolean> {
      const published = await versions.find(projection.process, projection.version);
      if (!published) throw new Error(`version ${projection.version} of ${projection.process} is not in this store`);
      return (await writeProjection(db, published.process, projection, await paidBy(projection), 'rebuilt')) !== undefined;
    },
    /** Whether the database answers. */
    async answers(): Promise<boolean> {
      return db.execute(sql`select 1`).then(
        () => true,
        () => false,
      );
    },
  };
}

/** What {@link createStore} gives. */
export type Store = ReturnType<typeof createStore>;
