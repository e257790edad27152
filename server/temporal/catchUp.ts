import type { Logger } from 'pino';
import type { CaseClient } from '../caseClient.ts';
import { fewAtOnce } from '../fewAtOnce.ts';
import type { Store } from '../store/createStore.ts';

/** Longer than any workflow task can be under way between its write and its commit. */
const doubtfulSeconds = 60;
const atOnce = 20;

/**
 * Before a worker begins: has every case written anew whose rows were written last. A worker that was killed between the write of
 * its rows and the commit of its workflow task left rows that the history never had; where the act behind them was lost too, nobody would
 * ever correct them. Other workers may go on meanwhile: a case that is asked writes what its own history has, and older rows never
 * replace newer ones. Gives how many cases were asked.
 */
export async function catchUp({ store, cases, log }: { store: Store; cases: Pick<CaseClient, 'showAgain'>; log: Pick<Logger, 'warn'> }): Promise<number> {
  const doubtful = await store.cases.lastWritten(doubtfulSeconds);
  let asked = 0;
  await fewAtOnce(doubtful, atOnce, async (id) => {
    try {
      await cases.showAgain(id);
      asked += 1;
    } catch (error) {
      // One case that cannot be asked must not keep a worker from carrying all the others.
      log.warn({ err: error, case: id }, 'a case could not be asked to show itself again');
    }
  });
  return asked;
}
