import { begin, check, end, onError, onTime, smallProcess, task } from './smallProcess.ts';
import { after, complete, expectClosed, expectData, expectFact, expectIncident, expectNoIncident, expectNoTask, expectTask, expectWaitingAt, resolve, scenario, confirmSkip, expectRefusal, proposeSkip } from './scenario.ts';

const bare = smallProcess([begin(), check('register', 'creditDefault'), task('next'), end()], ['begin > register > next > done']);
const guarded = smallProcess(
  [begin(), check('register', 'creditDefault'), onError('refused', 'register', 'refusedByOffice'), onError('down', 'register'), task('byHand'), task('otherwise'), end()],
  ['begin > register > done', 'refused > byHand > done', 'down > otherwise > done'],
);
const withClock = smallProcess([begin(), check('register', 'creditDefault'), onTime('slow', 'register', { duration: 'PT2H' }), task('byHand'), end()], ['begin > register > done', 'slow > byHand > done']);

/** Checks that fail: caught on the border, or waiting for a person. */
export const failures = [
  scenario('a check answers and the case goes on with what was learnt', bare, [expectData('register', { barred: false, reason: '' }), expectTask('next'), complete('next'), expectClosed('completed')], { durable: true }),
  scenario('a failure is caught by its code', guarded, [expectTask('byHand'), expectNoTask('otherwise'), expectData('refused', { code: 'refusedByOffice', message: '系统维护' }), complete('byHand'), expectClosed('completed')], {
    durable: true,
    answers: { creditDefault: { fails: 'refusedByOffice', message: '系统维护' } },
  }),
  scenario('a failure of another code is caught by the border that takes any', guarded, [expectTask('otherwise'), expectNoTask('byHand'), expectFact('failed', 'register')], { answers: { creditDefault: { fails: 'unreachable' } } }),
  scenario('a failure that nobody catches waits; tried again, the check is asked anew', bare, [
    expectIncident('checkFailed', 'register'),
    expectWaitingAt('register'),
    resolve('retry'),
    expectNoIncident(),
    expectFact('asked', 'register', 2),
    expectTask('next'),
  ], { durable: true, answers: { creditDefault: [{ fails: 'unreachable' }, { succeeds: { barred: false, reason: '' } }] } }),
  scenario('a failure is skipped by two: one proposes with a reason, another confirms', bare, [
    expectRefusal('separationOfDuties', resolve('skip')),
    expectRefusal('separationOfDuties', confirmSkip()),
    expectRefusal('notAllowed', proposeSkip({ as: 'processOwner-1' })),
    expectRefusal('reasonMissing', proposeSkip({ reason: ' ' })),
    proposeSkip(),
    expectIncident('checkFailed', 'register'),
    expectRefusal('separationOfDuties', resolve('skip')),
    expectRefusal('separationOfDuties', proposeSkip({ as: 'administrator-2' })),
    expectRefusal('notAllowed', resolve('retry', { as: 'processOwner-1' })),
    confirmSkip(),
    expectFact('skipProposed', 'register'),
    expectNoIncident(),
    expectFact('skipped', 'register'),
    expectTask('next'),
    expectData('register', undefined),
  ], { answers: { creditDefault: { fails: 'unreachable' } } }),
  scenario('a check that fails again is an incident again', bare, [resolve('retry'), expectIncident('checkFailed', 'register')], { answers: { creditDefault: { fails: 'unreachable' } } }),
  scenario('the clock on the border of a failed check runs on, and one clock only', withClock, [resolve('retry'), expectIncident('checkFailed', 'register'), after('2 hours'), expectNoIncident(), expectTask('byHand'), complete('byHand'), expectClosed('completed')], { answers: { creditDefault: { fails: 'unreachable' } } }),
];
