import type { CaseClient } from '../caseClient.ts';
import type { Store } from '../store/createStore.ts';

/** Longer than any workflow task can be under way between its write and its commit. */
const doubtfulSeconds = 60;

/**
 * Before a worker begins: has every case written anew whose rows were written last. A worker that was killed between the write of
 * its rows and the commit of its workflow task left rows that the history never had; where the act behind them was lost too, nobody would
 * ever correct them. Gives how many cases were asked.
 */
export async function catchUp({ store, cases }: { store: Store; cases: CaseClient }): Promise<number> {
  const doubtful = await store.cases.lastWritten(doubtfulSeconds);
  await Promise.all(doubtful.map((id) => cases.showAgain(id)));
  return doubtful.length;
}
