import type { Instant } from './case.ts';

/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
export type Day = string;

// China has had one zone without daylight saving since 1991, so the offset is a constant and no zone data is needed.
const offset = '+08:00';
const offsetMs = 8 * 3_600_000;
const dayMs = 86_400_000;
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}\+08:00$/;
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** The moment that lies `ms` milliseconds after 1970-01-01T00:00Z, as wall time of Asia/Shanghai. */
export function instantFromMs(ms: number): Instant {
  return new Date(ms + offsetMs).toISOString().replace('Z', offset);
}

/** Milliseconds since 1970-01-01T00:00Z; `NaN` for what {@link isInstant} refuses. */
export function msOf(instant: Instant): number {
  return instantPattern.test(instant) ? Date.parse(instant) : Number.NaN;
}

/** Whether a value is a well-formed {@link Instant} of an existing day and time. */
export function isInstant(value: unknown): value is Instant {
  if (typeof value !== 'string') return false;
  const ms = msOf(value);
  return Number.isFinite(ms) && instantFromMs(ms) === value;
}

/** Whether a value is a {@link Day} that exists: `2026-02-29` does not. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !dayPattern.test(value)) return false;
  const ms = Date.parse(`${value}T00:00:00.000Z`);
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(value);
}

/** The day on which the instant falls in Asia/Shanghai. */
export function dayOf(instant: Instant): Day {
  return instant.slice(0, 10);
}

/** 00:00 of the day in Asia/Shanghai. */
export function startOfDay(day: Day): Instant {
  return `${day}T00:00:00.000${offset}`;
}

/** The instant `ms` milliseconds later, or earlier when negative. */
export function plusMilliseconds(instant: Instant, ms: number): Instant {
  return instantFromMs(msOf(instant) + ms);
}

/** The day `n` calendar days later, or earlier when negative. */
export function plusDays(day: Day, n: number): Day {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + n * dayMs).toISOString().slice(0, 10);
}

/** Day of the week as ISO 8601 counts it: 1 Monday … 7 Sunday. */
export function weekday(day: Day): number {
  return new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7;
}

/** The calendar year of a day. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}
