import { z } from 'zod';
import { calendarYearSchema } from '../calendar/calendarYear.ts';
import { refusalCodes } from '../refusal.ts';
import { instantSchema, listOf, pageQuery } from './list.ts';

/** All loaded calendar years. */
export const calendarListSchema = listOf(calendarYearSchema);

/** A year's notice as an administrator enters it; `timers` says what running working-day clocks do. */
export const putCalendarSchema = z.strictObject({
  off: z.array(z.string()).max(60),
  worked: z.array(z.string()).max(30),
  source: z.string().min(1).max(300),
  timers: z.enum(['keep', 'recompute']),
});

/** A calendar year as it was taken, how many running cases were told, and how many did not answer yet and are told as soon as they do. */
export const calendarTakenSchema = z.object({ year: calendarYearSchema, casesTold: z.int(), casesLeft: z.int() });

/** One refused attempt: who, what, when, and why not. */
export const attemptSchema = z.object({
  attempt: z.int(),
  at: z.string(),
  /** Account id; absent when nobody was signed in. */
  actor: z.string().optional(),
  method: z.string(),
  path: z.string(),
  code: z.enum(refusalCodes),
  detail: z.string(),
  requestId: z.string(),
});

/** What {@link attemptSchema} describes. */
export type Attempt = z.infer<typeof attemptSchema>;

/** Refused attempts, newest first. */
export const attemptListSchema = listOf(attemptSchema);

/** Which attempts. */
export const attemptQuerySchema = z.strictObject({ actor: z.string().max(60).optional(), code: z.enum(refusalCodes).optional(), ...pageQuery });

/** The programme's clock: `now` is case time, one day of which lasts `dayMs` real milliseconds. */
export const clockSchema = z.object({ sandbox: z.boolean(), dayMs: z.number(), now: instantSchema, realNow: z.number() });

/** What {@link clockSchema} describes. */
export type Clock = z.infer<typeof clockSchema>;

/** One line of the event stream: this case's lists and pages are out of date. */
export const changeSchema = z.object({ case: z.string(), seq: z.int() });

/** What {@link changeSchema} describes. */
export type Change = z.infer<typeof changeSchema>;

/** Whether the process lives, and whether everything it needs answers. */
export const healthSchema = z.object({ ok: z.boolean(), store: z.boolean().optional(), temporal: z.boolean().optional() });
