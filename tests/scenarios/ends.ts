import { begin, end, exclusive, inside, onError, parallel, scope, smallProcess, task } from './smallProcess.ts';
import { complete, expectClosed, expectData, expectFact, expectIncident, expectNoTask, expectOpen, expectTask, expectWaitingAt, resolve, scenario, withdraw, confirmSkip, proposeSkip } from './scenario.ts';

const straight = smallProcess([begin(), end()], ['begin > done']);
const two = smallProcess([begin(), parallel('split'), task('a'), task('b'), end('first', { outcome: 'firstWay' }), end('second')], ['begin > split > a > first', 'split > b > second']);
const cutShort = smallProcess(
  [begin(), parallel('split'), task('a'), task('b'), end('stop', { end: 'terminate', outcome: 'refused' }), end()],
  ['begin > split > a > stop', 'split > b > done'],
);
const atOnce = smallProcess([begin(), parallel('split'), end('stop', { end: 'terminate', outcome: 'refused' }), task('b'), end()], ['begin > split > stop', 'split > b > done']);
const innerStop = smallProcess(
  [begin(), scope('part'), inside('part', begin('innerBegin'), parallel('split'), end('stop', { end: 'terminate', outcome: 'never' }), task('b'), end('innerEnd')), task('next'), end()],
  ['begin > part > next > done', 'innerBegin > split > stop', 'split > b > innerEnd'],
);
const raised = (attached: boolean) =>
  smallProcess(
    [
      begin(),
      scope('part'),
      inside('part', begin('innerBegin'), parallel('split'), task('decide', { choices: ['fine', 'wrong'] }), task('other'), exclusive('gate'), end('fine'), end('wrong', { end: 'error', error: 'breach' }), end('otherEnd')),
      ...(attached ? [onError('caught', 'part', 'breach'), onError('another', 'part', 'otherCode'), task('repair'), end('repaired', { outcome: 'repaired' }), end('otherRepair')] : []),
      end(),
    ],
    [
      'begin > part > done',
      'innerBegin > split > decide > gate > fine if decide.outcome = "fine"',
      'gate > wrong else',
      'split > other > otherEnd',
      ...(attached ? ['caught > repair > repaired', 'another > otherRepair'] : []),
    ],
  );
const raisedAtOnce = smallProcess(
  [begin(), scope('part'), inside('part', begin('innerBegin'), parallel('split'), end('wrong', { end: 'error', error: 'breach' }), task('other'), end('otherEnd')), onError('caught', 'part'), end('repaired', { outcome: 'repaired' }), end()],
  ['begin > part > done', 'innerBegin > split > wrong', 'split > other > otherEnd', 'caught > repaired'],
);
const nested = smallProcess(
  [
    begin(),
    scope('outer'),
    inside('outer', begin('outerBegin'), scope('inner'), end('outerEnd')),
    inside('inner', begin('innerBegin'), task('a'), end('wrong', { end: 'error', error: 'breach' })),
    onError('caught', 'outer', 'breach'),
    end('repaired', { outcome: 'repaired' }),
    end(),
  ],
  ['begin > outer > done', 'outerBegin > inner > outerEnd', 'innerBegin > a > wrong', 'caught > repaired'],
);

/** How cases begin and end: plain, by outcome, terminated from within, by an error. */
export const ends = [
  scenario('a case with nothing to do closes at once', straight, [expectClosed('completed'), expectFact('ignored', undefined, 0)], { durable: true }),
  scenario('a case closes when its last token ends, by the outcome that an end named', two, [complete('a'), expectOpen(), complete('b'), expectClosed('firstWay')]),
  scenario('a terminating end takes everything else off the board', cutShort, [expectTask('b'), complete('a'), expectNoTask(), expectClosed('refused')], { durable: true }),
  scenario('a terminating end also stops what was only on its way to a step', atOnce, [expectNoTask(), expectClosed('refused')]),
  scenario('a terminating end inside a subprocess ends that subprocess alone, and names no outcome of the case', innerStop, [expectTask('next'), expectNoTask('b'), complete('next'), expectClosed('completed')]),
  scenario('an error end is caught on the border of its subprocess, by its code', raised(true), [
    complete('decide', 'wrong'),
    expectNoTask('other'),
    expectTask('repair'),
    expectData('caught.code', 'breach'),
    complete('repair'),
    expectClosed('repaired'),
  ], { durable: true }),
  scenario('a subprocess is done when its last token is', raised(true), [complete('decide', 'fine'), expectOpen(), complete('other'), expectClosed('completed')]),
  scenario('an error end raised while a sibling is on its way leaves nothing of the subprocess', raisedAtOnce, [expectClosed('repaired')]),
  scenario('an error is caught by the nearest scope that knows it, however deep it arose', nested, [complete('a'), expectClosed('repaired')]),
  scenario('an error that nobody catches waits for a person, who skips it', raised(false), [
    complete('decide', 'wrong'),
    expectIncident('uncaughtError', 'wrong'),
    expectWaitingAt('part', 'other', 'wrong'),
    resolve('retry'),
    expectIncident('uncaughtError', 'wrong'),
    proposeSkip(),
    confirmSkip(),
    complete('other'),
    expectClosed('completed'),
  ]),
  scenario('a withdrawal takes subprocesses off the board with all that is in them', raised(false), [withdraw(), expectNoTask(), expectClosed('withdrawn')]),
];
