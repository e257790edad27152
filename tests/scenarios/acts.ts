import { begin, check, end, smallProcess, task } from './smallProcess.ts';
import { complete, expectClosed, expectNoTask, expectOpen, expectRefusal, expectSettled, expectTask, resume, scenario, suspend, terminate, withdraw } from './scenario.ts';

const awarded = smallProcess([begin(), task('review'), task('issueAward'), task('pay'), end('paid', { outcome: 'disbursed' })], ['begin > review > issueAward > pay > paid'], { awardedBy: 'issueAward' });
const posting = smallProcess([begin(), task('decision'), check('reserve', 'budgetReserve'), task('pay'), end('paid', { outcome: 'disbursed' })], ['begin > decision > reserve > pay > paid']);
const other = { id: 'applicant-9', name: '别家', roles: ['applicant'], applicant: '91440300FAKE00021C' };

/** Acts on the case as a whole, and what is given back when it closes. */
export const acts = [
  scenario('the applicant withdraws', awarded, [complete('review'), withdraw(), expectNoTask(), expectClosed('withdrawn'), expectRefusal('caseClosed', withdraw())], { durable: true }),
  scenario('once the award is issued nobody withdraws any more', awarded, [complete('review'), complete('issueAward'), expectRefusal('notWithdrawable', withdraw()), complete('pay'), expectClosed('disbursed')], { durable: true }),
  scenario('only this applicant withdraws, and says why', awarded, [
    expectRefusal('notAllowed', withdraw({ as: other })),
    expectRefusal('notAllowed', withdraw({ as: 'clerk-1' })),
    expectRefusal('reasonMissing', withdraw({ reason: ' ' })),
    expectOpen(),
  ]),
  scenario('an administrator or a decision maker terminates, nobody else', awarded, [expectRefusal('notAllowed', terminate({ as: 'clerk-1' })), expectRefusal('notAllowed', terminate({ as: 'applicant-1' })), terminate({ as: 'decisionMaker-1' }), expectClosed('terminated')], { durable: true }),
  scenario('an awarded case can still be terminated', awarded, [complete('review'), complete('issueAward'), terminate(), expectClosed('terminated')]),
  scenario('only an administrator suspends and resumes', awarded, [expectRefusal('notAllowed', suspend({ as: 'decisionMaker-1' })), suspend(), expectRefusal('notAllowed', resume({ as: 'clerk-1' })), expectRefusal('caseSuspended', complete('review')), resume(), expectTask('review')]),
  scenario('a case that posted nothing gives nothing back', posting, [withdraw(), expectClosed('withdrawn'), expectSettled(false)]),
  scenario('a case that ends well settles its account', posting, [complete('decision'), complete('pay'), expectClosed('disbursed'), expectSettled()], { durable: true }),
  scenario('a case that is withdrawn settles its account', posting, [complete('decision'), expectSettled(false), withdraw(), expectSettled()], { durable: true }),
  scenario('a case that is terminated settles its account', posting, [complete('decision'), terminate(), expectSettled()]),
  scenario('a case that is withdrawn before the ledger answered settles its account', posting, [complete('decision'), withdraw(), expectClosed('withdrawn'), expectSettled()], { answers: { budgetReserve: 'later' } }),
  scenario('a case that is terminated while its posting failed settles its account', posting, [complete('decision'), terminate(), expectSettled()], { answers: { budgetReserve: { fails: 'budgetInsufficient' } } }),
];
