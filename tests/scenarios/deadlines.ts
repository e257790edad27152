import { begin, check, end, exclusive, onTime, smallProcess, step, task, wait } from './smallProcess.ts';
import { after, complete, expectClosed, expectData, expectDeadline, expectFact, expectIncident, expectOpen, expectRefusal, expectTask, expectNoTask, expectWaitingAt, resolve, scenario } from './scenario.ts';
import type { Wait } from '../../model/steps/period.ts';

const waiting = (period: Wait) => smallProcess([begin(), wait('notice', period), end()], ['begin > notice > done']);
const reminded = smallProcess(
  [begin(), task('formCheck', { due: { workingDays: 5 } }), onTime('late', 'formCheck', { workingDays: 4 }, { interrupting: false }), check('remind', 'reminder'), end('reminded'), end()],
  ['begin > formCheck > done', 'late > remind > reminded'],
);
const lapsing = smallProcess(
  [begin(), task('correction', { role: 'applicant' }), onTime('lapsed', 'correction', { workingDays: 5 }), task('lapseDecision', { choices: ['extend', 'close'] }), exclusive('gate'), end(), end('tooLate', { outcome: 'lapsed' })],
  ['begin > correction > done', 'lapsed > lapseDecision > gate > correction if lapseDecision.outcome = "extend"', 'gate > tooLate else'],
);
const retried = smallProcess([begin(), check('register', 'creditDefault'), onTime('slow', 'register', { duration: 'PT2H' }), task('byHand'), end()], ['begin > register > done', 'slow > byHand > done']);
const twoClocks = smallProcess(
  [begin(), task('a'), onTime('first', 'a', { duration: 'PT1H' }, { interrupting: false }), onTime('second', 'a', { duration: 'PT2H' }), task('reminded'), task('escalated'), end(), end('other')],
  ['begin > a > done', 'first > reminded > other', 'second > escalated > done'],
);
const unknownDays = smallProcess([begin(), step('timerCatchEvent', 'notice', { wait: { workingDays: 'declaration.days' } }), end()], ['begin > notice > done']);

/** Time that passes: working days, durations, dates, and clocks on borders. */
export const deadlines = [
  scenario('five working days, the first counted, end at midnight after the fifth', waiting({ workingDays: 5 }), [
    expectDeadline('notice', '2026-03-07T00:00:00.000+08:00'),
    expectData('notice', { from: '2026-03-02', until: '2026-03-06' }),
    after('until 2026-03-06T23:59:59.999+08:00'),
    expectOpen(),
    after('1 minutes'),
    expectClosed('completed'),
  ]),
  scenario('five working days, the first not counted', waiting({ workingDays: 5, firstDayCounts: false }), [expectDeadline('notice', '2026-03-11T00:00:00.000+08:00')], { start: { at: '2026-03-03T09:00:00.000+08:00' } }),
  scenario('five working days over the National Day holiday', waiting({ workingDays: 5 }), [expectDeadline('notice', '2026-10-10T00:00:00.000+08:00')], { start: { at: '2026-09-28T09:00:00.000+08:00' } }),
  scenario('five working days from a Saturday before a worked Sunday', waiting({ workingDays: 5 }), [expectDeadline('notice', '2026-09-25T00:00:00.000+08:00')], { start: { at: '2026-09-19T09:00:00.000+08:00' } }),
  scenario('a duration runs through the night', waiting({ duration: 'P1DT2H' }), [expectDeadline('notice', '2026-03-03T11:00:00.000+08:00'), after('26 hours'), expectClosed('completed')]),
  scenario('a duration runs out', waiting({ duration: 'P8DT2H' }), [after('2 days'), expectOpen(), after('7 days'), expectClosed('completed')], { durable: true }),
  scenario('a date is its midnight', waiting({ date: 'declaration.on' }), [expectDeadline('notice', '2026-04-01T00:00:00.000+08:00'), after('40 days'), expectClosed('completed')], { start: { declaration: { on: '2026-04-01' } } }),
  scenario('a date that is past does not keep anybody waiting', waiting({ date: 'declaration.on' }), [expectDeadline('notice', '2026-03-02T09:00:00.000+08:00'), after('1 minutes'), expectClosed('completed')], { start: { declaration: { on: '2025-04-01' } } }),
  scenario('a deadline that does not follow from the data waits for the data', unknownDays, [
    expectIncident('conditionNull', 'notice'),
    resolve('correct', { data: { declaration: { days: 2 } } }),
    expectDeadline('notice', '2026-03-04T00:00:00.000+08:00'),
    after('2 working days'),
    expectClosed('completed'),
  ]),
  scenario('a task is due at midnight after its last working day', reminded, [expectTask('formCheck', { due: '2026-03-07T00:00:00.000+08:00' })]),
  scenario('a reminder does not disturb the task, and comes once', reminded, [
    expectTask('formCheck'),
    after('4 working days'),
    expectFact('asked', 'remind'),
    expectTask('formCheck'),
    after('20 days'),
    expectFact('asked', 'remind', 1),
    complete('formCheck'),
    expectClosed('completed'),
  ], { durable: true }),
  scenario('a task done in time takes its reminder with it', reminded, [complete('formCheck'), after('30 days'), expectFact('asked', 'remind', 0), expectClosed('completed')]),
  scenario('a correction that does not come lapses, is extended, and lapses again', lapsing, [
    after('5 working days'),
    expectNoTask('correction'),
    expectRefusal('taskNotOpen', complete('correction', 'done', { task: 'correction#1' })),
    complete('lapseDecision', 'extend'),
    expectTask('correction'),
    after('5 working days'),
    complete('lapseDecision', 'close'),
    expectClosed('lapsed'),
  ], { durable: true }),
  scenario('an answer that comes too late finds nobody', retried, [after('3 hours'), expectTask('byHand'), expectWaitingAt('byHand'), complete('byHand'), expectClosed('completed')], { durable: true, answers: { creditDefault: 'later' } }),
  scenario('clocks of one task run out one after the other', twoClocks, [after('3 hours'), expectTask('reminded'), expectTask('escalated'), expectNoTask('a'), complete('reminded'), expectOpen(), complete('escalated'), expectClosed('completed')]),
];
