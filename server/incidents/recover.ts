import { advance } from '../../model/advance.ts';
import type { CaseState } from '../../model/case.ts';
import type { Effect } from '../../model/effect.ts';
import type { Process, PublishedVersion } from '../../model/process.ts';
import { revision } from '../../model/revision.ts';
import type { TrailEntry } from '../../model/trail.ts';
import type { RunCaseInput } from '../../workflows/messages.ts';
import { everyRun, keepEndedRuns } from '../archiver/archiver.ts';
import type { CaseClient } from '../caseClient.ts';
import type { CaseRecord } from '../store/cases.ts';
import type { Store } from '../store/createStore.ts';
import { openReteller } from '../temporal/reteller.ts';

/** Who carries a case on that nobody began anew. */
const system = { id: 'system', name: '系统', roles: [] };
/** The fence of a run counts its events below this. */
const fenceOfRun = 1_000_000;

/** Where a case stood when its workflow was ended, and what it had asked for. */
export interface LastKnown {
  state: CaseState;
  /** Asked for and not answered: to be asked again under the same ids. */
  open: Effect[];
  /** No projection of the ended runs has a greater one. */
  fence: number;
}

/**
 * Where a case stood when its workflow was ended from outside: what its histories committed, as far as engine and archive have them, and
 * what the store shows where they are gone.
 */
export async function lastKnown({ store, cases }: { store: Store; cases: CaseClient }, row: CaseRecord, process: Process): Promise<LastKnown> {
  const runs = await everyRun({ store, cases }, row.case);
  const shown = await store.trail(row.case);
  const trail = runs.length === 0 ? shown : await retold(row.case, runs, shown);
  return { ...follow(process, trail, row.case), fence: row.fence };
}

async function retold(id: string, runs: Parameters<Awaited<ReturnType<typeof openReteller>>['tell']>[1], shown: TrailEntry[]): Promise<TrailEntry[]> {
  const reteller = await openReteller();
  try {
    const told = (await reteller.tell(id, runs))?.trail ?? [];
    const from = told[0]?.seq ?? Number.POSITIVE_INFINITY;
    // Runs that nobody has any more are known by what they had written.
    return [...shown.filter(({ seq }) => seq < from), ...told];
  } finally {
    await reteller.close();
  }
}

/** Follows a story to its end: the state, and the effects that were asked for and not answered. */
export function follow(process: Process, trail: TrailEntry[], id: string): Omit<LastKnown, 'fence'> {
  let state: CaseState | undefined;
  let asked: Effect[] = [];
  for (const { event } of trail) {
    const next = advance(process, state, event);
    state = next.state;
    if (event.event === 'calendarLoaded') asked = asked.filter(({ effect }) => effect !== 'loadCalendar');
    asked.push(...next.effects.filter(({ effect }) => effect === 'runCheck' || effect === 'loadCalendar' || effect === 'settleLedger'));
  }
  if (!state) throw new Error(`of ${id} neither a history nor a story is left`);
  const waiting = new Set(state.openEffects.map(({ effect }) => effect));
  for (const event of state.waiting) if ('effect' in event) waiting.delete(event.effect); // answered while the case is suspended
  return { state, open: asked.filter(({ id: name, effect }) => effect !== 'runCheck' || waiting.has(name)) };
}

/**
 * Sets a case going again from where it was last known; its ended runs are kept first, since no chain leads from the new run to them.
 * A case that runs is left alone.
 */
export async function restart({ store, cases }: { store: Store; cases: CaseClient }, row: CaseRecord, { process, version, hash }: PublishedVersion): Promise<void> {
  const { stands } = await cases.look(row.case);
  if (stands === 'running' || stands === 'failing') return;
  if (stands === 'ended') await keepEndedRuns({ store, cases }, row.case);
  const { state, open, fence } = await lastKnown({ store, cases }, row, process);
  const input: RunCaseInput = {
    case: row.case,
    process,
    version,
    hash,
    revision,
    applicant: state.applicant,
    actor: system,
    instalment: state.instalment,
    ...(row.parent === null ? {} : { parent: row.parent }),
    ...(row.scheduledBy === null ? {} : { scheduledBy: row.scheduledBy }),
    data: {},
    calendar: [],
    clock: row.clock,
    carried: { run: Math.floor(fence / fenceOfRun) + 1, state, acts: {}, open },
  };
  await cases.restart(input);
}
