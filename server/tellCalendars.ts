import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { CaseClient } from './caseClient.ts';
import { fewAtOnce } from './fewAtOnce.ts';
import { Refused } from './refusals.ts';
import type { CalendarNews } from './store/calendarNews.ts';
import type { Store } from './store/createStore.ts';
import { sweepEvery, type Sweep } from './sweep.ts';

const sweepEveryMs = 10_000;
const atOnce = 16;
const page = 4 * atOnce;
/** News that came forward less long ago is in the hands of the process that tells it. */
const patienceMs = 30_000;
/** So long the request that brings a notice waits for the cases; the rest hears of it after it was answered. */
const requestWaitsMs = 5_000;

interface Telling {
  store: Store;
  cases: Pick<CaseClient, 'act'>;
  log: Logger;
  /** Real time, in milliseconds since 1970-01-01T00:00Z. */
  now: () => number;
}

/** How many cases heard of a notice, and how many are still to. */
export interface Told {
  casesTold: number;
  casesLeft: number;
}

/** Begins to tell every running case of a calendar year that was stored, and says after a while how far that came; it goes on by itself. */
export async function tellCalendar(telling: Telling, fresh: Parameters<Store['calendarNews']['begin']>[0], waitMs = requestWaitsMs): Promise<Told> {
  const news = await telling.store.calendarNews.begin(fresh);
  const count: Told = { casesTold: 0, casesLeft: (await waiting(telling, news)).length };
  let late: NodeJS.Timeout | undefined;
  const work = spread(telling, news, count).catch((error: unknown) => telling.log.warn({ err: error, year: news.year }, 'the telling of a calendar was interrupted, and goes on later'));
  await Promise.race([work, new Promise((resolve) => (late = setTimeout(resolve, waitMs)))]);
  clearTimeout(late);
  return { ...count };
}

/** Goes on telling what a process that died, or cases that did not answer, left behind. */
export function startTelling(telling: Telling): Sweep {
  const sweep = async (): Promise<number> => {
    const count: Told = { casesTold: 0, casesLeft: 0 };
    for (const news of await telling.store.calendarNews.idle(patienceMs)) await spread(telling, news, count);
    return count.casesTold;
  };
  return sweepEvery(sweepEveryMs, sweep, telling.log, 'nobody could look for calendars to tell');
}

// Compared as JavaScript compares, whatever the order of the database.
const waiting = async ({ store, now }: Telling, news: CalendarNews): Promise<string[]> => [...news.left, ...(await store.cases.running(now())).filter((id) => id > news.upTo)].sort();

/** Tells whoever has not heard, a few at a time, and notes after each page how far that came. */
async function spread(telling: Telling, news: CalendarNews, count: Told): Promise<void> {
  const { store, log } = telling;
  const todo = await waiting(telling, news);
  let left = news.left;
  for (let from = 0; from < todo.length; from += page) {
    const ids = todo.slice(from, from + page);
    const silent = await tellSome(telling, news, ids, count);
    left = [...left.filter((id) => !ids.includes(id)), ...silent];
    const last = ids.at(-1) ?? '';
    const upTo = last > news.upTo ? last : news.upTo;
    if (!(await store.calendarNews.progress({ ...news, upTo, left }))) {
      // A later notice of the year took over, and may have reached these cases before the earlier one did: they hear the later one again.
      await tellSome(telling, { ...news, key: `${news.key} overtaken` }, ids, { casesTold: 0, casesLeft: 0 });
      return;
    }
  }
  if (left.length === 0) return store.calendarNews.finish(news);
  log.warn({ year: news.year, cases: left.slice(0, 20), count: left.length }, 'cases did not answer when they were told of a calendar, and are told again');
}

/** Gives those that did not answer. */
async function tellSome({ store, cases, log }: Telling, { year, timers, actor, key: write, body }: CalendarNews, ids: string[], count: Told): Promise<string[]> {
  const years = await store.calendars.find([year]);
  const silent: string[] = [];
  const tell = async (id: string): Promise<void> => {
    // One key for each case, the same when repeated: a case that heard of it gives its first answer.
    const key = createHash('sha256').update(`${write}\n${id}`).digest('hex');
    try {
      await cases.act(id, { key, body, act: { event: 'calendarLoaded', actor, years, timers } });
      count.casesTold += 1;
    } catch (error) {
      if (!(error instanceof Refused) || error.refusal.code === 'notReady') return void silent.push(id);
      // It closed meanwhile and needs no calendar any more, or it is not started yet and reads the calendars when it is.
      log.info({ case: id, code: error.refusal.code }, 'a case did not take the calendar');
    }
    count.casesLeft -= 1;
  };
  await fewAtOnce(ids, atOnce, tell);
  return silent;
}
