import { begin, end, exclusive, inside, listen, onError, onMessage, scope, smallProcess, task, wait } from './smallProcess.ts';
import { after, complete, expectClosed, expectData, expectDeadline, expectFact, expectNoTask, expectOpen, expectRefusal, expectSuspended, expectTask, expectWaitingAt, message, scenario } from './scenario.ts';

const awaited = smallProcess([begin(), listen('proof', 'payment'), end()], ['begin > proof > done']);
const stopping = smallProcess([begin(), task('a'), onMessage('gone', 'a', 'bankruptcy', { interrupting: true }), end('ended', { outcome: 'bankrupt' }), end()], ['begin > a > done', 'gone > ended']);

/** The publicity of the programme: an objection suspends the notice period until it is answered. */
export const publicity = smallProcess(
  [
    begin(),
    task('decision'),
    scope('publicity'),
    inside(
      'publicity',
      begin('publish'),
      wait('noticePeriod', { workingDays: 5 }),
      onMessage('objection', 'noticePeriod', 'objection', { suspends: true }),
      task('answerObjection', { role: 'reviewer', choices: ['upheld', 'rejected'], whileSuspended: true, resumes: 'objection' }),
      exclusive('objectionResult'),
      end('upheld', { end: 'error', error: 'objectionUpheld' }),
      end('rejected'),
      end('noticeEnd'),
    ),
    onError('objectionUpheld', 'publicity', 'objectionUpheld'),
    task('award'),
    end(),
  ],
  ['begin > decision > publicity > award > done', 'publish > noticePeriod > noticeEnd', 'objection > answerObjection > objectionResult > upheld if answerObjection.outcome = "upheld"', 'objectionResult > rejected else', 'objectionUpheld > decision'],
);
const first = { reference: 'first' };
const second = { reference: 'second' };

/** Messages: awaited, on a border, and the objection that stops the clocks. */
export const messages = [
  scenario('a message that is awaited lets the case go on', awaited, [expectRefusal('messageNotExpected', message('objection')), message('payment', { data: { paid: true }, reference: 'M-7' }), expectData('proof.paid', true), expectData('proof.reference', 'M-7'), expectClosed('completed')], { durable: true }),
  scenario('a message on the border may end its host’s work', stopping, [message('bankruptcy'), expectNoTask(), expectClosed('bankrupt')], { durable: true }),
  scenario('without publicity there is nothing to object to', publicity, [expectRefusal('messageNotExpected', message('objection')), expectTask('decision')], { durable: true }),
  scenario('a rejected objection costs no day of the notice period when it is answered the same day', publicity, [
    complete('decision'),
    after('2 working days'),
    message('objection'),
    expectSuspended('objection'),
    expectDeadline('noticePeriod', 'stopped'),
    complete('answerObjection', 'rejected'),
    expectSuspended(),
    expectDeadline('noticePeriod', '2026-03-07T00:00:00.000+08:00'),
    after('3 working days'),
    expectTask('award'),
    expectFact('heard', 'objection'),
  ]),
  scenario('an objection stops the clock however long it takes, and the notice ends in what was left', publicity, [
    complete('decision'),
    message('objection'),
    after('12 days'),
    expectWaitingAt('publicity', 'noticePeriod', 'answerObjection'),
    complete('answerObjection', 'rejected'),
    expectSuspended(),
    after('6 working days'),
    complete('award'),
    expectClosed('completed'),
  ], { durable: true }),
  scenario('an objection keeps what was left of the period, over a holiday with worked weekend days', publicity, [
    complete('decision'),
    expectDeadline('noticePeriod', '2026-10-10T00:00:00.000+08:00'),
    after('until 2026-09-30T15:00:00.000+08:00'),
    message('objection'),
    after('until 2026-10-09T10:00:00.000+08:00'),
    expectWaitingAt('publicity', 'noticePeriod', 'answerObjection'),
    complete('answerObjection', 'rejected'),
    expectDeadline('noticePeriod', '2026-10-13T00:00:00.000+08:00'),
    expectData('noticePeriod', { from: '2026-09-28', until: '2026-10-12' }),
    after('3 working days'),
    expectTask('award'),
  ], { start: { at: '2026-09-28T09:00:00.000+08:00' } }),
  scenario('while two objections are open, the second keeps the clock standing', publicity, [
    complete('decision'),
    message('objection', first),
    message('objection', second),
    expectSuspended('objection', 'objection'),
    expectTask('answerObjection', { count: 2 }),
    complete('answerObjection', 'rejected'),
    expectSuspended('objection'),
    expectDeadline('noticePeriod', 'stopped'),
    complete('answerObjection', 'rejected'),
    expectSuspended(),
    expectOpen(),
  ], { durable: true }),
  scenario('an objection that is upheld on the last day sends the case back, a second visit', publicity, [
    complete('decision'),
    after('4 working days'),
    message('objection'),
    complete('answerObjection', 'upheld'),
    expectSuspended(),
    expectWaitingAt('decision'),
    expectRefusal('taskNotOpen', complete('decision', 'done', { task: 'decision#1' })),
    complete('decision'),
    expectDeadline('noticePeriod', '2026-03-13T00:00:00.000+08:00'),
    after('8 days'),
    complete('award'),
    expectClosed('completed'),
  ]),
  scenario('an objection upheld while another is open: the other falls with the publicity, and nothing stays suspended', publicity, [
    complete('decision'),
    message('objection', first),
    message('objection', second),
    complete('answerObjection', 'upheld'),
    expectSuspended(),
    expectNoTask('answerObjection'),
    complete('decision'),
    expectWaitingAt('publicity', 'noticePeriod'),
  ], { durable: true }),
];
