import { and, eq, like, sql } from 'drizzle-orm';
import type { Actor } from '../../model/case.ts';
import type { Json } from '../../model/text.ts';
import type { Database } from './openStore.ts';
import { settings } from './schema.ts';

/** A year of the calendar of which the running cases are being told. */
export interface CalendarNews {
  year: number;
  timers: 'keep' | 'recompute';
  actor: Actor;
  /** Key and body of the write that brought it; a case's own key is made of the former. */
  key: string;
  body: string;
  /** Every case up to this one heard of it, closed, or stands in `left`. */
  upTo: string;
  /** Cases that did not answer. */
  left: string[];
  /** When it last came forward, in real milliseconds. */
  at: number;
}

const nameOf = (year: number) => `calendarNews/${year}`;

/** What running cases have still to be told of calendars; at most one piece of news for a year, since a case needs its latest notice alone. */
export function calendarNewsStore(db: Database, now: () => Date) {
  const same = ({ year, key }: Pick<CalendarNews, 'year' | 'key'>) => and(eq(settings.key, nameOf(year)), sql`${settings.value} ->> 'key' = ${key}`);
  // Written by this file alone.
  const read = (value: Json) => value as unknown as CalendarNews;
  const kept = (news: CalendarNews) => ({ ...news, at: now().getTime() }) as unknown as Json;
  return {
    /** Begins to tell; what is under way under the same key goes on. Clocks that an unfinished notice had computed anew are computed anew by its successor too. */
    async begin(fresh: Pick<CalendarNews, 'year' | 'timers' | 'actor' | 'key' | 'body'>): Promise<CalendarNews> {
      return db.transaction(async (tx) => {
        const [before] = await tx.select().from(settings).where(eq(settings.key, nameOf(fresh.year))).for('update');
        const known = before && read(before.value);
        if (known?.key === fresh.key) return known;
        const timers = known?.timers === 'recompute' ? 'recompute' : fresh.timers;
        const news: CalendarNews = { ...fresh, timers, upTo: '', left: [], at: 0 };
        const row = { key: nameOf(fresh.year), value: kept(news) };
        await tx.insert(settings).values(row).onConflictDoUpdate({ target: settings.key, set: row });
        return news;
      });
    },
    /** News that did not come forward for so long. */
    async idle(forMs: number): Promise<CalendarNews[]> {
      const rows = await db.select().from(settings).where(like(settings.key, 'calendarNews/%'));
      return rows.map((row) => read(row.value)).filter((news) => now().getTime() - news.at >= forMs);
    },
    /** Notes how far it came; false where a later notice of the year has taken its place. */
    async progress(news: CalendarNews): Promise<boolean> {
      return (await db.update(settings).set({ value: kept(news) }).where(same(news)).returning()).length > 0;
    },
    /** Everybody was told. */
    async finish(news: CalendarNews): Promise<void> {
      await db.delete(settings).where(same(news));
    },
  };
}
