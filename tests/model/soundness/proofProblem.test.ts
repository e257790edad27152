import { expect, test } from 'vitest';
import { proofProblems } from '../../../model/soundness/proofProblem.ts';
import { proveSound } from '../../../model/soundness/proveSound.ts';
import { begin, end, exclusive, parallel, smallProcess, task } from '../../scenarios/smallProcess.ts';

const steps = [begin(), exclusive('split'), task('a'), task('b'), parallel('join'), end()];
const flows = ['begin > split', 'split > a if x', 'split > b else', 'a > join > done', 'b > join'];

test('a finding is a problem at its place, which a second owner may waive', () => {
  expect(proofProblems(proveSound(smallProcess(steps, flows)))).toEqual([
    { rule: 'soundness', severity: 'error', message: { zh: expect.stringContaining('“join”'), en: expect.stringContaining('“join”') }, where: { step: 'join' }, key: 'optionToComplete:joinWaits:join', waivable: true },
  ]);
  expect(proofProblems(proveSound(smallProcess([begin(), end()], ['begin > done'])))).toEqual([]);
});

test('its key stays through edits elsewhere, and goes with the fault', () => {
  const keys = (made: typeof steps, drawn: string[]): string[] => proofProblems(proveSound(smallProcess(made, drawn))).map(({ key }) => key);
  const before = keys(steps, flows);
  const renamed = steps.map((step) => ({ ...step, name: { zh: '别名', en: 'Renamed' }, position: { x: 7, y: 7 } }));
  expect(keys(renamed, flows)).toEqual(before);
  expect(keys([...steps, task('first'), task('last')], ['begin > first > split', ...flows.slice(1, 3), 'a > join > last > done', 'b > join'])).toEqual(before);
  expect(keys(steps.map((step) => (step.id === 'join' ? exclusive('join') : step)), flows)).toEqual([]);
});

test('a case that can never begin is nothing to waive', () => {
  expect(proofProblems(proveSound(smallProcess([end()], []))).map(({ key, waivable }) => [key, waivable])).toEqual([['optionToComplete:noStart:', false]]);
});
