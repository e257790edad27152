import { describe, expect, test } from 'vitest';
import { measures } from '../../measures/index.ts';
import { caseSchema } from '../../model/caseSchema.ts';
import { checkExpression, evaluateCondition } from '../../model/condition.ts';
import { dataKnownAt } from '../../model/dataKnownAt.ts';
import { formSchemaFaults } from '../../model/form/formSchemaFaults.ts';
import { askedAnswers, hiddenFields, withoutFields } from '../../model/form/hiddenFields.ts';
import { jsonSchemaSchema, type JsonSchema } from '../../model/form/jsonSchema.ts';
import { sampleAnswers } from '../../model/form/sampleAnswers.ts';
import { validateForm } from '../../model/form/validateForm.ts';
import { sampleData } from '../../model/sampleData.ts';
import { largeProcess } from './rules/largeProcess.ts';
import { begin, check, end, exclusive, inside, onTime, parallel, scope, smallProcess, task } from '../scenarios/smallProcess.ts';

const at = (process: Parameters<typeof dataKnownAt>[0], place: Parameters<typeof dataKnownAt>[1]) =>
  new Map(dataKnownAt(process, place).filter(({ path }) => path.endsWith('.outcome') || path.endsWith('.clear')).map(({ path, certain }) => [path, certain]));

