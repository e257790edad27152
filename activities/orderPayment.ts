import type { JsonObject } from '../model/text.ts';
import type { EffectInput } from './contracts.ts';
import { finalFailure, passingFailure } from './failures.ts';
import type { Outside, PaymentOutcome } from './outside.ts';
import { requestOf, requests } from './requests.ts';
import { Allowance, clearUpOrders, inquire, inquireAgain, send, type Patience } from './treasuryOrders.ts';

/** How patiently the treasury is asked where nothing else is said. */
export const usualPatience: Patience = { pauses: [500, 1_000, 1_500], onItsWayMs: 30_000, attemptMs: 75_000 };

/** So many attempts find the treasury silent before a person is told; some two minutes by the workflow's retry policy. */
export const mostSilentAttempts = 10;

/**
 * Orders a payment at most once, whatever dies in between. First it is found out what became of every earlier order of this case: where one
 * was paid, that is the answer, and where one is in doubt, nothing is sent. The treasury is asked about this order too, so that one that is
 * down costs nothing but a retry; then the store notes "sending"; only the one call that made that note ever sends. Everybody else, and the
 * sender itself when no clear answer came, inquires: what the treasury knows counts. What it does not know, or does not say, is final
 * `paymentUnknown`, for a person to clear up; `unreachable`, by which a process may believe that nothing was sent, is said only where
 * nothing was. `attempt` is the number of the attempt that is under way, from 1.
 */
export function orderPayment(outside: Outside, patience: Patience, attempt: () => number) {
  return async (input: EffectInput): Promise<JsonObject> => {
    const { statement, ...order } = requestOf(requests.payment, input);
    const time = new Allowance(patience.attemptMs);
    const treasury = outside.offices('treasury');
    const access = time.within(treasury);
    const { effectId, case: caseId } = input;
    const settle = async (outcome: PaymentOutcome) => {
      await outside.payments.record(effectId, outcome);
      return concluded(outcome);
    };

    const recalled = await outside.payments.recall(effectId);
    if (recalled?.outcome) return concluded(recalled.outcome);
    if (!recalled) {
      const earlier = await clearUpOrders(outside, access, caseId, patience, time, { except: effectId, ...(statement ? { statement } : {}) });
      if (earlier.found === 'paid') return concluded({ state: 'paid', orderId: earlier.orderId, paidAt: earlier.paidAt });
      if (earlier.found !== 'notPaid') return concluded({ state: 'unknown' });
      const known = await inquire(access, effectId);
      // With too little time left to hear what becomes of an order it is not sent: what was found out is kept, and the next attempt is quicker.
      const short = time.leftMs < Math.min(treasury.timeoutMs, patience.attemptMs / 3);
      if (known === 'noAnswer' || (known === 'notKnown' && short)) throw attempt() < mostSilentAttempts ? treasurySilent() : treasuryUnreachable();
      if (known !== 'notKnown') return settle(known);
      if ((await outside.payments.remember(effectId, { ...order, case: caseId })) === 'new') {
        const answered = await send(access, effectId, order);
        if (answered !== 'unclear') return settle(answered);
      }
    }
    return settle(await inquireAgain(access, effectId, patience.pauses, time));
  };
}

/** Finds out what became of a case's orders and sends nothing; the treasury's silence is an answer too. */
export function inquirePayment(outside: Outside, patience: Patience) {
  return async (input: EffectInput): Promise<JsonObject> => {
    const { statement } = requestOf(requests.paymentInquiry, input);
    const time = new Allowance(patience.attemptMs);
    return { ...(await clearUpOrders(outside, time.within(outside.offices('treasury')), input.case, patience, time, statement ? { statement } : {})) };
  };
}

function concluded(outcome: PaymentOutcome): JsonObject {
  if (outcome.state === 'paid') return { state: 'paid', orderId: outcome.orderId, paidAt: outcome.paidAt };
  if (outcome.state === 'refused') {
    throw finalFailure('paymentRefused', {
      zh: `国库拒绝支付：${outcome.reason}。请核对账户后由工作人员处理。`,
      en: `The treasury refused to pay: ${outcome.reason}. Staff should check the account.`,
    });
  }
  throw finalFailure('paymentUnknown', {
    zh: '本案有支付指令已发出，但国库未能确认结果：系统不会重发，请工作人员向国库核实。',
    en: 'An order of this case was sent and the treasury cannot confirm what became of it: it is never sent again; staff should clear it up with the treasury.',
  });
}

function treasurySilent() {
  return passingFailure('noAnswer', {
    zh: '国库暂时没有答复，尚未发出支付指令，将自动重试。',
    en: 'The treasury does not answer; nothing was sent, and it will be tried again.',
  });
}

function treasuryUnreachable() {
  return finalFailure('unreachable', {
    zh: '国库一直没有答复，支付指令没有发出；请在国库恢复后重试',
    en: 'The treasury does not answer and nothing was sent; try again once it does',
  });
}
