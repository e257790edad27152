import type { Instant } from '../case.ts';
import { dayOf, msOf, plusDays, plusMilliseconds, startOfDay, yearOf, type Day } from '../instant.ts';
import type { CalendarYear } from './calendarYear.ts';
import { isWorkingDay } from './isWorkingDay.ts';

/** The years without which a question about working days has no answer; never guessed. */
export interface MissingYears {
  missing: number[];
}

/** A number of working days. */
export interface DayCount {
  days: number;
}

/**
 * The end of a period of `n` working days that begins at `from`: 00:00 (Asia/Shanghai) of the calendar day after the nth
 * working day. Where `firstDayCounts` and `from` falls on a working day, that day is the first; otherwise the first is the
 * next working day. A period of no days ends at `from`. Where a day of a year that is not loaded would have to be judged,
 * that year is named instead.
 */
export function addWorkingDays(
  calendar: readonly CalendarYear[],
  from: Instant,
  n: number,
  firstDayCounts: boolean,
): { at: Instant } | MissingYears {
  if (n <= 0) return { at: from };
  let day = firstDayCounts ? dayOf(from) : plusDays(dayOf(from), 1);
  for (let left = n; ; day = plusDays(day, 1)) {
    const works = isWorkingDay(calendar, day);
    if (works === undefined) return { missing: [yearOf(day)] };
    if (works) left -= 1;
    if (left <= 0) return { at: startOfDay(plusDays(day, 1)) };
  }
}

/** Working days from `from` through `through`, both counted; none when `through` lies before `from`. */
export function workingDaysBetween(calendar: readonly CalendarYear[], from: Day, through: Day): DayCount | MissingYears {
  const missing: number[] = [];
  let days = 0;
  for (let day = from; day <= through; day = plusDays(day, 1)) {
    const works = isWorkingDay(calendar, day);
    if (works === undefined) {
      missing.push(yearOf(day));
      day = `${day.slice(0, 4)}-12-31`;
    } else if (works) days += 1;
  }
  return missing.length > 0 ? { missing } : { days };
}

/**
 * What a clock that stops at `at` has left of a period that ends at `deadline`: the working days from the day of `at` (if it
 * is one) through the period's last day. `addWorkingDays(calendar, resumed, days, true)` gives the new deadline, which is the
 * old one when the clock resumes on the day it stopped.
 */
export function remainingWorkingDays(
  calendar: readonly CalendarYear[],
  at: Instant,
  deadline: Instant,
): DayCount | MissingYears {
  if (msOf(deadline) <= msOf(at)) return { days: 0 };
  return workingDaysBetween(calendar, dayOf(at), dayOf(plusMilliseconds(deadline, -1)));
}
