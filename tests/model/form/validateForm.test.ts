import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formSchemaFaults, patternFault } from '../../../model/form/formSchemaFaults.ts';
import { jsonSchemaSchema, type JsonSchema } from '../../../model/form/jsonSchema.ts';
import { validateForm } from '../../../model/form/validateForm.ts';
import type { JsonObject } from '../../../model/text.ts';

const field = (en: string, schema: JsonSchema): JsonSchema => ({ 'x-zh': `字段 ${en}`, 'x-en': en, ...schema });

const schema: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['code', 'amount'],
  properties: {
    code: field('Credit code', { type: 'string', 'x-format': 'creditCode' }),
    amount: field('Amount', { type: 'integer', 'x-format': 'fen', minimum: 10_000, maximum: 500_000_00 }),
    account: field('Account', { type: 'string', 'x-format': 'bankAccount' }),
    clearing: field('Clearing number', { type: 'string', 'x-format': 'clearingNumber' }),
    phone: field('Telephone', { type: 'string', 'x-format': 'phone' }),
    day: field('Day', { type: 'string', format: 'date' }),
    mail: field('Mail', { type: 'string', format: 'email' }),
    site: field('Site', { type: 'string', format: 'uri' }),
    kind: field('Kind', { type: 'string', enum: ['a', 'b'], 'x-enum-zh': ['甲', '乙'], 'x-enum-en': ['A', 'B'] }),
    pledge: field('Pledge', { type: 'boolean', const: true }),
    name: field('Name', { type: 'string', minLength: 2, maxLength: 4, pattern: '^[A-Z]+$' }),
    count: field('Count', { type: 'integer' }),
    invoices: field('Invoices', {
      type: 'array', minItems: 1, maxItems: 2, uniqueItems: true,
      items: { type: 'object', additionalProperties: false, required: ['number'], properties: { number: field('Number', { type: 'string' }), fen: field('Sum', { type: 'integer', 'x-format': 'fen' }) } },
    }),
  },
};

const good: JsonObject = { code: '91440300FAKE00013H', amount: 120_000_00 };

