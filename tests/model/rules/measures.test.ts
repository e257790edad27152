import { describe, expect, it } from 'vitest';
import { measures } from '../../../measures/index.ts';
import { findProblems } from '../../../model/rules/index.ts';

describe('the programme', () => {
  it('has all fourteen measures', () => {
    const numbers = measures.map((process) => process.measure.number);
    expect(numbers).toEqual(expect.arrayContaining(Array.from({ length: 14 }, (_, place) => `M${String(place + 1).padStart(2, '0')}`)));
  });

  it.each(measures.map((process) => [process.measure.number, process] as const))('%s has no problem that would keep it from being published', (_number, process) => {
    expect(findProblems(process).filter((problem) => problem.severity === 'error')).toEqual([]);
  });
});
