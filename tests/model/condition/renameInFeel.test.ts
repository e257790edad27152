import { describe, expect, it } from 'vitest';
import { renameInExpression, renameInTests } from '../../../model/condition/renameInFeel.ts';

const names = (name: string) => (name === 'review' ? 'check' : name);

describe('names inside FEEL', () => {
  it.each([
    ['review.outcome = "approve"', 'check.outcome = "approve"'],
    ['visits.review <= 2 and visits . review > 0', 'visits.check <= 2 and visits . check > 0'],
    ['if review.done then [review.a, "review.a"] else other.review', 'if check.done then [check.a, "review.a"] else other.review'],
    ['review.at > date("2026-01-01") // review', 'check.at > date("2026-01-01") // review'],
    ['preview.outcome = reviewed', 'preview.outcome = reviewed'],
    ['count(review) > review(review)', 'count(check) > review(check)'],
    ['review.outcome in ("a", review.b)', 'check.outcome in ("a", check.b)'],
    ['review.amount > 1.5 and', 'check.amount > 1.5 and'],
    ['"review" = "say \\"review\\""', '"review" = "say \\"review\\""'],
    ['review', 'check'],
  ])('%s', (feel, expected) => {
    expect(renameInExpression(feel, names)).toBe(expected);
  });

  it.each([
    ['-', '-'],
    ['"review", review.outcome', '"review", check.outcome'],
    ['[review.low..review.high]', '[check.low..check.high]'],
    ['not(review.a)', 'not(check.a)'],
    ['contains(?, review.a)', 'contains(?, check.a)'],
  ])('cell %s', (cell, expected) => {
    expect(renameInTests(cell, names)).toBe(expected);
  });
});
