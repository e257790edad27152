import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { backOffMs } from '../backOff.ts';
import type { CaseClient, RunHistory } from '../caseClient.ts';
import type { Store } from '../store/createStore.ts';
import { sweepEvery, type Sweep } from '../sweep.ts';
import { runNumberOf } from '../temporal/runInput.ts';

const sweepEveryMs = 5_000;
/** Retention counts from the end of each run, not of the case: a year-long case hands over long before it closes. */
const handedOverEveryMs = 600_000;
const atOnce = 20;

/** Keeps the histories of closed cases, and closed runs of open ones, before Temporal's retention removes them; a sweep gives how many cases were kept. */
export interface Archiver extends Sweep {
  /** One look at the runs that handed over to a next one; gives how many were kept. */
  sweepHandedOver(): Promise<number>;
}

/** What keeping histories needs. */
export interface Archiving {
  store: Store;
  cases: CaseClient;
  /** Real time, in milliseconds since 1970-01-01T00:00Z. */
  now: () => number;
}

/** The archiver, outside of every workflow, since none can keep its own last event. Sweeps by itself once started. */
export function startArchiver({ log, ...archiving }: Archiving & { log: Logger }): Archiver {
  const { store, cases, now } = archiving;

  const sweep = async (): Promise<number> => {
    let kept = 0;
    for (const { case: id, tries } of await store.cases.toArchive(atOnce, new Date(now()))) {
      try {
        if (await archive(archiving, id)) {
          kept += 1;
          continue;
        }
      } catch (error) {
        log.warn({ err: error, case: id }, 'the history of a closed case could not be kept yet');
      }
      // One case that cannot be kept now must not stand in the way of the others; it is tried again.
      await store.cases.tryLater(id, new Date(now() + backOffMs(tries)));
    }
    return kept;
  };
  const sweepHandedOver = async (): Promise<number> => {
    let kept = 0;
    for await (const { case: id, run } of cases.handedOver()) {
      if (await store.histories.has(id, run)) continue;
      await keepRuns(store, id, [await cases.run(id, run)]);
      kept += 1;
    }
    return kept;
  };
  const closed = sweepEvery(sweepEveryMs, sweep, log, 'the archiver could not look');
  const handed = sweepEvery(handedOverEveryMs, sweepHandedOver, log, 'the archiver could not look');

  return {
    sweep: closed.sweep,
    sweepHandedOver: handed.sweep,
    async stop() {
      await Promise.all([closed.stop(), handed.stop()]);
    },
  };
}

/** Keeps what the engine has of a case whose workflow is over and is not kept yet; true once all of it is. */
async function archive({ store, cases }: Archiving, id: string): Promise<boolean> {
  if (!(await keepEndedRuns({ store, cases }, id))) return false;
  const last = (await store.histories.ofCase(id)).at(-1);
  if (last) await store.cases.markArchived(id, new Date(last.archivedAt));
  return true;
}

/** Keeps every run of a case whose workflow is over; false while it is open. */
export async function keepEndedRuns({ store, cases }: Pick<Archiving, 'store' | 'cases'>, id: string): Promise<boolean> {
  const kept = new Set((await store.histories.ofCase(id)).map(({ run }) => run));
  const runs = await cases.runs(id, { kept });
  if (runs.length === 0 && (kept.size === 0 || (await cases.look(id)).stands !== 'ended')) return false;
  await keepRuns(store, id, runs);
  return true;
}

async function keepRuns(store: Store, id: string, runs: RunHistory[]): Promise<void> {
  for (const [index, { run, history, events }] of runs.entries()) {
    const content = canonicalize(history) ?? '';
    await store.histories.add({ case: id, run, position: runNumberOf(history) ?? index + 1, content, sha256: createHash('sha256').update(content).digest('hex'), events });
  }
}

/** Every run of a case, kept or still at the engine, open ones too, in their order. */
export async function everyRun({ store, cases }: Pick<Archiving, 'store' | 'cases'>, id: string): Promise<RunHistory[]> {
  const kept = await store.histories.runs(id);
  const others = await cases.runs(id, { open: true, kept: new Set(kept.map(({ run }) => run)) });
  return [...kept, ...others].sort((one, other) => (runNumberOf(one.history) ?? 0) - (runNumberOf(other.history) ?? 0));
}
