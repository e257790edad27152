import { json } from '@codemirror/lang-json';
import { ensureSyntaxTree } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeCompletions } from '../../../designer/editor/code/codeCompletions.ts';
import { formatJson } from '../../../designer/editor/code/formatJson.ts';
import { readJson } from '../../../designer/editor/code/readJson.ts';
import { lineOf, readProcess } from '../../../designer/editor/code/readProcess.ts';
import { changeBetween } from '../../../designer/editor/code/useCodeMirror.ts';
import { feelCompletions } from '../../../designer/editor/feel/feelCompletions.ts';
import { valueAt, withValue } from '../../../designer/editor/feel/useSample.ts';
import { measures } from '../../../measures/index.ts';
import { dataKnownAt } from '../../../model/dataKnownAt.ts';
import type { Json } from '../../../model/text.ts';

const process = measures[0]!; // there are fourteen
const code = formatJson(process as unknown as Json); // a process survives JSON

describe('JSON is read with its places', () => {
  test('any JSON, as it was, each part where it stands', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), fc.constantFrom(0, 2), fc.boolean(), (value, space, ours) => {
        const text = ours ? formatJson(value as Json, '', 20) : JSON.stringify(value, null, space);
        const read = readJson(text);
        if ('fault' in read) throw new Error(read.fault.message.en);
        expect(JSON.stringify(read.value)).toBe(JSON.stringify(value));
        expect(JSON.parse(text.slice(read.places.get('')?.from, read.places.get('')?.to))).toEqual(JSON.parse(text));
      }),
    );
  });

  test('the places of a process are those of its parts', () => {
    const read = readJson(code);
    if ('fault' in read) throw new Error(read.fault.message.en);
    for (const [index, step] of process.steps.entries()) {
      const place = read.places.get(`steps.${index}`);
      expect(JSON.parse(code.slice(place?.from, place?.to))).toEqual(step);
    }
  });

  test.each([
    ['{"a": 1,}', 8, '“}”'],
    ['{"a": 1', 7, 'the end'],
    ['{"a": 1, "a": 2}', 9, 'twice'],
    ['[1 2]', 3, '“2”'],
    ['{a: 1}', 1, 'quotes'],
    ['{"a": tru}', 6, 'value'],
    ['{"a": "x\n"}', 6, 'quote'],
    ['{} x', 3, 'after the end'],
    ['', 0, 'the end'],
    ['01', 1, 'after the end'],
  ])('%s is said to be wrong at %i', (text, from, words) => {
    expect(readJson(text)).toMatchObject({ fault: { from, message: { en: expect.stringContaining(words) as string } } });
    expect(() => JSON.parse(text.replace('"a": 2', ',')) as unknown).toThrow();
  });

  test('depth has a limit, and a key named __proto__ is only a key', () => {
    expect(readJson('['.repeat(100_000))).toHaveProperty('fault');
    const read = readJson('{"__proto__": {"polluted": true}}');
    expect('value' in read && Object.keys(read.value as object)).toEqual(['__proto__']); // the text is an object
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('a process as text', () => {
  test.each(measures.map((each) => [each.id, each] as const))('%s comes back as it was', (_id, each) => {
    const read = readProcess(formatJson(each as unknown as Json)); // a process survives JSON
    expect('process' in read && read.process).toEqual(each);
  });

  test('what is not well-formed is said where it stands', () => {
    const spoiled = code.replace('"kind": "userTask"', '"kind": "taskForNobody"');
    const read = readProcess(spoiled);
    if ('process' in read) throw new Error('this was spoiled');
    expect(read.faults).toHaveLength(1);
    expect(spoiled.slice(read.faults[0]?.from, read.faults[0]?.to)).toContain('taskForNobody');
    const unknown = code.replace('"firstDayCounts"', '"firstDayCount"');
    const found = readProcess(unknown);
    if ('process' in found) throw new Error('this was spoiled');
    expect(found.faults.map(({ message }) => message.en).join()).toContain('firstDayCount');
    expect(found.faults.every(({ message: { zh, en } }) => /\p{Script=Han}/u.test(zh) && en.length > 5)).toBe(true);
  });

  test('lines are counted as people do', () => {
    expect(lineOf('a\nbc\n', 0)).toEqual({ line: 1, column: 1 });
    expect(lineOf('a\nbc\n', 3)).toEqual({ line: 2, column: 2 });
    expect(lineOf('a\nbc\n', 5)).toEqual({ line: 3, column: 1 });
  });

  test('only what differs is replaced', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (before, after) => {
        const { from, to, insert } = changeBetween(before, after);
        expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
      }),
    );
    expect(changeBetween('abcd', 'abXcd')).toEqual({ from: 2, to: 2, insert: 'X' });
  });
});

