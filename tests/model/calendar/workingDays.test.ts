import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendars } from '../../../measures/calendars.ts';
import { calendarFaults } from '../../../model/calendar/calendarFaults.ts';
import { calendarYearSchema } from '../../../model/calendar/calendarYear.ts';
import { isWorkingDay } from '../../../model/calendar/isWorkingDay.ts';
import { addWorkingDays, remainingWorkingDays, workingDaysBetween } from '../../../model/calendar/workingDays.ts';
import { dayOf, msOf, plusDays, plusMilliseconds, startOfDay, weekday } from '../../../model/instant.ts';

const nine = (day: string) => `${day}T09:00:00.000+08:00`;

function lastDay(from: string, n: number, firstDayCounts: boolean): string | number[] {
  const end = addWorkingDays(calendars, nine(from), n, firstDayCounts);
  return 'missing' in end ? end.missing : dayOf(plusMilliseconds(end.at, -1));
}

describe('the calendars of 2023 to 2026', () => {
  it('are well-formed and free of faults', () => {
    for (const year of calendars) {
      expect(calendarYearSchema.safeParse(year).success).toBe(true);
      expect(calendarFaults(year)).toEqual([]);
    }
  });

  it.each([[2023, 249], [2024, 251], [2025, 248], [2026, 248]])('%i has %i working days', (year, days) => {
    expect(workingDaysBetween(calendars, `${year}-01-01`, `${year}-12-31`)).toEqual({ days });
  });

  it('agree with chinese-days on every single day', () => {
    const days: string[] = [];
    for (let day = '2023-01-01'; day <= '2026-12-31'; day = plusDays(day, 1)) days.push(day);
    // In a process of its own: the library reads the host's zone when it is loaded, ours reads none.
    const script = `const { isWorkday } = require('chinese-days'); process.stdout.write(JSON.stringify(${JSON.stringify(days)}.filter((day) => isWorkday(day))))`;
    const theirs = new Set(JSON.parse(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8', env: { ...process.env, TZ: 'Asia/Shanghai' } })) as string[]); // printed by the script
    const different = days.filter((day) => isWorkingDay(calendars, day) !== theirs.has(day));
    expect(different).toEqual([]);
  });

  it('know the days of 调休', () => {
    expect(isWorkingDay(calendars, '2026-02-14')).toBe(true);
    expect(isWorkingDay(calendars, '2026-02-16')).toBe(false);
    expect(isWorkingDay(calendars, '2026-02-21')).toBe(false);
    expect(isWorkingDay(calendars, '2027-01-04')).toBeUndefined();
  });
});

describe('addWorkingDays', () => {
  it.each([
    ['2023-06-20', 7, '2023-06-29'],
    ['2023-09-22', 7, '2023-10-08'],
    ['2024-11-19', 7, '2024-11-27'],
  ])('a real publicity period: from %s, %i working days, to %s', (from, n, through) => {
    expect(lastDay(from, n, true)).toBe(through);
  });

  it.each([
    ['2026-09-28', 5, '2026-10-09'],
    ['2026-09-19', 5, '2026-09-24'],
    ['2024-02-02', 5, '2024-02-07'],
  ])('a computed period: from %s, %i working days, to %s', (from, n, through) => {
    expect(lastDay(from, n, true)).toBe(through);
  });

  it('leaves out the first day where it does not count', () => {
    expect(lastDay('2026-03-02', 5, false)).toBe('2026-03-09');
    expect(lastDay('2026-03-02', 5, true)).toBe('2026-03-06');
    expect(lastDay('2026-03-07', 1, false)).toBe('2026-03-09');
    expect(lastDay('2026-03-07', 1, true)).toBe('2026-03-09');
  });

  it('ends at midnight after the last day', () => {
    expect(addWorkingDays(calendars, nine('2026-03-02'), 1, true)).toEqual({ at: '2026-03-03T00:00:00.000+08:00' });
    expect(addWorkingDays(calendars, nine('2026-03-02'), 0, true)).toEqual({ at: nine('2026-03-02') });
  });

  it('names the year it lacks and does not guess', () => {
    expect(lastDay('2026-12-28', 5, true)).toEqual([2027]);
    expect(lastDay('2026-12-28', 4, true)).toBe('2026-12-31');
    expect(lastDay('2026-12-31', 1, false)).toEqual([2027]);
    expect(lastDay('2022-12-30', 1, true)).toEqual([2022]);
    // The day itself does not count, so its year is not needed.
    expect(lastDay('2022-12-31', 1, false)).toEqual('2023-01-03');
    expect(workingDaysBetween(calendars, '2022-12-01', '2027-01-31')).toEqual({ missing: [2022, 2027] });
  });
});

describe('remainingWorkingDays', () => {
  const days = fc.integer({ min: 0, max: 1_000 }).map((n) => plusDays('2023-01-01', n));

  it('gives back the same deadline when the clock resumes on the day it stopped', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 40 }), fc.boolean(), fc.nat(), (from, n, firstDayCounts, later) => {
        const end = addWorkingDays(calendars, nine(from), n, firstDayCounts);
        if (!('at' in end)) throw new Error('the years are loaded');
        const span = msOf(end.at) - msOf(nine(from));
        const stopped = plusMilliseconds(nine(from), later % span);
        const left = remainingWorkingDays(calendars, stopped, end.at);
        if (!('days' in left)) throw new Error('the years are loaded');
        expect(addWorkingDays(calendars, stopped, left.days, true)).toEqual(end);
      }),
    );
  });

  it('is nothing once the deadline has passed', () => {
    expect(remainingWorkingDays(calendars, nine('2026-03-09'), startOfDay('2026-03-09'))).toEqual({ days: 0 });
  });

  it('agrees with counting one day at a time', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), (from, length) => {
        const all = Array.from({ length: length + 1 }, (_, n) => plusDays(from, n));
        const counted = all.filter((day) => isWorkingDay(calendars, day) === true).length;
        expect(workingDaysBetween(calendars, from, plusDays(from, length))).toEqual({ days: counted });
      }),
    );
  });
});

describe('calendarFaults', () => {
  it('finds each kind of fault', () => {
    const faults = calendarFaults({
      year: 2026,
      off: ['01-03', '02-30', '05-01', '05-01'],
      worked: ['01-05', '01-04'],
      source: 'spoiled on purpose',
    });
    expect(faults.map((fault) => fault.en.slice(0, 10))).toEqual(['2026-01-03', '2026-02-30', '2026-05-01', '2026-01-05']);
    expect(weekday('2026-01-03')).toBe(6);
  });
});
