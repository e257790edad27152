import { expect, test } from 'vitest';
import { questionGroups } from '../../designer/pages/declare/questionGroups.ts';
import { measures } from '../../measures/index.ts';

test.each(measures)('the pages of $id ask every question once, in order, and at most six at a time', (process) => {
  const schema = process.forms.find((form) => form.id === process.declarationForm)?.schema ?? {};
  const groups = questionGroups(schema, ['creditCode']);
  expect(groups.flatMap((group) => group.fields)).toEqual(Object.keys(schema.properties ?? {}).filter((name) => name !== 'creditCode'));
  expect(Math.max(...groups.map((group) => group.fields.length))).toBeLessThanOrEqual(6);
  expect(groups.flatMap((group) => group.schema.required ?? [])).toEqual((schema.required ?? []).filter((name) => name !== 'creditCode'));
});
