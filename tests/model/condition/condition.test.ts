import { describe, expect, it } from 'vitest';
import { checkExpression, evaluateBoolean, evaluateCondition, evaluateUnaryTest, parseCondition } from '../../../model/condition.ts';
import type { JsonSchema } from '../../../model/form/jsonSchema.ts';
import type { JsonObject } from '../../../model/text.ts';

const data: JsonObject = {
  declaration: { amount: 600, kind: 'vertical', day: '2026-03-02', late: false, note: null, tags: ['a', 'b'], rows: [{ fen: 5 }, { fen: 7 }] },
  case: { today: '2026-03-09' },
};

describe('parseCondition', () => {
  it.each([
    'declaration.amount >= 500 and not(declaration.kind = "vertical")',
    'declaration.amount between 1 and 2', 'declaration.amount in (1, 2, [5..9], > 100)', 'declaration.kind in ["a", "b"]',
    'if declaration.late then 1 else -2', 'sum(declaration.rows.fen) / 2 > 3', 'case.today > date("2026-01-01")',
    'is defined(declaration.note) or declaration.note != null', 'starts with(declaration.kind, "v") // why',
  ])('allows %s', (feel) => {
    expect(parseCondition(feel)).toEqual([]);
  });

  it.each([
    ['for x in a return x', 'not allowed'], ['some x in a satisfies x > 1', 'not allowed'], ['every x in a satisfies x > 1', 'not allowed'],
    ['function(x) x', 'not allowed'], ['a instance of string', 'not allowed'], ['a ** 2', '"**" is not allowed'], ['{a: 1}', 'not allowed'],
    ['a[1]', 'not allowed'], ['a[item > 1]', 'not allowed'], ['matches(a, "(x+)+")', '"matches"'], ['replace(a, "x", "y")', '"replace"'],
    ['split(a, ",")', '"split"'], ['now()', '"now"'], ['today()', '"today"'], ['a.today()', '"a.today"'], ['count(list: a)', 'not allowed'],
    ['@"2026-01-01"', 'not allowed'], ['duration("P1D")', 'not allowed'], ['date and time("2026-01-01T00:00:00")', 'not allowed'],
    ['date("2026-02-30")', 'no day that exists'], ['date(2026, 1, 1)', 'not allowed'], ['1.5', 'integers only'], ['9007199254740993', 'integers only'],
    ['not a', 'not(…)'], ['legal name = "x"', 'not a name'], ['`a b`', 'Cannot be read'], ['__proto__', 'not a name'], ['', 'Cannot be read'],
    ['1 +', 'Cannot be read'], ['(a', 'Cannot be read'], ['"a', 'Cannot be read'], ['a = 1 }', 'Cannot be read'], ['contains("a")', 'takes 2'],
    ['count()', 'takes 1'], ['sum()', 'at least 1'], [`a in [${'1, '.repeat(50)}1]`, 'more than 50'], [`a in (${'1, '.repeat(50)}1)`, 'more than 50'],
    [`${'('.repeat(31)}1${')'.repeat(31)}`, 'nested'], ['a'.repeat(2_001), 'longer than 2000'],
  ])('refuses %s', (feel, words) => {
    const [fault, more] = parseCondition(feel);
    expect(fault?.message.en).toContain(words);
    expect(fault?.message.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(more).toBeUndefined();
  });

  it('says where', () => {
    expect(parseCondition('a = 1 and now() > 2')[0]).toMatchObject({ from: 10, to: 13 });
  });

  it('counts a long chain as long, not deep', () => {
    expect(parseCondition(Array.from({ length: 100 }, (_, n) => `a = ${n}`).join(' or '))).toEqual([]);
  });

  it('answers quickly however deep the text', () => {
    expect(parseCondition('('.repeat(2_000))).toHaveLength(1);
    expect(parseCondition('-'.repeat(1_999) + '1')).toHaveLength(1);
    expect(parseCondition('not('.repeat(400) + 'a' + ')'.repeat(400))).toHaveLength(1);
  });
});

describe('evaluateCondition', () => {
  it.each([
    ['declaration.amount > 500 and declaration.kind = "vertical"', true], ['declaration.amount between 600 and 700', true],
    ['declaration.amount in ]600..700]', false], ['declaration.amount in (1, [500..600])', true], ['declaration.kind in ("a", "b")', false],
    ['declaration.kind in declaration.tags', false], ['if declaration.late then "x" else "y"', 'y'], ['declaration.amount * 5000 / 10000', 300],
    ['-declaration.amount + 1', -599], ['floor(7 / 2)', 3], ['ceiling(7 / 2)', 4], ['abs(3 - 5)', 2], ['sum(declaration.rows.fen)', 12],
    ['min(3, 1, 2)', 1], ['max(declaration.rows.fen)', 7], ['count(declaration.tags)', 2], ['list contains(declaration.tags, "b")', true],
    ['string length("虚构𠮷")', 3], ['upper case("ab")', 'AB'], ['lower case("AB")', 'ab'], ['contains("abc", "bc")', true],
    ['starts with("abc", "ab")', true], ['ends with("abc", "ab")', false], ['case.today > declaration.day', true],
    ['declaration.day = date("2026-03-02")', true], ['declaration.day in [date("2026-03-01")..date("2026-03-31")]', true],
    ['"a\\"b\\n"', 'a"b\n'], ['[1, 2] = [1, 2]', true], ['declaration.tags != ["a"]', true], ['5 / 2', 2.5],
  ])('%s is %j', (feel, value) => {
    expect(evaluateCondition(feel, data)).toEqual({ value });
  });

  it.each([
    'missing = 1', 'missing != 1', 'declaration.note = "x"', 'declaration.nothing > 5', 'declaration.amount > "500"', 'declaration.kind >= 5',
    'declaration.kind < "z"', 'declaration.amount + "1"', 'declaration.amount / 0', '9007199254740991 * 2', 'not(missing)', 'missing in (1, 2)',
    'missing in [1, 2]', 'if missing then 1 else 2', 'missing and true', 'missing or false', 'declaration.amount = "600"', 'sum([1, "a"])', 'min([])',
    'date(declaration.kind) = declaration.day', 'constructor', 'declaration.toString', 'declaration.tags.length = 2',
  ])('%s cannot be told: null, never a silent false', (feel) => {
    const result = evaluateCondition(feel, data);
    if ('fault' in result) throw new Error(result.fault.en);
    expect(result.value === null || (Array.isArray(result.value) && result.value.every((one) => one === null))).toBe(true);
    expect(evaluateBoolean(feel, data)).toBeNull();
  });

  it.each([
    ['missing = null', true], ['null = declaration.note', true], ['declaration.amount != null', true], ['is defined(missing)', false],
    ['is defined(declaration.amount)', true], ['missing != null and missing > 5', false], ['missing = null or missing > 5', true],
    ['missing > 5 and false', false], ['missing > 5 or true', true], ['missing in (null, 1)', true],
  ])('%s can be told all the same: %s', (feel, value) => {
    expect(evaluateBoolean(feel, data)).toBe(value);
  });

  it('refuses the clock even where nobody checked before', () => {
    expect(evaluateCondition('now()', { now: '2026' })).toHaveProperty('fault');
    expect(evaluateBoolean('today() > date("2020-01-01")', data)).toBeNull();
    expect(evaluateBoolean('declaration.amount', data)).toBeNull();
  });

  it('reads own properties only, whatever the names', () => {
    const own: JsonObject = JSON.parse('{"__proto__": {"evil": 1}, "count": 3, "hasOwnProperty": 4}');
    expect(evaluateCondition('evil', own)).toEqual({ value: null });
    expect(evaluateCondition('count + hasOwnProperty', own)).toEqual({ value: 7 });
    expect(evaluateCondition('count([1])', own)).toEqual({ value: 1 });
    expect(evaluateCondition('valueOf', Object.create({ valueOf: 1 }))).toEqual({ value: null });
  });

  it('is the same whatever else stands in the data', () => {
    expect(evaluateCondition('a - b', { a: 5, b: 2, 'a - b': 99, 'a-b': 98 })).toEqual({ value: 3 });
  });
});

describe('evaluateUnaryTest', () => {
  it.each([
    ['-', null, true], ['> 5', 6, true], ['"a", "b"', 'b', true], ['not("a", "b")', 'b', false], ['[1..5]', 5, true], ['[1..5)', 5, false],
    ['> declaration.amount', 700, true], ['? > 5 and ? < 9', 6, true], ['contains(?, "x")', 'axb', true], ['null', null, true], ['null', 1, false],
    ['true', true, true], ['false', true, false], ['["a", "b"]', 'b', true], ['< date("2026-01-01")', '2025-12-31', true], ['not(null)', 3, true],
    ['1', null, null], ['> 5', null, null], ['not(> 5)', null, null], ['> 5', 'x', null], ['1 +', 1, null], ['', 1, null], ['now()', 1, null],
  ] as const)('%s on %j is %j', (test, value, held) => {
    expect(evaluateUnaryTest(test, value, data)).toBe(held);
  });
});

const schema: JsonSchema = {
  type: 'object',
  properties: {
    declaration: {
      type: 'object',
      properties: {
        amount: { type: 'integer' }, count: { type: 'string' }, kind: { type: 'string', enum: ['vertical', 'comprehensive'] },
        day: { type: 'string', format: 'date' }, late: { type: 'boolean' },
        rows: { type: 'array', items: { type: 'object', properties: { fen: { type: 'integer' }, what: { type: 'string' } } } },
      },
    },
    check: {},
  },
};

describe('checkExpression', () => {
  it.each([
    ['declaration.amount * 5000 / 10000 > 500', 'boolean'], ['floor(declaration.amount / 2)', 'integer'], ['declaration.day', 'date'],
    ['declaration.kind in ("vertical", "comprehensive")', 'boolean'], ['declaration.day > date("2026-01-01")', 'boolean'],
    ['date(declaration.count) < declaration.day', 'boolean'], ['sum(declaration.rows.fen) > 5', 'boolean'], ['declaration.kind = null', 'boolean'],
    ['check.anything.at.all', 'boolean'], ['if declaration.late then 1 else null', 'integer'], ['list contains(declaration.rows.what, "x")', 'boolean'],
    ['max(1, declaration.amount)', 'integer'], ['abs(declaration.amount)', 'integer'], ['declaration.count', 'any'],
  ] as const)('finds nothing wrong with %s as %s', (feel, type) => {
    expect(checkExpression(feel, schema, type)).toEqual([]);
  });

  it.each([
    ['declaration.count > 5', 'boolean', 'a text cannot be compared with an integer'],
    ['declaration.count < "b"', 'boolean', 'Only numbers and dates have an order'],
    ['declaration.day = "2026-01-01"', 'boolean', 'a date cannot be compared with a text'],
    ['declaration.late > false', 'boolean', 'have an order'],
    ['declaration.kind = "vertikal"', 'boolean', '"vertikal" is not a value it can have. It can be: "vertical", "comprehensive".'],
    ['"round" = declaration.kind', 'boolean', '"round" is not a value'], ['declaration.kind in ["x"]', 'boolean', '"x" is not a value'],
    ['declaration.amuont > 5', 'boolean', 'There is no datum named "declaration.amuont". There are: amount'],
    ['review.amount > 5', 'boolean', 'There are: declaration, check'], ['declaration.count + 1', 'any', 'Only numbers can be calculated with'],
    ['declaration.amount / 2', 'integer', 'Use floor(…)'], ['declaration.amount', 'boolean', 'must be a yes-or-no value but is an integer'],
    ['declaration.amount and true', 'boolean', 'must be a yes-or-no value'], ['if declaration.amount then 1 else 2', 'any', 'yes-or-no'],
    ['if true then 1 else "a"', 'any', '"then" gives an integer and "else" gives a text'], ['contains(declaration.amount, "x")', 'boolean', 'Argument 1 of "contains"'],
    ['sum(declaration.rows.what)', 'any', 'works on numbers only'], ['count(declaration.amount)', 'any', 'Argument 1'], ['? > 5', 'boolean', 'cell of a decision table'],
    ['declaration.amount in (1, "a")', 'boolean', 'cannot be compared'], ['declaration.amount in ["a".."b"]', 'boolean', 'cannot be compared'],
    ['now()', 'any', '"now"'], ['1.5 * declaration.amount', 'any', 'integers only'],
  ] as const)('faults %s as %s', (feel, type, words) => {
    const [fault] = checkExpression(feel, schema, type);
    expect(fault?.message.en).toContain(words);
    expect(feel.slice(fault?.from, fault?.to)).not.toBe('');
  });

  it('lists several faults in reading order', () => {
    expect(checkExpression('declaration.x = 1 and declaration.y = 2', schema, 'boolean').map(({ from }) => from)).toEqual([0, 22]);
  });
});
