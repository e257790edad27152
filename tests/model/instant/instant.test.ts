import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, instantFromMs, isDay, isInstant, msOf, plusDays, plusMilliseconds, startOfDay, weekday } from '../../../model/instant.ts';

describe('instants in Asia/Shanghai', () => {
  it('writes and reads the wall time with its offset', () => {
    expect(instantFromMs(0)).toBe('1970-01-01T08:00:00.000+08:00');
    expect(msOf('2026-03-02T09:00:00.000+08:00')).toBe(Date.UTC(2026, 2, 2, 1));
    expect(dayOf(instantFromMs(Date.UTC(2026, 11, 31, 16)))).toBe('2027-01-01');
    expect(startOfDay('2026-03-02')).toBe('2026-03-02T00:00:00.000+08:00');
    expect(plusMilliseconds('2026-03-02T23:59:59.999+08:00', 1)).toBe('2026-03-03T00:00:00.000+08:00');
  });

  it('goes to and fro without loss', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(2099, 11, 31) }), (ms) => {
        const instant = instantFromMs(ms);
        expect(msOf(instant)).toBe(ms);
        expect(isInstant(instant)).toBe(true);
        expect(msOf(startOfDay(dayOf(instant)))).toBeLessThanOrEqual(ms);
      }),
    );
  });

  it('refuses what is no instant or no day', () => {
    for (const wrong of ['2026-03-02', '2026-03-02T09:00:00Z', '2026-02-30T09:00:00.000+08:00', '2026-03-02T25:00:00.000+08:00', 7, null]) {
      expect(isInstant(wrong)).toBe(false);
    }
    expect(msOf('2026-03-02T01:00:00.000Z')).toBeNaN();
    expect(isDay('2024-02-29')).toBe(true);
    for (const wrong of ['2026-02-29', '2026-13-01', '2026-1-1', 20260101]) expect(isDay(wrong)).toBe(false);
  });

  it('counts days and weekdays', () => {
    expect(plusDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(plusDays('2026-01-01', -1)).toBe('2025-12-31');
    expect([weekday('2026-03-02'), weekday('2026-03-07'), weekday('2026-03-08')]).toEqual([1, 6, 7]);
  });

  it.each([['America/Los_Angeles', 16], ['Asia/Shanghai', 8], ['UTC', 0]])('gives the same on a host in %s', (zone, hour) => {
    const program = `import { dayOf, instantFromMs, msOf, plusDays, weekday } from './model/instant.ts';
      process.stdout.write([instantFromMs(1772413200000), msOf('2026-03-02T09:00:00.000+08:00'), plusDays('2026-03-08', 1), weekday('2026-03-08'), dayOf(instantFromMs(1772380800000)), new Date(0).getHours()].join(' '));`;
    const run = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
      encoding: 'utf8',
      env: { ...process.env, TZ: zone },
    });
    // The last figure shows that the host really was elsewhere.
    expect(run.stdout, run.stderr).toBe(`2026-03-02T09:00:00.000+08:00 1772413200000 2026-03-09 7 2026-03-02 ${hour}`);
  });
});
