import { expect, test } from 'vitest';
import { dayWords, deadlineWords, momentWords } from '../../designer/language/moments.ts';

test('a deadline that ends with a day is told as that day, and every other moment as it is', () => {
  expect(deadlineWords('2026-03-07T00:00:00.000+08:00')).toBe('2026-03-06 24:00');
  expect(deadlineWords('2026-03-01T00:00:00.000+08:00')).toBe('2026-02-28 24:00');
  expect(deadlineWords('2026-03-07T00:00:30.000+08:00')).toBe('2026-03-07 00:00');
  expect(deadlineWords('2026-03-07T17:30:00.000+08:00')).toBe('2026-03-07 17:30');
  expect(momentWords('2026-03-07T00:00:00.000+08:00')).toBe('2026-03-07 00:00');
  expect(dayWords('2026-11-23', 'zh')).toBe('2026-11-23 (周一)');
});