describe('completion of code', () => {
  /** What is offered where the mark | stands. */
  const offered = (text: string): string[] => {
    const pos = text.indexOf('|');
    const state = EditorState.create({ doc: text.replace('|', ''), extensions: [json()] });
    ensureSyntaxTree(state, state.doc.length, 5_000);
    return codeCompletions({ state, pos, explicit: true }, process, 'en')?.options.map(({ label }) => label) ?? [];
  };

  test('names of members that are not there yet, by the kind of a step', () => {
    expect(offered('{"id": "M01", |}')).toEqual(expect.arrayContaining(['"steps"', '"flows"', '"separation"']));
    expect(offered('{"id": "M01", |}')).not.toContain('"id"');
    const ofTask = offered('{"steps": [{"kind": "userTask", "ro|": 1}]}');
    expect(ofTask.length === 0 ? offered('{"steps": [{"kind": "userTask", "ro|"}]}') : ofTask).toEqual(expect.arrayContaining(['"role"', '"outcomes"']));
    expect(offered('{"steps": [{"kind": "startEvent", |}]}')).not.toContain('"role"');
  });

  test('closed lists, and names of steps, roles and forms', () => {
    expect(offered('{"steps": [{"kind": "|"}]}')).toEqual(expect.arrayContaining(['"userTask"', '"subProcess"']));
    expect(offered('{"steps": [{"kind": "endEvent", "end": "|"}]}')).toEqual(['"plain"', '"terminate"', '"error"']);
    expect(offered('{"steps": [{"kind": "userTask", "role": "|"}]}')).toEqual(process.roles.map(({ id }) => JSON.stringify(id)));
    expect(offered('{"flows": [{"from": "|"}]}')).toEqual(process.steps.map(({ id }) => JSON.stringify(id)));
    expect(offered('{"declarationForm": "|"}')).toEqual(process.forms.map(({ id }) => JSON.stringify(id)));
    expect(offered('{"firstDayCounts": t|}')).toEqual(expect.arrayContaining(['true', 'false']));
  });
});

describe('completion of FEEL', () => {
  const flow = process.flows.find(({ condition }) => condition?.includes('.outcome'))!; // there are conditions
  const known = dataKnownAt(process, { flow: flow.id });
  const offered = (text: string): string[] => {
    const pos = text.indexOf('|');
    const state = EditorState.create({ doc: text.replace('|', '') });
    return feelCompletions({ state, pos, explicit: true }, known, 'en', { uncertain: 'may be missing', type: ({ type }) => type ?? '' })?.options.map(({ label }) => label) ?? [];
  };
  const path = `${flow.from.length > 0 ? /([a-z]\w*\.outcome)/.exec(flow.condition ?? '')?.[1] : ''}`;

  test('the data known there, and what a condition may call', () => {
    expect(offered('|')).toEqual(expect.arrayContaining([path, 'today', 'is defined(any)', 'and']));
    expect(offered('if |').length).toBeGreaterThan(20);
    expect(offered('|')).not.toContain('for');
  });

  test('the values that a datum may have', () => {
    const values = known.find((datum) => datum.path === path)?.values ?? [];
    expect(values.length).toBeGreaterThan(1);
    for (const begun of [`${path} = |`, `${path} = "|`, `${path} != "x|`, `not(${path} = |`]) expect(offered(begun)).toEqual(values.map((value) => JSON.stringify(value)));
    expect(offered('"some text|')).toEqual([]);
  });
});

test('a value is put into sample data at its dotted name', () => {
  expect(withValue({ a: { b: 1 }, c: 'x' }, 'a.d.e', true)).toEqual({ a: { b: 1, d: { e: true } }, c: 'x' });
  expect(withValue({ c: 'x' }, 'c.d', 1)).toEqual({ c: { d: 1 } });
  expect(valueAt({ a: { b: [1] } }, 'a.b')).toEqual([1]);
  expect(valueAt({ a: 1 }, 'a.toString')).toBeNull();
});
