import { weekday, yearOf, type Day } from '../instant.ts';
import type { CalendarYear } from './calendarYear.ts';

/**
 * Whether offices work on this day of Asia/Shanghai: a weekday that is no holiday, or a weekend day that is worked (调休).
 * `undefined` when the day's year is not loaded: without the State Council's notice nobody can know.
 */
export function isWorkingDay(calendar: readonly CalendarYear[], day: Day): boolean | undefined {
  const wanted = yearOf(day);
  const year = calendar.find((loaded) => loaded.year === wanted);
  if (!year) return undefined;
  const monthAndDay = day.slice(5);
  return weekday(day) <= 5 ? !year.off.includes(monthAndDay) : year.worked.includes(monthAndDay);
}
