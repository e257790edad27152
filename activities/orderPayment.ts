import { setTimeout as pause } from 'node:timers/promises';
import type { JsonObject } from '../model/text.ts';
import { orderAnswerSchema } from './connectors.ts';
import type { EffectInput } from './contracts.ts';
import { finalFailure, passingFailure } from './failures.ts';
import { officeRequest, type OfficeReply } from './officeRequest.ts';
import type { OfficeAccess, Outside, PaymentOrder, PaymentOutcome } from './outside.ts';
import { requestOf, requests } from './requests.ts';

/** Pauses (milliseconds) before each inquiry that follows a send without answer. */
export const inquiryPauses: readonly number[] = [500, 1_000, 1_500];

/**
 * Orders a payment at most once, whatever dies in between. The treasury is asked first, so that one that is down costs nothing but a retry;
 * then the store notes "sending"; only the one call that made that note ever sends. Everybody else, and the sender itself when no clear
 * answer came, inquires: what the treasury knows counts. What it does not know, or does not say, is final `paymentUnknown`, for a person
 * to clear up; never `unreachable`, by which a process would believe that nothing was sent.
 */
export function orderPayment(outside: Outside, pauses = inquiryPauses) {
  return async (input: EffectInput): Promise<JsonObject> => {
    const order = requestOf(requests.payment, input);
    const access = outside.offices('treasury');
    const { effectId } = input;
    const settle = async (outcome: PaymentOutcome) => {
      await outside.payments.record(effectId, outcome);
      return concluded(outcome);
    };

    const recalled = await outside.payments.recall(effectId);
    if (recalled?.outcome) return concluded(recalled.outcome);
    if (!recalled) {
      const known = await inquire(access, effectId);
      if (known === 'noAnswer') throw treasurySilent();
      if (known !== 'notKnown') return settle(known);
      if ((await outside.payments.remember(effectId, { ...order, case: input.case })) === 'new') {
        const answered = await send(access, effectId, order);
        if (answered !== 'unclear') return settle(answered);
      }
    }
    return settle(await inquireAgain(access, effectId, pauses));
  };
}

async function send(access: OfficeAccess, effectId: string, order: PaymentOrder): Promise<PaymentOutcome | 'unclear'> {
  let reply: OfficeReply;
  try {
    reply = await officeRequest(access, 'POST', '/treasury/orders', { id: effectId, ...order });
  } catch {
    // Whatever went wrong after the first byte left, the order may have been carried out.
    return 'unclear';
  }
  const answer = orderAnswerSchema.safeParse(reply.body);
  if (answer.success && (reply.status < 300 || reply.status === 422)) return answer.data;
  const refusedOutright = reply.status >= 400 && reply.status < 500 && ![408, 409, 429].includes(reply.status);
  return refusedOutright ? { state: 'refused', orderId: '', reason: `HTTP ${reply.status}` } : 'unclear';
}

async function inquireAgain(access: OfficeAccess, effectId: string, pauses: readonly number[]): Promise<PaymentOutcome> {
  for (const milliseconds of pauses) {
    await pause(milliseconds);
    const known = await inquire(access, effectId);
    if (known !== 'noAnswer' && known !== 'notKnown') return known;
  }
  return { state: 'unknown' };
}

async function inquire(access: OfficeAccess, effectId: string): Promise<PaymentOutcome | 'notKnown' | 'noAnswer'> {
  let reply: OfficeReply;
  try {
    reply = await officeRequest(access, 'GET', `/treasury/orders/${encodeURIComponent(effectId)}`);
  } catch {
    return 'noAnswer';
  }
  const answer = orderAnswerSchema.safeParse(reply.body);
  if (reply.status === 200 && answer.success) return answer.data;
  return reply.status === 404 ? 'notKnown' : 'noAnswer';
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
    zh: '支付指令已发出，但国库未能确认结果：系统不会重发，请工作人员向国库核实。',
    en: 'The order was sent and the treasury cannot confirm what became of it: it is never sent again; staff should clear it up with the treasury.',
  });
}

function treasurySilent() {
  return passingFailure('noAnswer', {
    zh: '国库暂时没有答复，尚未发出支付指令，将自动重试。',
    en: 'The treasury does not answer; it will be tried again.',
  });
}
