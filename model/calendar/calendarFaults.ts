import { isDay, weekday } from '../instant.ts';
import type { Text } from '../text.ts';
import type { CalendarYear } from './calendarYear.ts';

/** What is wrong with a year's notice: days that do not exist, stand twice, or fall on the wrong kind of weekday. Empty: nothing. */
export function calendarFaults(year: CalendarYear): Text[] {
  const faults: Text[] = [];
  const seen = new Set<string>();
  const look = (monthAndDay: string, worked: boolean) => {
    const day = `${year.year}-${monthAndDay}`;
    if (!isDay(day)) {
      faults.push({ zh: `${day} 不是存在的日期，请核对通知。`, en: `${day} is not a day that exists; check it against the notice.` });
      return;
    }
    if (seen.has(monthAndDay)) {
      faults.push({ zh: `${day} 出现了两次，请删去一处。`, en: `${day} stands twice; remove one of the two.` });
      return;
    }
    seen.add(monthAndDay);
    const weekend = weekday(day) > 5;
    if (worked && !weekend) {
      faults.push({
        zh: `${day} 是工作日，不能列为调休上班日；上班日只能是周六或周日。`,
        en: `${day} is a weekday and cannot be listed as a worked weekend day; list Saturdays and Sundays only.`,
      });
    }
    if (!worked && weekend) {
      faults.push({
        zh: `${day} 是周末，不必列为放假日；放假日只列周一至周五。`,
        en: `${day} falls on a weekend and cannot be listed as a weekday off; list Mondays to Fridays only.`,
      });
    }
  };
  for (const day of year.off) look(day, false);
  for (const day of year.worked) look(day, true);
  return faults;
}
