import type { CalendarYear } from '../../model/calendar/calendarYear.ts';
import { calendars } from '../../measures/calendars.ts';
import { begin, check, end, inside, onTime, parallel, scope, several, smallProcess, task, wait } from './smallProcess.ts';
import { publicity } from './messages.ts';
import { after, answer, complete, expectClosed, expectDeadline, expectFact, expectNoTask, expectRefusal, expectSettled, expectSuspended, expectTask, expectWaitingAt, loadCalendar, message, resume, scenario, suspend, terminate, withdraw } from './scenario.ts';

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

const due = (whileSuspended: boolean) => smallProcess([begin(), task('a', { due: { workingDays: 5 }, ...(whileSuspended ? { whileSuspended } : {}) }), end()], ['begin > a > done']);
const voted = smallProcess([begin(), several('vote', { mode: 'sequential', due: { workingDays: 5 } }), end()], ['begin > vote > done']);
const opens = smallProcess([begin(), check('register', 'creditDefault', { whileSuspended: true }), task('a', { due: { workingDays: 5 } }), end()], ['begin > register > a > done']);
const year2027: CalendarYear = { year: 2027, off: ['01-01'], worked: [], source: 'assumed for this scenario' };
const corrected: CalendarYear[] = calendars.filter(({ year }) => year === 2026).map((year) => ({ ...year, off: [...year.off, '03-05'] }));

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
  scenario('what is due stands still with the clocks, and is due after as many working days as were left', due(false), [
    expectTask('a', { due: '2026-03-07T00:00:00.000+08:00' }),
    after('2 days'),
    suspend(),
    expectTask('a', { due: 'stopped' }),
    expectFact('dueStopped', 'a'),
    after('60 days'),
    resume(),
    expectTask('a', { due: '2026-05-09T00:00:00.000+08:00' }),
    expectFact('dueMoved', 'a'),
    complete('a'),
    expectClosed('completed'),
  ]),
  scenario('a task that stood still can be done once the case is resumed', due(false), [after('1 days'), suspend(), expectTask('a', { due: 'stopped' }), after('9 days'), resume(), expectFact('dueMoved', 'a'), complete('a'), expectClosed('completed')], { durable: true }),
  scenario('what is overdue stays overdue', due(false), [after('30 days'), suspend(), resume(), expectTask('a', { due: '2026-03-07T00:00:00.000+08:00' }), expectFact('dueMoved', 'a', 0)]),
  scenario('what goes on during a suspension is due all the same', due(true), [suspend(), after('2 days'), resume(), expectTask('a', { due: '2026-03-07T00:00:00.000+08:00' })]),
  scenario('a task that opens during a suspension begins to be due when it ends', opens, [
    suspend(),
    answer('creditDefault', { succeeds: { barred: false, reason: '' } }),
    expectTask('a', { due: 'stopped' }),
    after('7 days'),
    resume(),
    expectTask('a', { due: '2026-03-14T00:00:00.000+08:00' }),
  ], { answers: { creditDefault: 'later' } }),
  scenario('the next person of several has the deadline of the one before, as it stands after a suspension', voted, [
    after('1 days'),
    suspend(),
    after('7 days'),
    resume(),
    complete('vote', 'agree', { as: 'officer-1' }),
    expectTask('vote', { due: '2026-03-14T00:00:00.000+08:00' }),
  ]),
  scenario('a corrected notice moves what is due where clocks are computed again, and only there', due(false), [
    loadCalendar(corrected, 'keep'),
    expectTask('a', { due: '2026-03-07T00:00:00.000+08:00' }),
    loadCalendar(corrected, 'recompute'),
    expectTask('a', { due: '2026-03-10T00:00:00.000+08:00' }),
  ]),
  scenario('resumed into an unknown year, a task can be done, and is due again once the year is loaded', due(false), [
    after('2 days'),
    suspend(),
    after('until 2026-12-31T10:00:00.000+08:00'),
    resume(),
    expectTask('a', { due: 'stopped' }),
    loadCalendar([year2027]),
    expectTask('a', { due: '2027-01-06T00:00:00.000+08:00' }),
    complete('a'),
    expectClosed('completed'),
  ]),
  scenario('a suspended case can be terminated', waiting, [suspend(), terminate(), expectClosed('terminated'), expectSettled(false)]),
];
