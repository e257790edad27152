import type { CalendarYear } from '../../model/calendar/calendarYear.ts';
import { calendars } from '../../measures/calendars.ts';
import { begin, end, onTime, scope, inside, smallProcess, task, wait } from './smallProcess.ts';
import { expectAskedForYears } from './scenario.ts';
import { after, complete, expectClosed, expectData, expectDeadline, expectFact, expectIncident, expectNoIncident, expectNoTask, expectOpen, expectRefusal, expectTask, expectWaitingAt, loadCalendar, resolve, resume, scenario, suspend, withdraw, confirmSkip, proposeSkip } from './scenario.ts';

const waiting = smallProcess([begin(), wait('notice', { workingDays: 5 }), end()], ['begin > notice > done']);
const due = smallProcess([begin(), task('a', { due: { workingDays: 5 } }), onTime('late', 'a', { workingDays: 6 }), end()], ['begin > a > done', 'late > done']);
const border = smallProcess([begin(), scope('part'), inside('part', begin('innerBegin'), task('a'), end('innerEnd')), onTime('late', 'part', { workingDays: 5 }), end()], ['begin > part > done', 'innerBegin > a > innerEnd', 'late > done']);

/** A year whose notice nobody knows yet; invented for these scenarios. */
const year2027: CalendarYear = { year: 2027, off: ['01-01'], worked: [], source: 'assumed for this scenario' };
const corrected: CalendarYear[] = calendars.filter(({ year }) => year === 2026).map((year) => ({ ...year, off: [...year.off, '03-05'] }));
const endOfYear = { start: { at: '2026-12-28T09:00:00.000+08:00' } };

const longer: CalendarYear[] = calendars.filter(({ year }) => year === 2026).map((year) => ({ ...year, worked: [...year.worked, '03-07', '03-08'] }));

