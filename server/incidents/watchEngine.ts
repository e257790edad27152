import type { Logger } from 'pino';
import type { CaseClient, EngineLook } from '../caseClient.ts';
import { fewAtOnce } from '../fewAtOnce.ts';
import type { Store } from '../store/createStore.ts';
import { sweepEvery, type Sweep } from '../sweep.ts';

const sweepEveryMs = 5_000;
/** One look is one call of a few milliseconds, so a million open cases are gone round in a day, and a few thousand in minutes. */
const atOnce = 100;
const sideBySide = 10;

/**
 * Looks round the open cases for engines that stopped: a workflow task that fails again and again, a workflow ended from outside. What it finds
 * are incidents of the list, and gone once the case goes on. A sweep looks at the next open cases and at all that stood still before, and
 * gives how many stand still now.
 */
export function watchEngine({ store, cases, log }: { store: Store; cases: CaseClient; log: Logger }): Sweep {
  let last = '';

  const sweep = async (): Promise<number> => {
    if (!(await cases.answers())) return 0;
    const known = new Set((await store.incidents.stopped()).map(({ stoppage }) => stoppage.case));
    const next = await store.cases.openAfter(last, atOnce);
    last = next.length < atOnce ? '' : (next.at(-1) ?? '');
    const ids = [...new Set([...known, ...next])];
    let stopped = 0;
    await fewAtOnce(ids, sideBySide, async (id) => {
      if (await examine({ store, cases }, id, known.has(id))) stopped += 1;
    });
    return stopped;
  };
  return sweepEvery(sweepEveryMs, sweep, log, 'the watch over the engine could not look');
}

/** Looks at one case and keeps what is found, or takes back what was found before; true where its engine stands still. */
export async function examine({ store, cases }: { store: Store; cases: CaseClient }, id: string, stoodStill: boolean): Promise<boolean> {
  const found = stoppageIn(await cases.look(id));
  // Read after the look: a case writes that it is closed before its workflow ends.
  const row = found && (await store.cases.find(id));
  if (found && row && row.status !== 'closed') {
    await store.incidents.found({ case: id, ...found });
    return true;
  }
  if (stoodStill) await store.incidents.gone(id);
  return false;
}

function stoppageIn(look: EngineLook): { kind: 'workflowTaskFailed' | 'endedOutside'; how: string; why: string; since: Date } | undefined {
  switch (look.stands) {
    case 'running':
      return undefined;
    case 'failing':
      return { kind: 'workflowTaskFailed', how: '', why: look.why, since: look.since };
    case 'ended':
      return { kind: 'endedOutside', how: look.how, why: look.why, since: look.since };
    case 'unknown':
      return { kind: 'endedOutside', how: 'unknown', why: '', since: new Date() };
  }
}