describe('the data known at a place', () => {
  const forked = smallProcess(
    [begin(), task('first'), exclusive('choice'), task('maybe'), exclusive('meet'), parallel('fork'), task('left'), task('right'), parallel('join'), check('noDoubleFunding'), end()],
    ['begin > first > choice > maybe > meet', 'choice > meet else', 'meet > fork > left > join', 'fork > right > join', 'join > noDoubleFunding > done'],
  );

  test('are those of the steps before, certain where every way leads through them', () => {
    expect(at(forked, { step: 'meet' })).toEqual(new Map([['first.outcome', true], ['maybe.outcome', false]]));
    expect(at(forked, { step: 'left' })).toEqual(new Map([['first.outcome', true], ['maybe.outcome', false]]));
    // A join of all flows waits for both.
    expect(at(forked, { step: 'noDoubleFunding' })).toEqual(new Map([['first.outcome', true], ['maybe.outcome', false], ['left.outcome', true], ['right.outcome', true]]));
    expect(at(forked, { step: 'first' })).toEqual(new Map());
  });

  test('on a flow include the step it leaves', () => {
    const flow = forked.flows.find(({ from }) => from === 'first')?.id ?? '';
    expect(at(forked, { flow })).toEqual(new Map([['first.outcome', true]]));
  });

  test('at a border leave out its host, which was not finished', () => {
    const process = smallProcess([begin(), task('slow'), onTime('late', 'slow', { workingDays: 2 }), task('other'), end()], ['begin > slow > done', 'late > other > done']);
    expect(at(process, { step: 'other' })).toEqual(new Map());
    expect(at(process, { step: 'done' })).toEqual(new Map([['slow.outcome', false], ['other.outcome', false]]));
  });

  test('go into and out of a subprocess', () => {
    const process = smallProcess([begin(), task('before'), scope('box'), ...inside('box', begin('in'), task('inner'), end('out')), task('after'), end()], ['begin > before > box > after > done', 'in > inner > out']);
    expect(at(process, { step: 'inner' })).toEqual(new Map([['before.outcome', true]]));
    expect(at(process, { step: 'after' })).toEqual(new Map([['before.outcome', true], ['inner.outcome', true]]));
  });

  test('in a loop include the step itself, uncertain', () => {
    const process = smallProcess([begin(), task('again', { choices: ['yes', 'no'] }), exclusive('gate'), end()], ['begin > again > gate', 'gate > again if again.outcome = "no"', 'gate > done else']);
    expect(at(process, { step: 'again' })).toEqual(new Map([['again.outcome', false]]));
  });

  test('of a process of a thousand steps are told while somebody types', () => {
    const process = largeProcess(1_000);
    const began = performance.now();
    expect(dataKnownAt(process, { step: process.steps.at(-1)?.id ?? '' }).filter(({ certain }) => certain).length).toBeGreaterThan(100);
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  test.each(measures.map((process) => [process.id, process] as const))('%s: every name is one that the kernel knows, with values it may have', (_id, process) => {
    const known = dataKnownAt(process, { step: process.steps.at(-1)?.id ?? '' });
    expect(known.length).toBeGreaterThan(20);
    for (const { path, type } of dataKnownAt(process, {})) {
      expect(checkExpression(path, caseSchema(process), type === 'boolean' || type === 'integer' ? type : 'any'), path).toEqual([]);
    }
  });
});

describe('sample data', () => {
  test.each(measures.flatMap((process) => process.forms.map((form) => [`${process.id} ${form.id}`, form.schema] as const)))('%s accepts its sample answers', (_name, schema) => {
    expect(validateForm(schema, sampleAnswers(schema))).toEqual([]);
  });

  test.each(measures.map((process) => [process.id, process] as const))('%s: every condition can be tried on it', (_id, process) => {
    const data = sampleData(process);
    const conditions = process.flows.flatMap(({ condition }) => condition ?? []);
    expect(conditions.length).toBeGreaterThan(5);
    for (const condition of conditions) expect(evaluateCondition(condition, data), condition).toEqual({ value: expect.any(Boolean) as boolean });
  });
});

describe('fields that are asked under a condition', () => {
  const field = (name: string, schema: JsonSchema): JsonSchema => ({ 'x-zh': name, 'x-en': name, ...schema });
  const schema: JsonSchema = {
    type: 'object',
    additionalProperties: false,
    required: ['employs', 'count', 'women'],
    properties: {
      employs: field('employs', { type: 'boolean' }),
      count: field('count', { type: 'integer', minimum: 1, 'x-visible': 'employs' }),
      women: field('women', { type: 'integer', minimum: 0, 'x-visible': 'count > 5' }),
    },
  };
  const names = (answers: Parameters<typeof validateForm>[1]) => validateForm(schema, answers).map(({ pointer }) => pointer);

  test('are required where it holds, and must be empty where it does not', () => {
    expect(jsonSchemaSchema.safeParse(schema).success).toBe(true);
    expect(formSchemaFaults(schema)).toEqual([]);
    expect(names({})).toEqual(['/employs']);
    expect(names({ employs: false })).toEqual([]);
    expect(names({ employs: true })).toEqual(['/count']);
    expect(names({ employs: true, count: 0 })).toEqual(['/count']);
    expect(names({ employs: true, count: 9 })).toEqual(['/women']);
    expect(names({ employs: false, count: 9 })).toEqual(['/count']);
    // What is itself not asked counts as unanswered.
    expect(names({ employs: false, count: 9, women: 3 })).toEqual(['/count', '/women']);
    expect(askedAnswers(schema, { employs: false, count: 9, women: 3 })).toEqual({ employs: false });
    expect(Object.keys(withoutFields(schema, hiddenFields(schema, { employs: true, count: 3 })).properties ?? {})).toEqual(['employs', 'count']);
    expect(validateForm(schema, sampleAnswers(schema))).toEqual([]);
  });

  test('ask earlier fields of the form only', () => {
    const faultsOf = (properties: { [name: string]: JsonSchema }) => formSchemaFaults({ type: 'object', additionalProperties: false, properties }).map(({ pointer }) => pointer);
    expect(faultsOf({ a: field('a', { type: 'integer', 'x-visible': 'b' }), b: field('b', { type: 'boolean' }) })).toEqual(['/a']);
    expect(faultsOf({ a: field('a', { type: 'integer' }), b: field('b', { type: 'boolean', 'x-visible': 'a' }) })).toEqual(['/b']);
    expect(faultsOf({ l: field('l', { type: 'array', items: { type: 'object', additionalProperties: false, properties: { a: field('a', { type: 'boolean', 'x-visible': 'true' }) } } }) })).toEqual(['/l/0/a']);
  });
});