describe('validateForm', () => {
  it('finds nothing wrong with good answers', () => {
    const full: JsonObject = {
      ...good, account: '9990000000000101', clearing: '999584000018', phone: '0755-00001234', day: '2026-03-02', mail: 'a@example.com',
      site: 'https://example.com/', kind: 'a', pledge: true, name: 'ABC', count: 0, invoices: [{ number: '1', fen: 5 }, { number: '2' }],
    };
    expect(jsonSchemaSchema.safeParse(schema).success).toBe(true);
    expect(validateForm(schema, good)).toEqual([]);
    expect(validateForm(schema, full)).toEqual([]);
  });

  it.each<[JsonObject, string, string]>([
    [{ code: '91440300FAKE00013A' }, '/code', '"Credit code": The check character'],
    [{ amount: 1 }, '/amount', '"Amount" must not be less than 100 元'],
    [{ amount: 500_000_01 }, '/amount', '"Amount" must not be more than 500000 元'],
    [{ amount: 10_000.5 }, '/amount', '"Amount" must be a whole number'],
    [{ amount: '5' }, '/amount', '"Amount" must be a whole number'],
    [{ account: '1234' }, '/account', '8 to 32 digits'], [{ clearing: '1' }, '/clearing', '12 digits'], [{ phone: 'x' }, '/phone', 'telephone'],
    [{ day: '2026-02-30' }, '/day', 'a day that exists'], [{ mail: 'x' }, '/mail', 'e-mail'], [{ site: 'x y' }, '/site', 'web address'],
    [{ kind: 'c' }, '/kind', 'choose again'], [{ pledge: false }, '/pledge', 'the one value'], [{ name: 'A' }, '/name', 'at least 2'],
    [{ name: 'ABCDE' }, '/name', 'at most 4'], [{ name: 'abc' }, '/name', 'not written as the form asks'], [{ count: 2 ** 60 }, '/count', 'held exactly'],
    [{ invoices: [] }, '/invoices', 'at least 1'], [{ invoices: [{ number: '1' }, { number: '2' }, { number: '3' }] }, '/invoices', 'at most 2'],
    [{ invoices: [{ number: '1' }, { number: '1' }] }, '/invoices', 'stand twice'], [{ invoices: [{}] }, '/invoices/0/number', 'Fill in "Invoices, row 1, Number"'],
    [{ invoices: [{ number: '1', fen: -5 }] }, '/invoices/0/fen', 'not below 0'], [{ invoices: [{ number: '1', more: 1 }] }, '/invoices/0/more', 'no field of this form'],
    [{ 'a/b': 1 }, '/a~1b', '"a/b" is no field'], [JSON.parse('{"__proto__": 1}'), '/__proto__', 'no field of this form'], [{ '\ud800': 1 }, '', 'no valid text'],
  ])('%j', (answers, pointer, words) => {
    // fromEntries keeps `__proto__` as a name of its own, as JSON does.
    const faults = validateForm(schema, Object.fromEntries([...Object.entries(good), ...Object.entries(answers)]));
    expect(faults.map((fault) => fault.pointer)).toEqual([pointer]);
    expect(faults[0]?.message.en).toContain(words);
    expect(faults[0]?.message.zh).toMatch(/[\u4e00-\u9fff]/);
  });

  it('says each missing field once, by its label', () => {
    expect(validateForm(schema, {})).toEqual([
      { pointer: '/code', message: { zh: '请填写“字段 Credit code”。', en: 'Fill in "Credit code".' } },
      { pointer: '/amount', message: { zh: '请填写“字段 Amount”。', en: 'Fill in "Amount".' } },
    ]);
  });

  it('judges whatever JSON comes, one sentence a field, and never throws', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(fc.constantFrom(...Object.keys(schema.properties ?? {})), fc.string({ unit: 'binary' })), fc.jsonValue()), (any) => {
        const answers: JsonObject = JSON.parse(JSON.stringify(any));
        const pointers = validateForm(schema, answers).map((fault) => fault.pointer);
        expect(new Set(pointers).size).toBe(pointers.length);
        for (const name of Object.keys(answers)) {
          if (!Object.hasOwn(schema.properties ?? {}, name)) expect(pointers.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('formSchemaFaults', () => {
  it('finds nothing wrong with a good form', () => {
    expect(formSchemaFaults(schema)).toEqual([]);
  });

  const broken = (properties: { [name: string]: JsonSchema }, more: JsonSchema = {}): JsonSchema => ({
    type: 'object', additionalProperties: false, properties, ...more,
  });

  it.each<[JsonSchema, string, string]>([
    [{ type: 'string' }, '', 'group of fields'],
    [broken({ a: { type: 'string' } }), '/a', 'no Chinese or no English label'],
    [broken({ a: field('A', {}) }), '/a', 'has no type'],
    [broken({ a: field('A', { type: 'string', pattern: '(a+)+$' }) }), '/a', 'cannot itself be repeated'],
    [broken({ a: field('A', { type: 'integer', minimum: 2, maximum: 1 }) }), '/a', 'lower bound 2'],
    [broken({ a: field('A', { type: 'string', enum: ['x', 'y'], 'x-enum-zh': ['甲'] }) }), '/a', 'choices'],
    [broken({}, { required: ['b'] }), '', 'requires the field "b"'],
    [broken({}, { additionalProperties: true }), '', 'additionalProperties'],
    [broken({ a: field('A', { type: 'array', items: { type: 'object', additionalProperties: false, properties: { b: { type: 'string' } } } }) }), '/a/0/b', 'label'],
  ])('%j', (form, pointer, words) => {
    const found = formSchemaFaults(form).find((fault) => fault.pointer === pointer);
    expect(found?.message.en).toContain(words);
  });
});

describe('patternFault', () => {
  it.each(['^[A-Z]{2}\\d+$', '^(?:a|b)?c$', '^\\d{4}-\\d{2}$', '[(+)*]+', '\\(a\\)+', '^(ab){2}$'])('allows %s', (pattern) => {
    expect(patternFault(pattern)).toBeUndefined();
  });

  it.each(['(a+)+', '(a*)*b', '(?:a|aa)+', '((a+))*', '(a{1,9}){1,9}', '(?=a)b', '(?<n>a)', '(a)\\1', '(', '[a', '(a?b)+'])('refuses %s', (pattern) => {
    expect(patternFault(pattern)).toBeDefined();
  });
});
