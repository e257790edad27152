import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { en } from '../../designer/language/en.ts';
import { zh } from '../../designer/language/zh.ts';
import { measures } from '../../measures/index.ts';
import { operations } from '../../model/api/operations.ts';
import { refusals } from '../../server/refusals.ts';
import { exitCodes } from '../../server/setup/exitCodes.mjs';

const designer = fileURLToPath(new URL('../../designer/', import.meta.url));
const chinese = /\p{Script=Han}/u;

/** Every text of a dictionary by its dotted key. */
function texts(dictionary: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(dictionary).flatMap(([key, value]: [string, unknown]): [string, string][] =>
      typeof value === 'object' && value !== null ? [...texts(value, `${prefix}${key}.`)] : [[`${prefix}${key}`, String(value)]],
    ),
  );
}

/** Every pair of texts within a value, with its place. */
function pairs(value: unknown, place: string): [place: string, zh: unknown, en: unknown][] {
  if (typeof value !== 'object' || value === null) return [];
  const here: [string, unknown, unknown][] = [];
  for (const [one, other] of [['zh', 'en'], ['x-zh', 'x-en']] as const) {
    if (one in value || other in value) here.push([place, (value as Record<string, unknown>)[one], (value as Record<string, unknown>)[other]]); // a record of whatever is in it
  }
  return [...here, ...Object.entries(value).flatMap(([key, inner]) => pairs(inner, `${place}/${key}`))];
}

test('the page has every text in both languages, with the same places to fill in', () => {
  const [inChinese, inEnglish] = [texts(zh), texts(en)];
  // Plural forms are a matter of each language: i18next keeps them as endings of the key.
  const keys = (dictionary: Map<string, string>) => new Set([...dictionary.keys()].map((key) => key.replace(/_(one|other)$/, '')));
  expect([...keys(inEnglish)].sort()).toEqual([...keys(inChinese)].sort());
  expect(inChinese.size).toBeGreaterThan(300);
  const gaps = (text: string) => [...new Set(text.match(/\{\{\s*\w+/g)?.map((gap) => gap.replace(/\W/g, '')))].sort();
  for (const [key, text] of inEnglish) {
    const own = inChinese.get(key) ?? inChinese.get(key.replace(/_(one|other)$/, ''));
    expect(text.trim(), key).not.toBe('');
    expect(own?.trim(), key).not.toBe('');
    if (own !== undefined && !key.endsWith('_one')) expect(gaps(text), key).toEqual(gaps(own));
  }
  // The product's own name and the language switch show Chinese on purpose.
  expect([...inEnglish].filter(([key, text]) => chinese.test(text) && key !== 'brand' && !/language/i.test(key))).toEqual([]);
});

test('the page asks for no text that is not there', () => {
  const known = texts(zh);
  const sources = readdirSync(designer, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const asked = sources.flatMap((file) => [...readFileSync(`${designer}${file}`, 'utf8').matchAll(/\bt\('([\w.]+)'/g)].map(([, key = '']) => ({ file, key })));
  expect(asked.length).toBeGreaterThan(200);
  expect(asked.filter(({ key }) => !known.has(key) && !known.has(`${key}_other`))).toEqual([]);
});

test.each([
  ['the fourteen measures', measures],
  ['the operations of the API', Object.fromEntries(Object.entries(operations).map(([name, { title }]) => [name, title]))],
  ['the refusals', refusals],
  ['the ways a command ends', exitCodes],
])('%s speak both languages', (_what, value) => {
  const found = pairs(value, '');
  expect(found.length).toBeGreaterThan(10);
  for (const [place, own, english] of found) {
    expect(own, place).toMatch(/\S/);
    expect(english, place).toMatch(/\S/);
  }
});
