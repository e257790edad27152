import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { CaseClock } from '../../activities/contracts.ts';
import type { CalendarYear } from '../../model/calendar/calendarYear.ts';
import { instantFromMs } from '../../model/instant.ts';
import { revision } from '../../model/revision.ts';
import type { CaseClient } from '../caseClient.ts';
import { Refused } from '../refusals.ts';
import { versionOf } from '../routes/findCase.ts';
import type { CaseRecord } from '../store/cases.ts';
import type { Store } from '../store/createStore.ts';

/** What starting a case needs. */
export interface Starting {
  store: Store;
  cases: CaseClient;
  /** Real time, in milliseconds since 1970-01-01T00:00Z. */
  now: () => number;
}

/** So late (real milliseconds) a case may start by the clock that was set when it was filed. */
const punctualMs = 5_000;

const calendarKeeper = { id: 'system', name: '系统', roles: ['administrator'] };

/**
 * Starts a case that was filed, with what was kept when it was noted; a case that was started already is left alone, so this may be
 * repeated until it succeeds. Refuses with `notReady`.
 */
export async function startCase({ store, cases, now }: Starting, row: CaseRecord): Promise<void> {
  const { beginning } = row;
  if (!beginning) return;
  const { process, version, hash } = await versionOf({ store }, row);
  await store.documents.tie(beginning.documents, row.case, row.creditCode);
  const clock = clockAt(row.clock, now());
  if (clock !== row.clock) await store.cases.setClock(row.case, clock);
  const calendar = await store.calendars.list();
  await cases.start({
    case: row.case,
    process,
    version,
    hash,
    revision,
    applicant: { creditCode: row.creditCode, name: row.applicantName },
    actor: beginning.actor,
    instalment: row.instalment,
    data: beginning.data,
    calendar,
    clock,
  });
  await tellOfCorrections({ store, cases }, row.case, calendar);
  await store.cases.started(row.case);
}

/** The clock of a case that starts now: nothing of its time passed while it could not be started. */
function clockAt(clock: CaseClock, now: number): CaseClock {
  if (now - clock.realStart <= punctualMs) return clock;
  const real = clock.start === instantFromMs(clock.realStart);
  return { ...clock, realStart: now, ...(real ? { start: instantFromMs(now) } : {}) };
}

/** A notice that was corrected between the reading of the calendars and the start found no case to tell. */
async function tellOfCorrections({ store, cases }: Pick<Starting, 'store' | 'cases'>, id: string, given: CalendarYear[]): Promise<void> {
  const known = new Set(given.map((year) => canonicalize(year)));
  const years = (await store.calendars.list()).filter((year) => !known.has(canonicalize(year)));
  if (years.length === 0) return;
  const key = createHash('sha256').update(`${id}\n${canonicalize(years)}`).digest('hex');
  try {
    await cases.act(id, { key, body: key, act: { event: 'calendarLoaded', actor: calendarKeeper, years, timers: 'recompute' } });
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.code === 'notReady') throw error; // any other refusal: it is over already
  }
}
