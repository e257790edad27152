import { plusDays, weekday, type Day } from '../../model/instant.ts';
import type { Instant } from '../../model/case.ts';
import type { Language } from './language.ts';

const names = { zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'], en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] };

/** A day as a reader sees it: `2026-11-23 (周一)`. */
export function dayWords(day: Day, language: Language): string {
  const date = day.slice(0, 10);
  return `${date} (${names[language][weekday(date) - 1] ?? ''})`;
}

/** A moment of case time in Asia/Shanghai: `2026-11-23 14:05`. */
export function momentWords(instant: Instant): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)}`;
}

/** A deadline as people say it: what ends with a day is due at that day's end, `2026-11-20 24:00`, and not as the next one begins. */
export function deadlineWords(instant: Instant): string {
  return instant.slice(11, 19) === '00:00:00' ? `${plusDays(instant.slice(0, 10), -1)} 24:00` : momentWords(instant);
}
