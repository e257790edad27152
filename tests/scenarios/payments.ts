import { sampleOf, told, work } from './programme.ts';
import { begin, check, end, smallProcess, task } from './smallProcess.ts';
import {
  complete, expectClosed, expectData, expectFact, expectIncident, expectNoIncident, expectNoTask, expectRefusal, expectSettled, expectTask, expectWaitingAt, resolve, scenario, terminate, withdraw, workThrough,
} from './scenario.ts';

const m07 = sampleOf('M07');
const unknown = { paymentOrder: { fails: 'paymentUnknown' } };
const paid = { succeeds: { state: 'paid', orderId: 'order-2', paidAt: '2026-04-02T10:00:00.000+08:00' } };
const letter = { treasuryReference: '深龙财函〔2026〕9号', reason: '国库书面答复未支付' };
const second = { as: 'finance-2', data: { reason: '已核对国库复函' } };
const found = (outcome: string) => work(m07, { reconcilePayment: [{ outcome, data: letter, reason: letter.reason }] });

// A process that pays before any award is issued, catches nothing, and books only later.
const bare = smallProcess([begin(), check('pay', 'paymentOrder'), task('look'), check('book', 'budgetPay'), task('next'), end()], ['begin > pay > look > book > next > done']);

/** Payments of which nobody knows what became of them, and those of which it is known. */
export const payments = [
  told('an unknown payment is cleared up with the treasury and never sent twice', m07, [
    workThrough(found('paid')),
    expectFact('asked', 'payment', 1),
    expectData('budgetPay.amountFen', m07.awardFen),
    expectClosed('disbursed'),
  ], { durable: true, answers: unknown }),
  told('a payment that surely was not made is sent again only once a second person of finance confirms it', m07, [
    workThrough(found('sendAgain'), 'confirmSendAgain'),
    expectTask('confirmSendAgain', { role: 'finance' }),
    expectFact('asked', 'payment', 1),
    expectRefusal('separationOfDuties', complete('confirmSendAgain', 'confirm', { ...second, as: 'finance-1' })),
    expectRefusal('reasonMissing', complete('confirmSendAgain', 'confirm', { as: 'finance-2' })),
    complete('confirmSendAgain', 'confirm', second),
    expectFact('asked', 'payment', 2),
    workThrough(work(m07)),
    expectClosed('disbursed'),
  ], { answers: { paymentOrder: [{ fails: 'paymentUnknown' }, paid] } }),
  told('a second person who does not confirm sends the case back to be reconciled, and nothing is paid', m07, [
    workThrough(found('sendAgain'), 'confirmSendAgain'),
    complete('confirmSendAgain', 'refuse', second),
    expectWaitingAt('reconcilePayment'),
    expectRefusal('separationOfDuties', complete('reconcilePayment', 'paid', { as: 'finance-2', data: letter })),
    expectFact('asked', 'payment', 1),
  ], { answers: unknown }),
  told('the treasury is asked again until it knows what became of the order', m07, [
    workThrough(work(m07), 'reconcilePayment'),
    complete('reconcilePayment', 'inquire'),
    expectData('inquirePayment.found', 'notKnown'),
    expectWaitingAt('reconcilePayment'),
    expectRefusal('notAllowed', terminate()),
    complete('reconcilePayment', 'inquire'),
    expectData('inquirePayment.orderId', 'order-1'),
    expectFact('asked', 'payment', 1),
    expectClosed('disbursed'),
  ], { answers: { ...unknown, paymentInquiry: [{ succeeds: { found: 'notKnown' } }, { succeeds: { found: 'paid', orderId: 'order-1', paidAt: '2026-04-01' } }] } }),
  told('a payment is cancelled by two persons, and the treasury is asked before the money goes back', m07, [
    workThrough(found('cancel'), 'confirmSendAgain'),
    expectRefusal('notAllowed', terminate()),
    expectSettled(false),
    complete('confirmSendAgain', 'confirm', second),
    expectClosed('terminated'),
    expectFact('asked', 'inquirePayment', 1),
    expectSettled(),
  ], { durable: true, answers: unknown }),
  told('a payment that is to be cancelled and was made after all is booked', m07, [
    workThrough(found('cancel'), 'confirmSendAgain'),
    complete('confirmSendAgain', 'confirm', second),
    expectData('budgetPay.amountFen', m07.awardFen),
    expectClosed('disbursed'),
  ], { answers: { ...unknown, paymentInquiry: { succeeds: { found: 'paid', orderId: 'order-1', paidAt: '2026-04-01' } } } }),
  told('nobody ends a case whose payment is unknown', m07, [
    workThrough(work(m07), 'reconcilePayment'),
    expectRefusal('notAllowed', terminate()),
    expectRefusal('notAllowed', terminate({ as: 'decisionMaker-1' })),
    expectRefusal('notWithdrawable', withdraw()),
    workThrough(found('paid')),
    expectClosed('disbursed'),
  ], { answers: unknown }),
  told('nobody ends a case that is paid and not booked', m07, [
    workThrough(work(m07), 'budgetPay'),
    expectIncident('checkFailed', 'budgetPay'),
    expectRefusal('notAllowed', terminate()),
    resolve('retry'),
    expectClosed('disbursed'),
  ], { answers: { budgetPay: [{ fails: 'unreachable' }, { succeeds: { posted: true } }] } }),
  told('a payment that was refused leaves nothing in doubt', m07, [workThrough(work(m07), 'reconcilePayment'), terminate(), expectClosed('terminated'), expectSettled()], { answers: { paymentOrder: { fails: 'paymentRefused' } } }),
  told('a treasury that stays silent before anything was sent is an incident, which is tried again', m07, [
    workThrough(work(m07), 'payment'),
    expectIncident('checkFailed', 'payment'),
    expectNoTask(),
    resolve('retry'),
    expectNoIncident(),
    expectFact('taskOpened', 'reconcilePayment', 0),
    expectClosed('disbursed'),
  ], { answers: { paymentOrder: [{ fails: 'unreachable' }, paid] } }),
  told('a case of which surely nothing was sent can be ended', m07, [workThrough(work(m07), 'payment'), terminate(), expectClosed('terminated'), expectSettled()], { answers: { paymentOrder: { fails: 'unreachable' } } }),
  scenario('however a process is drawn, what is unknown, or paid and not booked, keeps the case open', bare, [
    expectIncident('checkFailed', 'pay'),
    expectRefusal('notAllowed', terminate()),
    expectRefusal('notAllowed', withdraw()),
    resolve('retry'),
    expectTask('look'),
    expectRefusal('notAllowed', terminate()),
    expectRefusal('notAllowed', withdraw()),
    complete('look'),
    expectTask('next'),
    withdraw(),
    expectClosed('withdrawn'),
  ], { answers: { paymentOrder: [{ fails: 'paymentUnknown' }, paid] } }),
];
