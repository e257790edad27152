import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { backOffMs } from '../backOff.ts';
import type { CaseClient } from '../caseClient.ts';
import type { Store } from '../store/createStore.ts';

const sweepEveryMs = 5_000;
const atOnce = 20;

/** Keeps the histories of closed cases before Temporal's retention removes them. */
export interface Archiver {
  /** One look at what is closed and not kept; gives how many cases were kept. */
  sweep(): Promise<number>;
  stop(): Promise<void>;
}

/** The archiver, outside of every workflow, since none can keep its own last event. Sweeps by itself once started. */
export function startArchiver({ store, cases, log, now }: { store: Store; cases: CaseClient; log: Logger; now: () => number }): Archiver {
  let running: Promise<number> | undefined;

  const sweep = async (): Promise<number> => {
    let kept = 0;
    for (const { case: id, tries } of await store.cases.toArchive(atOnce, new Date(now()))) {
      try {
        if (await archive(store, cases, id, now)) {
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
  const once = () => (running ??= sweep().finally(() => (running = undefined)));
  const timer = setInterval(() => void once().catch((error: unknown) => log.warn({ err: error }, 'the archiver could not look')), sweepEveryMs);
  timer.unref();

  return {
    sweep: once,
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

async function archive(store: Store, cases: CaseClient, id: string, now: () => number): Promise<boolean> {
  const runs = await cases.runs(id);
  if (runs.length === 0) return false;
  for (const [index, { run, history, events }] of runs.entries()) {
    const content = canonicalize(history) ?? '';
    await store.histories.add({ case: id, run, position: index + 1, content, sha256: createHash('sha256').update(content).digest('hex'), events });
  }
  await store.cases.markArchived(id, new Date(now()));
  return true;
}