/** Working days across a year that is not loaded, and notices that are corrected. */
export const calendarYears = [
  scenario('a deadline in an unknown year waits, is told, and runs once the year is loaded', waiting, [
    expectIncident('calendarMissing', 'notice'),
    after('9 days'),
    expectOpen(),
    expectRefusal('notAllowed', loadCalendar([year2027], 'keep', 'clerk-1')),
    loadCalendar([year2027]),
    expectNoIncident(),
    expectDeadline('notice', '2027-01-13T00:00:00.000+08:00'),
    after('7 days'),
    expectClosed('completed'),
  ], endOfYear),
  scenario('a year that was loaded after the case began is fetched when it is needed', waiting, [
    expectNoIncident(),
    expectDeadline('notice', '2027-01-05T00:00:00.000+08:00'),
    expectAskedForYears(),
    after('10 days'),
    expectClosed('completed'),
  ], { start: { ...endOfYear.start, stored: [year2027] } }),
  scenario('a case that was put on its way without a calendar begins with the years in force then', due, [
    expectFact('calendarChanged', undefined, 1),
    expectFact('incident', undefined, 0),
    expectTask('a'),
    expectAskedForYears(),
    complete('a'),
    expectClosed('completed'),
  ], { start: { years: [], stored: calendars }, durable: true }),
  scenario('a case that begins in a year that is not loaded waits at its first deadline, and an administrator is told once', due, [
    expectIncident('calendarMissing', 'a'),
    resolve('retry'),
    expectIncident('calendarMissing', 'a'),
    expectAskedForYears(2026),
    loadCalendar(calendars),
    expectNoIncident(),
    expectTask('a'),
    complete('a'),
    expectClosed('completed'),
  ], { start: { years: [] }, durable: true }),
  scenario('a case stands at an unknown year, and goes on by itself once the year is loaded', waiting, [
    expectIncident('calendarMissing', 'notice'),
    expectWaitingAt('notice'),
    expectAskedForYears(2027),
    loadCalendar([year2027]),
    expectNoIncident(),
    after('10 days'),
    expectClosed('completed'),
  ], { ...endOfYear, durable: true }),
  scenario('a year that does not help leaves the case where it is', waiting, [loadCalendar(corrected), expectIncident('calendarMissing', 'notice'), expectWaitingAt('notice')], endOfYear),
  scenario('a task whose due day cannot be told opens once it can', due, [
    expectIncident('calendarMissing', 'a'),
    expectNoTask(),
    loadCalendar([year2027]),
    expectNoIncident(),
    expectTask('a', { due: '2027-01-05T00:00:00.000+08:00' }),
    expectDeadline('late', '2027-01-06T00:00:00.000+08:00'),
    complete('a'),
    expectClosed('completed'),
  ], endOfYear),
  scenario('only the clock on a border waits for its year; the work goes on and ends', border, [expectIncident('calendarMissing', 'late'), complete('a'), expectClosed('completed')], endOfYear),
  scenario('skipping the clock on a border gives up the clock and not the work', border, [proposeSkip(), confirmSkip(), expectNoIncident(), expectTask('a'), expectWaitingAt('part', 'a'), loadCalendar([year2027]), expectFact('clockStarted', 'late', 0), complete('a'), expectClosed('completed')], endOfYear),
  scenario('a clock that is resumed into an unknown year keeps what was left of it', waiting, [
    after('2 days'),
    suspend(),
    after('until 2026-12-31T10:00:00.000+08:00'),
    resume(),
    expectIncident('calendarMissing', 'notice'),
    resolve('retry'),
    expectIncident('calendarMissing', 'notice'),
    loadCalendar([year2027]),
    expectNoIncident(),
    expectDeadline('notice', '2027-01-06T00:00:00.000+08:00'),
    after('6 days'),
    expectClosed('completed'),
  ]),
  scenario('a border’s clock that is resumed into an unknown year starts once', border, [
    after('2 days'),
    suspend(),
    after('until 2026-12-31T10:00:00.000+08:00'),
    resume(),
    expectIncident('calendarMissing', 'late'),
    loadCalendar([year2027]),
    expectDeadline('late', '2027-01-06T00:00:00.000+08:00'),
    complete('a'),
    expectClosed('completed'),
  ]),
  scenario('a year loaded during a suspension is used when it ends', waiting, [after('2 days'), suspend(), loadCalendar([year2027]), expectDeadline('notice', 'stopped'), after('until 2026-12-31T10:00:00.000+08:00'), resume(), expectDeadline('notice', '2027-01-06T00:00:00.000+08:00')]),
  scenario('a missing year is told once, however often the case is suspended meanwhile', waiting, [after('2 days'), suspend(), after('until 2026-12-31T10:00:00.000+08:00'), resume(), suspend(), resume(), expectFact('incident', 'notice', 1), loadCalendar([year2027]), expectNoIncident()]),
  scenario('a notice that changes nothing for a clock leaves the clock alone', waiting, [loadCalendar(calendars, 'recompute'), expectFact('clockStarted', 'notice', 1), expectDeadline('notice', '2026-03-07T00:00:00.000+08:00')]),
  scenario('a corrected notice by which a period is over ends it now, not in the past', waiting, [
    after('until 2026-03-11T10:00:00.000+08:00'),
    loadCalendar(longer, 'recompute'),
    expectDeadline('notice', '2026-03-11T10:00:00.000+08:00'),
    after('1 minutes'),
    expectClosed('completed'),
  ], { start: { at: '2026-03-05T09:00:00.000+08:00' } }),
  scenario('a corrected notice: running clocks keep their instant', waiting, [loadCalendar(corrected, 'keep'), expectDeadline('notice', '2026-03-07T00:00:00.000+08:00')]),
  scenario('a corrected notice: running clocks are computed again', waiting, [loadCalendar(corrected, 'recompute'), expectDeadline('notice', '2026-03-10T00:00:00.000+08:00'), expectData('notice.until', '2026-03-09'), after('8 days'), expectClosed('completed')]),
  scenario('a corrected notice: a clock that was suspended is computed again from its resumption', waiting, [
    after('until 2026-03-03T09:00:00.000+08:00'),
    suspend(),
    after('until 2026-03-04T09:00:00.000+08:00'),
    resume(),
    expectDeadline('notice', '2026-03-10T00:00:00.000+08:00'),
    loadCalendar(corrected, 'recompute'),
    expectDeadline('notice', '2026-03-11T00:00:00.000+08:00'),
  ]),
  scenario('a case that waits for a calendar can be withdrawn', due, [withdraw(), expectClosed('withdrawn')], endOfYear),
];
