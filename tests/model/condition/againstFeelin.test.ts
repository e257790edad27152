import fc from 'fast-check';
import { evaluate, unaryTest } from 'feelin';
import { describe, expect, it } from 'vitest';
import { evaluateCondition, evaluateUnaryTest } from '../../../model/condition.ts';

// Where nothing is missing and the types fit, our evaluator must say what FEEL says; feelin is the referee.
const data = { a: 7, b: -3, c: 0, s: 'vertical', t: 'ver', p: true, q: false, l: [4, 7, 9], rows: [{ n: 1 }, { n: 2 }] };

type Typed = { number: string; boolean: string; text: string };

const { number, boolean } = fc.letrec<Typed>((tie) => ({
  number: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom('a', 'b', 'c', 'count(l)', 'sum(l)', 'max(l)', 'sum(rows.n)', 'string length(s)'),
    fc.nat(50).map(String),
    fc.tuple(tie('number'), fc.constantFrom('+', '-', '*'), tie('number')).map(([x, o, y]) => `(${x} ${o} ${y})`),
    fc.tuple(tie('number'), fc.integer({ min: 1, max: 9 })).map(([x, y]) => `floor(${x} / ${y})`),
    tie('number').map((x) => `abs(${x})`),
    tie('number').map((x) => `-(${x})`),
    fc.tuple(tie('boolean'), tie('number'), tie('number')).map(([x, y, z]) => `(if ${x} then ${y} else ${z})`),
    fc.tuple(tie('number'), tie('number')).map(([x, y]) => `min(${x}, ${y})`),
  ),
  text: fc.constantFrom('s', 't', '"vertical"', '"x\\"y"', 'upper case(t)', '(if p then s else t)'),
  boolean: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom('p', 'q', 'true', 'false', 'list contains(l, 7)'),
    fc.tuple(tie('number'), fc.constantFrom('=', '!=', '<', '<=', '>', '>='), tie('number')).map(([x, o, y]) => `${x} ${o} ${y}`),
    fc.tuple(tie('text'), fc.constantFrom('=', '!='), tie('text')).map(([x, o, y]) => `${x} ${o} ${y}`),
    fc.tuple(fc.constantFrom('contains', 'starts with', 'ends with'), tie('text'), tie('text')).map(([f, x, y]) => `${f}(${x}, ${y})`),
    fc.tuple(tie('boolean'), fc.constantFrom('and', 'or'), tie('boolean')).map(([x, o, y]) => `(${x}) ${o} (${y})`),
    tie('boolean').map((x) => `not(${x})`),
    fc.tuple(tie('number'), fc.nat(9), fc.nat(9)).map(([x, low, more]) => `${x} between ${low} and ${low + more}`),
    fc.tuple(tie('number'), fc.nat(9), fc.integer({ min: 1, max: 9 })).map(([x, low, more]) => `${x} in (1, ]${low}..${low + more}], > 40)`),
    fc.tuple(tie('number'), fc.nat(9)).map(([x, y]) => `${x} in [${y}, 7]`),
  ),
}));

describe('against feelin', () => {
  it.each([['boolean', boolean], ['number', number]])('agrees on every well-typed %s expression', (_, expressions) => {
    let compared = 0;
    fc.assert(
      fc.property(expressions, (feel) => {
        const ours = evaluateCondition(feel, data);
        // Beyond our limits of depth there is nothing to compare.
        fc.pre('value' in ours && ours.value !== null);
        compared += 1;
        const theirs = evaluate(feel, data).value;
        expect([feel, ours]).toEqual([feel, { value: typeof theirs === 'number' ? theirs + 0 : theirs }]);
      }),
      { numRuns: 500 },
    );
    expect(compared).toBeGreaterThan(400);
  });

  it('agrees on cells of decision tables', () => {
    const cell = fc.oneof(
      fc.constantFrom('-', '7', '1, 7', 'not(7)', 'not(1, 2)', '> a', '<= b', '[1..7]', '[1..7[', ']7..9]', '? > 3', '? * 2 = a', 'l'),
      fc.nat(9).map((n) => `>= ${n}`),
    );
    fc.assert(
      fc.property(cell, fc.integer({ min: -5, max: 12 }), (test, value) => {
        expect([test, value, evaluateUnaryTest(test, value, data)]).toEqual([test, value, unaryTest(test, { ...data, '?': value }).value]);
      }),
      { numRuns: 300 },
    );
  });

  it('is stricter where feelin lets a missing or ill-typed value pass for an answer', () => {
    expect(evaluate('missing = 5', {}).value).toBe(false);
    expect(evaluate('if missing then 1 else 2', {}).value).toBe(2);
    expect(evaluate('"x" >= 5', {}).value).toBe(true);
    for (const feel of ['missing = 5', 'if missing then 1 else 2', '"x" >= 5']) {
      expect(evaluateCondition(feel, {})).toEqual({ value: null });
    }
  });
});
