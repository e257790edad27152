import { z } from 'zod';
import type { Text } from '../text.ts';
import { feelSchema } from './defineStep.ts';
import type { Renaming } from './renaming.ts';

/** How long a step waits: working days, an ISO 8601 duration of days, hours and minutes, or until a date given by FEEL. */
export type Wait = { workingDays: number | string; firstDayCounts?: boolean } | { duration: string } | { date: string };

/** Well-formedness of a {@link Wait}; `workingDays` as text is a FEEL expression. */
export const waitSchema: z.ZodType<Wait> = z.union([
  z.strictObject({ workingDays: z.union([z.int().min(1).max(500), feelSchema]), firstDayCounts: z.boolean().optional() }),
  z.strictObject({ duration: z.string().regex(/^P(?=\d|T\d)(\d{1,4}D)?(T(?=\d)(\d{1,5}H)?(\d{1,6}M)?)?$/) }),
  z.strictObject({ date: feelSchema }),
]);

/** Milliseconds of an ISO 8601 duration of days, hours and minutes (a day is 24 hours; Asia/Shanghai has no summer time). */
export function durationMs(duration: string): number {
  const [, days = '0', hours = '0', minutes = '0'] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(duration) ?? [];
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60_000;
}

/** The wait in words, for the line under a step's name. */
export function waitSummary(wait: Wait): Text {
  if ('workingDays' in wait) return { zh: `${wait.workingDays} 个工作日`, en: `${wait.workingDays} working days` };
  if ('duration' in wait) return { zh: `时长 ${wait.duration}`, en: `for ${wait.duration}` };
  return { zh: `至 ${wait.date}`, en: `until ${wait.date}` };
}

/** The FEEL expressions inside a wait, with the type each must have. */
export function waitExpressions(wait: Wait): { field: string; feel: string; type: 'integer' | 'date' }[] {
  if ('workingDays' in wait) return typeof wait.workingDays === 'string' ? [{ field: 'wait.workingDays', feel: wait.workingDays, type: 'integer' }] : [];
  return 'date' in wait ? [{ field: 'wait.date', feel: wait.date, type: 'date' }] : [];
}

/** The wait with the new names in its FEEL; the same object where it speaks of none of them. */
export function renamedWait(wait: Wait, to: Renaming): Wait {
  if ('date' in wait) {
    const date = to.feel(wait.date);
    return date === wait.date ? wait : { date };
  }
  if (!('workingDays' in wait) || typeof wait.workingDays === 'number') return wait;
  const workingDays = to.feel(wait.workingDays);
  return workingDays === wait.workingDays ? wait : { ...wait, workingDays };
}
