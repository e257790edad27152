import { expect, test } from 'vitest';
import { requirementOf } from '../../../model/steps/requirement.ts';

const when = (condition: string) => ({ required: { when: condition, rule: 'M00.step', reason: { zh: '无', en: 'none' } } });

test('a condition that names nothing of the case says the same of every case', () => {
  expect(requirementOf({})).toBe('always');
  expect(requirementOf(when('true'))).toBe('always');
  expect(requirementOf(when(' false '))).toBe('never');
  expect(requirementOf(when('instalment = 1'))).toBe('byCondition');
});
