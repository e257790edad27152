import { expect, test } from 'vitest';
import { findProblems } from '../../../model/rules/index.ts';
import { begin, check, end, smallProcess } from '../../scenarios/smallProcess.ts';

test('a service task names a check that exists', () => {
  const flows = ['begin > register > done'];
  const withCheck = (name: string) => findProblems(smallProcess([begin(), check('register', name), end()], flows)).filter(({ where }) => where.field === 'check');
  expect(withCheck('businessRegister')).toEqual([]);
  expect(withCheck('horoscope')).toMatchObject([{ severity: 'error', where: { step: 'register', field: 'check' }, message: { en: expect.stringContaining('horoscope') } }]);
});
