import { begin, check, end, several, smallProcess, task } from './smallProcess.ts';
import { complete, expectClosed, expectData, expectNoTask, expectRefusal, expectTask, scenario, withdraw } from './scenario.ts';
import type { Step } from '../../model/steps/index.ts';

const voted = (step: Step) => smallProcess([begin(), step, end()], ['begin > vote > done']);
const all = voted(several('vote', { completion: { rule: 'all' } }));
const any = voted(several('vote', { completion: { rule: 'any' } }));
const two = voted(several('vote', { completion: { rule: 'kOfN', k: 2 } }));
const inTurn = voted(several('vote', { mode: 'sequential', completion: { rule: 'kOfN', k: 2 } }));
const duties = smallProcess(
  [begin(), task('formCheck', { role: 'clerk', duty: 'intake' }), task('review', { role: 'reviewer', duty: 'review' }), several('siteCheck', { instances: 2, duty: 'siteCheck' }), check('register', 'creditDefault'), task('secondReview', { role: 'reviewer', duty: 'review' }), end()],
  ['begin > formCheck > review > siteCheck > register > secondReview > done'],
  { separation: [['intake', 'review', 'siteCheck']] },
);
const agree = (n: number) => complete('vote', 'agree', { as: `officer-${n}` });
const disagree = (n: number) => complete('vote', 'disagree', { as: `officer-${n}` });
const wang = { id: 'wang', name: '王', roles: ['clerk', 'reviewer', 'officer'] };

/** Several persons on one step, and one person on several steps. */
export const severalPersons = [
  scenario('all must agree, and do', all, [expectTask('vote', { count: 3 }), agree(1), agree(2), expectTask('vote'), agree(3), expectData('vote.outcome', 'agreed'), expectData('vote.agreed', 3), expectClosed('completed')], { durable: true }),
  scenario('all must agree: the first no ends it and cancels the rest', all, [agree(1), disagree(2), expectNoTask(), expectData('vote.outcome', 'disagreed'), expectData('vote.answers.1.by', 'officer-2'), expectClosed('completed')], { durable: true }),
  scenario('any one suffices', any, [disagree(1), expectTask('vote', { count: 2 }), agree(2), expectNoTask(), expectData('vote.outcome', 'agreed'), expectClosed('completed')], { durable: true }),
  scenario('any one would have sufficed, and nobody agrees', any, [disagree(1), disagree(2), disagree(3), expectData('vote.outcome', 'disagreed')]),
  scenario('two of three end it as soon as two agree', two, [agree(1), agree(2), expectNoTask(), expectData('vote.outcome', 'agreed'), expectRefusal('caseClosed', complete('vote', 'agree', { task: 'vote#1.3', as: 'officer-3' }))], { durable: true }),
  scenario('two of three end it as soon as two cannot agree any more', two, [disagree(1), agree(2), disagree(3), expectData('vote.outcome', 'disagreed'), expectData('vote.agreed', 1)]),
  scenario('one person has one voice', two, [agree(1), expectRefusal('separationOfDuties', agree(1)), expectRefusal('taskNotOpen', complete('vote', 'agree', { as: 'officer-2', task: 'vote#1.1' })), agree(2), expectData('vote.outcome', 'agreed')], { durable: true }),
  scenario('one after the other: one task at a time', inTurn, [expectTask('vote'), agree(1), expectTask('vote'), expectRefusal('separationOfDuties', disagree(1)), disagree(2), expectTask('vote'), agree(3), expectData('vote.outcome', 'agreed'), expectClosed('completed')], { durable: true }),
  scenario('one after the other: it ends early too', inTurn, [agree(1), agree(2), expectNoTask(), expectClosed('completed')]),
  scenario('a withdrawal cancels the voices that are still open', two, [agree(1), withdraw(), expectNoTask(), expectClosed('withdrawn')]),
  scenario('who checked the form may not review it, nor inspect the site; the same duty again is the same person’s', duties, [
    complete('formCheck', 'done', { as: wang }),
    expectRefusal('separationOfDuties', complete('review', 'done', { as: wang })),
    complete('review', 'done', { as: 'reviewer-1' }),
    expectRefusal('separationOfDuties', complete('siteCheck', 'agree', { as: wang })),
    complete('siteCheck', 'agree', { as: 'officer-1' }),
    complete('siteCheck', 'agree', { as: 'officer-2' }),
    expectRefusal('separationOfDuties', complete('secondReview', 'done', { as: wang })),
    complete('secondReview', 'done', { as: 'reviewer-1' }),
    expectClosed('completed'),
  ], { durable: true }),
];
