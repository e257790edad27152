import { calendarFaults } from '../../model/calendar/calendarFaults.ts';
import { calendarYearSchema } from '../../model/calendar/calendarYear.ts';
import { instantFromMs } from '../../model/instant.ts';
import type { Deps } from '../deps.ts';
import type { Handlers } from '../http/call.ts';
import { checkShape } from '../http/checkShape.ts';
import { refuse } from '../refusals.ts';
import { tellCalendar } from '../tellCalendars.ts';
import { unknownMeasure } from './measures.ts';

/** Whether a text is the number of an attempt, as the store counts them. */
const isAttempt = (cursor: string): boolean => /^\d{1,10}$/.test(cursor) && Number(cursor) <= 2_147_483_647;

/** Calendars, budget, inboxes, the record of refused attempts, the clock. */
export function upkeepRoutes({ store, cases, clock, sandbox, now, log }: Deps): Handlers<'calendars' | 'putCalendar' | 'budget' | 'appropriate' | 'letters' | 'attempts' | 'clock'> {
  return {
    calendars: async () => ({ items: await store.calendars.list() }),
    async putCalendar({ params, body, write, actor }) {
      const { timers, ...days } = body;
      const year = checkShape(calendarYearSchema, { ...days, year: Number(params.year) });
      const faults = calendarFaults(year);
      if (faults[0]) throw refuse('calendarInvalid', faults[0].zh, faults[0].en, '/off', faults.map((message) => ({ pointer: '', message })));
      await store.calendars.put(year);
      return { year, ...(await tellCalendar({ store, cases, log, now }, { year: year.year, timers, actor, key: write.key, body: write.bodyHash })) };
    },
    async budget({ query }) {
      const items = await store.ledger.budgets({
        ...(query.year === undefined ? {} : { year: query.year }),
        ...(query.measure === undefined ? {} : { measure: query.measure }),
        postings: query.postings !== undefined,
      });
      return { items };
    },
    async appropriate({ body, write }) {
      if (!(await store.versions.latestOfMeasure(body.measure))) throw unknownMeasure(body.measure);
      const added = await store.ledger.appropriate({ ...body, effectId: `appropriation/${write.key}` });
      if ('insufficient' in added) throw refuse('amountInvalid', '预算合计超出系统可以精确记账的范围，请核对金额。', 'The budget as a whole would be more than can be booked exactly; check the amount.', '/amountFen');
      const [row] = await store.ledger.budgets({ measure: body.measure, year: body.year });
      if (!row) throw new Error('a budget that was just appropriated is not there');
      return row;
    },
    async letters({ account }) {
      const recipients = account.roles.filter((role) => role !== 'applicant').map((role) => `role:${role}`);
      return { items: await store.letters.list(account.applicant === undefined ? recipients : [...recipients, `applicant:${account.applicant}`]) };
    },
    async attempts({ query }) {
      if (query.cursor !== undefined && !isAttempt(query.cursor)) throw refuse('malformed', '游标无效，请从第一页开始。', 'The cursor is invalid; start at the first page.', 'cursor');
      return store.attempts.list({
        limit: query.limit,
        ...(query.actor === undefined ? {} : { actor: query.actor }),
        ...(query.code === undefined ? {} : { code: query.code }),
        ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
      });
    },
    clock: async () => ({ sandbox, dayMs: clock.dayMs, now: clock.start ?? instantFromMs(now()), realNow: now() }),
  };
}
