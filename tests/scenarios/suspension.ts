import { begin, check, end, inside, onTime, parallel, scope, smallProcess, task, wait } from './smallProcess.ts';
import { publicity } from './messages.ts';
import { after, answer, complete, expectClosed, expectDeadline, expectFact, expectNoTask, expectRefusal, expectSettled, expectSuspended, expectTask, expectWaitingAt, message, resume, scenario, suspend, terminate, withdraw } from './scenario.ts';

const waiting = smallProcess([begin(), wait('notice', { workingDays: 5 }), end()], ['begin > notice > done']);
const asking = smallProcess([begin(), check('register', 'creditDefault'), task('next'), end()], ['begin > register > next > done']);
const firstNotCounted = smallProcess([begin(), wait('notice', { workingDays: 5, firstDayCounts: false }), end()], ['begin > notice > done']);
const wholePart = smallProcess([begin(), scope('part', { whileSuspended: true }), inside('part', begin('innerBegin'), task('a'), onTime('late', 'a', { workingDays: 3 }), end('innerEnd')), task('b'), end()], ['begin > part > b > done', 'innerBegin > a > innerEnd', 'late > innerEnd']);
const hours = smallProcess([begin(), task('a'), onTime('late', 'a', { duration: 'PT10H' }), task('b'), end()], ['begin > a > done', 'late > b > done']);
const goesOn = smallProcess(
  [
    begin(),
    parallel('split'),
    task('a', { whileSuspended: true }),
    task('b', {}),
    onTime('first', 'b', { workingDays: 1 }, { interrupting: false }),
    onTime('second', 'b', { workingDays: 2 }, { interrupting: false }),
    check('register', 'creditDefault', { whileSuspended: true }),
    task('c'),
    onTime('third', 'c', { workingDays: 3 }),
    onTime('fourth', 'c', { workingDays: 4 }),
    end(),
    end('other'),
  ],
  ['begin > split > a > register > c > done', 'split > b > done', 'first > other', 'second > other', 'third > done', 'fourth > done'],
);

/** What stands still while a case is suspended, and what does not. */
export const suspension = [
  scenario('a suspended clock keeps its remaining working days', waiting, [
    after('2 days'),
    suspend(),
    expectSuspended('administrator'),
    expectDeadline('notice', 'stopped'),
    after('60 days'),
    expectWaitingAt('notice'),
    resume(),
    expectDeadline('notice', '2026-05-09T00:00:00.000+08:00'),
    after('10 days'),
    expectClosed('completed'),
  ]),
  scenario('remaining hours are hours', hours, [after('4 hours'), suspend(), after('100 hours'), expectTask('a'), resume(), expectDeadline('late', '2026-03-06T23:00:00.000+08:00'), after('6 hours'), expectTask('b')]),
  scenario('tasks wait, and are done after the resumption', asking, [suspend(), expectRefusal('caseSuspended', complete('next')), expectRefusal('caseSuspended', suspend()), resume(), expectRefusal('notSuspended', resume()), complete('next'), expectClosed('completed')], { durable: true }),
  scenario('answers that come meanwhile are held back and taken in later', asking, [
    suspend(),
    answer('creditDefault', { succeeds: { barred: false, reason: '' } }),
    expectFact('heldBack', undefined),
    expectNoTask(),
    resume(),
    expectTask('next'),
    expectFact('learnt', 'register'),
  ], { durable: true, answers: { creditDefault: 'later' } }),
  scenario('a failure that comes meanwhile is held back too', asking, [suspend(), answer('creditDefault', { fails: 'unreachable' }), expectFact('incident', 'register', 0), resume(), expectFact('incident', 'register', 1)], { answers: { creditDefault: 'later' } }),
  scenario('a held-back answer dies with its case', asking, [suspend(), answer('creditDefault', { succeeds: { barred: false, reason: '' } }), withdraw(), expectClosed('withdrawn')], { answers: { creditDefault: 'later' } }),
  scenario('the objection’s own task goes on, whatever else is suspended', publicity, [
    complete('decision'),
    message('objection'),
    suspend(),
    expectSuspended('objection', 'administrator'),
    complete('answerObjection', 'rejected'),
    expectSuspended('administrator'),
    expectDeadline('noticePeriod', 'stopped'),
    resume(),
    expectDeadline('noticePeriod', '2026-03-07T00:00:00.000+08:00'),
  ]),
  scenario('a suspended clock outlasts its deadline, and then needs no more than was left', smallProcess([begin(), wait('notice', { workingDays: 9 }), end()], ['begin > notice > done']), [
    after('6 days'),
    suspend(),
    after('9 days'),
    expectDeadline('notice', 'stopped'),
    expectWaitingAt('notice'),
    resume(),
    expectFact('clockStarted', 'notice', 2),
    after('6 working days'),
    expectClosed('completed'),
  ], { durable: true }),
  scenario('clocks that begin during a suspension stand until it ends, each for itself', goesOn, [
    suspend(),
    complete('a'),
    expectTask('c'),
    expectDeadline('third', 'stopped'),
    expectDeadline('fourth', 'stopped'),
    expectRefusal('caseSuspended', complete('c')),
    resume(),
    expectDeadline('first', '2026-03-03T00:00:00.000+08:00'),
    expectDeadline('third', '2026-03-05T00:00:00.000+08:00'),
    expectDeadline('fourth', '2026-03-06T00:00:00.000+08:00'),
    complete('c'),
    complete('b'),
    expectClosed('completed'),
  ]),
  scenario('a subprocess that goes on takes along what is in it', wholePart, [suspend(), expectDeadline('late', '2026-03-05T00:00:00.000+08:00'), complete('a'), expectRefusal('caseSuspended', complete('b')), resume(), complete('b'), expectClosed('completed')]),
  scenario('suspended and resumed on one day, nothing is lost, also where the first day does not count', firstNotCounted, [
    expectDeadline('notice', '2026-03-11T00:00:00.000+08:00'),
    after('until 2026-03-05T10:00:00.000+08:00'),
    suspend(),
    resume(),
    expectDeadline('notice', '2026-03-11T00:00:00.000+08:00'),
  ], { start: { at: '2026-03-03T09:00:00.000+08:00' } }),
  scenario('suspended twice, a clock keeps what the first left', waiting, [
    after('1 days'),
    suspend(),
    after('7 days'),
    resume(),
    expectDeadline('notice', '2026-03-14T00:00:00.000+08:00'),
    after('1 days'),
    suspend(),
    after('7 days'),
    resume(),
    expectDeadline('notice', '2026-03-21T00:00:00.000+08:00'),
    after('5 days'),
    expectClosed('completed'),
  ]),
  scenario('a suspended case can be terminated', waiting, [suspend(), terminate(), expectClosed('terminated'), expectSettled(false)]),
];
