import type { Logger } from 'pino';
import { backOffMs } from '../backOff.ts';
import { sweepEvery, type Sweep } from '../sweep.ts';
import { startCase, type Starting } from './startCase.ts';

const sweepEveryMs = 3_000;
const atOnce = 20;
/** Longer than a start can take: of several processes on one store only one may set the case's clock. */
const takenOnMs = 60_000;

/** Starts cases that were filed while the server that runs them was away, or this one was stopped in between; a sweep gives how many were started. */
export function startStarter({ log, ...starting }: Starting & { log: Logger }): Sweep {
  const { store, cases, now } = starting;
  const sweep = async (): Promise<number> => {
    const due = await store.cases.toStart(atOnce, new Date(now()));
    // Asked once, so that an absence does not count as the failure of a case.
    if (due.length === 0 || !(await cases.answers())) return 0;
    let started = 0;
    for (const row of due) {
      if (!(await store.cases.takeOnToStart(row.case, new Date(now()), new Date(now() + takenOnMs)))) continue;
      try {
        await startCase(starting, row);
        started += 1;
      } catch (error) {
        log.warn({ err: error, case: row.case }, 'a case that was filed could not be started yet');
        await store.cases.tryLater(row.case, new Date(now() + backOffMs(row.tries)));
      }
    }
    return started;
  };
  return sweepEvery(sweepEveryMs, sweep, log, 'the starter could not look');
}
