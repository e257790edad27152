import { expect, test } from 'vitest';
import { goesOnWhileSuspended } from '../../../model/clocks.ts';
import { inside, onTime, scope, smallProcess, task } from '../../scenarios/smallProcess.ts';

test('whether a step goes on is answered for a draft whose subprocesses or hosts go round in a circle', () => {
  const circle = smallProcess([inside('inner', scope('outer')), inside('outer', scope('inner'), task('a')), onTime('first', 'second', { duration: 'P1D' }), onTime('second', 'first', { duration: 'P1D' })], []);
  for (const step of ['a', 'outer', 'first']) expect(goesOnWhileSuspended(circle, step)).toBe(false);
  const goes = { ...circle, steps: circle.steps.map((step) => (step.id === 'inner' ? { ...step, whileSuspended: true } : step)) };
  expect(goesOnWhileSuspended(goes, 'a')).toBe(true);
});
