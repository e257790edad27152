import type { Logger } from 'pino';
import type { CaseClient, EngineLook } from '../caseClient.ts';
import type { Store } from '../store/createStore.ts';

const sweepEveryMs = 5_000;
/** One look is one call of a few milliseconds, so a million open cases are gone round in a day, and a few thousand in minutes. */
const atOnce = 100;
const sideBySide = 10;

/** Looks round the open cases for engines that stopped: a workflow task that fails again and again, a workflow ended from outside. */
export interface EngineWatch {
  /** One look at the next open cases and at all that stood still before; gives how many stand still now. */
  sweep(): Promise<number>;
  stop(): Promise<void>;
}

/** The watch; sweeps by itself once made. Its findings are incidents of the list, and gone once the case goes on. */
export function watchEngine({ store, cases, log }: { store: Store; cases: CaseClient; log: Logger }): EngineWatch {
  let last = '';
  let running: Promise<number> | undefined;

  const sweep = async (): Promise<number> => {
    if (!(await cases.answers())) return 0;
    const known = (await store.incidents.stopped()).map(({ stoppage }) => stoppage.case);
    const next = await store.cases.openAfter(last, atOnce);
    last = next.length < atOnce ? '' : (next.at(-1) ?? '');
    const ids = [...new Set([...known, ...next])];
    let stopped = 0;
    for (let from = 0; from < ids.length; from += sideBySide) {
      const found = await Promise.all(ids.slice(from, from + sideBySide).map((id) => examine({ store, cases }, id)));
      stopped += found.filter(Boolean).length;
    }
    return stopped;
  };
  const once = () => (running ??= sweep().finally(() => (running = undefined)));
  const timer = setInterval(() => void once().catch((error: unknown) => log.warn({ err: error }, 'the watch over the engine could not look')), sweepEveryMs);
  timer.unref();

  return {
    sweep: once,
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

/** Looks at one case and keeps what is found; true where its engine stands still. */
export async function examine({ store, cases }: { store: Store; cases: CaseClient }, id: string): Promise<boolean> {
  const look = await cases.look(id);
  // Read after the look: a case writes that it is closed before its workflow ends.
  const row = await store.cases.find(id);
  const found = row && row.status !== 'closed' && stoppageIn(look);
  if (found) await store.incidents.found({ case: id, ...found });
  else await store.incidents.gone(id);
  return Boolean(found);
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
