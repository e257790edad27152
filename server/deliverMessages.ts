import type { Logger } from 'pino';
import type { CaseClient } from './caseClient.ts';
import { Refused } from './refusals.ts';
import type { Store } from './store/createStore.ts';
import { sweepEvery, type Sweep } from './sweep.ts';

const sweepEveryMs = 5_000;
const atOnce = 20;
/** A younger message is still in the hands of the request that brought it. */
const patienceMs = 60_000;

/**
 * Sees to it that every objection and report reaches its case, whatever died between the two: sends messages that were kept, and of which
 * their case is not known to have heard, by the very act that was kept with them. A sweep gives how many were settled.
 */
export function deliverMessages({ store, cases, log, now }: { store: Store; cases: Pick<CaseClient, 'act'>; log: Logger; now: () => number }): Sweep {
  const sweep = async (): Promise<number> => {
    let settled = 0;
    for (const { reference, case: id, act } of await store.notices.undelivered(new Date(now() - patienceMs), atOnce)) {
      try {
        await store.notices.settle(reference, await send(id, reference, act));
        settled += 1;
      } catch (error) {
        // One message that cannot be sent now must not stop the others; it is tried again.
        log.warn({ err: error, case: id, reference }, 'a message could not be delivered yet');
      }
    }
    return settled;
  };

  const send = async (id: string, reference: string, act: Parameters<CaseClient['act']>[1]): Promise<'delivered' | 'refused'> => {
    if (await store.notices.heard(id, reference)) return 'delivered';
    try {
      await cases.act(id, act);
      return 'delivered';
    } catch (error) {
      if (!(error instanceof Refused) || error.refusal.code === 'notReady') throw error;
      // Too late for the case, and not lost: who handles messages finds it on the case's page.
      log.warn({ case: id, reference, code: error.refusal.code }, 'a case could not take a message in any more');
      return 'refused';
    }
  };

  return sweepEvery(sweepEveryMs, sweep, log, 'nobody could look for undelivered messages');
}
