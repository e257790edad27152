import { setTimeout as pause } from 'node:timers/promises';
import { orderAnswerSchema } from './connectors.ts';
import { officeRequest, type OfficeReply } from './officeRequest.ts';
import type { CaseOrder, OfficeAccess, Outside, PaymentOrder, PaymentOutcome } from './outside.ts';

/** How patiently the treasury is asked, in real milliseconds. */
export interface Patience {
  /** Pauses before each further inquiry about an order. */
  pauses: readonly number[];
  /** How long an order may still be on its way to a treasury that does not know it. */
  onItsWayMs: number;
  /** How long one attempt may take as a whole: less than the workflow gives it, so that it always comes to an end that is told. */
  attemptMs: number;
}

/** What a person brought from the treasury in writing: these orders, by the ids of their effects, were not carried out and will not be. */
export interface Statement {
  reference: string;
  orders: string[];
}

/** What all orders of a case came to: `notKnown` and `noAnswer` leave it open whether money has left. */
export type Standing = { found: 'paid'; orderId: string; paidAt: string } | { found: 'notPaid' | 'notKnown' | 'noAnswer' };

/** The time that one attempt has, from now on. */
export class Allowance {
  private readonly until: number;

  constructor(milliseconds: number) {
    this.until = Date.now() + milliseconds;
  }

  get leftMs(): number {
    return Math.max(0, this.until - Date.now());
  }

  /** The office as it may be asked while there is time: an exchange gets what is left, and the office counts as silent after that. */
  within(access: OfficeAccess): OfficeAccess {
    const left = () => Math.max(1, Math.min(access.timeoutMs, this.leftMs));
    return {
      ...access,
      get timeoutMs() {
        return left();
      },
    };
  }

  async pause(milliseconds: number): Promise<void> {
    await pause(Math.min(milliseconds, this.leftMs));
  }
}

/** Sends an order; `unclear` whenever it may have been carried out all the same. */
export async function send(access: OfficeAccess, effectId: string, order: PaymentOrder): Promise<PaymentOutcome | 'unclear'> {
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

/** What the treasury says of one order, asked once. */
export async function inquire(access: OfficeAccess, effectId: string): Promise<PaymentOutcome | 'notKnown' | 'noAnswer'> {
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

/** What the treasury says of one order that was sent, asked until it knows it or the pauses are used up. */
export async function inquireAgain(access: OfficeAccess, effectId: string, pauses: readonly number[], time: Allowance): Promise<PaymentOutcome> {
  for (const milliseconds of pauses) {
    await time.pause(milliseconds);
    const known = await inquire(access, effectId);
    if (known !== 'noAnswer' && known !== 'notKnown') return known;
  }
  return { state: 'unknown' };
}

/**
 * Finds out what became of every order of a case that the store remembers; `except` is the one that is being worked on. That the treasury
 * does not know an order now proves nothing, since it may still be on its way: it counts as not carried out only where the treasury said so
 * in writing and time enough has passed.
 */
export async function clearUpOrders(outside: Outside, access: OfficeAccess, caseId: string, patience: Patience, time: Allowance, more: { except?: string; statement?: Statement } = {}): Promise<Standing> {
  const orders = (await outside.payments.ofCase(caseId)).filter((order) => order.effectId !== more.except);
  const paid = orders.map(({ outcome }) => outcome).find((outcome) => outcome?.state === 'paid');
  if (paid) return standingOf(paid);
  const found = new Set<Standing['found']>();
  for (const order of orders.filter(({ state }) => state !== 'refused')) {
    const standing = await clearUp(outside, access, order, patience, time, vouchedFor(order, caseId, more.statement));
    if (standing.found === 'paid') return standing;
    found.add(standing.found);
  }
  return { found: found.has('noAnswer') ? 'noAnswer' : found.has('notKnown') ? 'notKnown' : 'notPaid' };
}

async function clearUp(outside: Outside, access: OfficeAccess, order: CaseOrder, { pauses, onItsWayMs }: Patience, time: Allowance, reference: string | undefined): Promise<Standing> {
  const { effectId } = order;
  let known = await inquire(access, effectId);
  for (const milliseconds of pauses) {
    if (known !== 'noAnswer') break;
    await time.pause(milliseconds);
    known = await inquire(access, effectId);
  }
  const tooYoungMs = onItsWayMs - order.ageMs;
  if (known === 'notKnown' && reference !== undefined && order.state !== 'notCarriedOut' && tooYoungMs > 0) {
    // Without the time to wait it is as good as no answer: the order may still be on its way.
    if (time.leftMs <= tooYoungMs) return { found: 'noAnswer' };
    await time.pause(tooYoungMs);
    known = await inquire(access, effectId);
  }
  if (known === 'noAnswer') return { found: 'noAnswer' };
  if (known === 'notKnown' && reference === undefined) return { found: 'notKnown' };
  const outcome: PaymentOutcome = known === 'notKnown' ? { state: 'notCarriedOut', reference: reference ?? '' } : known;
  await outside.payments.record(effectId, outcome);
  return standingOf(outcome);
}

/** The reference of the statement that covers an order: the one at hand, or the one by which it was declared void before. */
function vouchedFor(order: CaseOrder, caseId: string, statement: Statement | undefined): string | undefined {
  if (order.outcome?.state === 'notCarriedOut') return order.outcome.reference;
  return statement?.orders.some((effect) => `${caseId}/${effect}` === order.effectId) ? statement.reference : undefined;
}

function standingOf(outcome: PaymentOutcome): Standing {
  return outcome.state === 'paid' ? { found: 'paid', orderId: outcome.orderId, paidAt: outcome.paidAt } : { found: 'notPaid' };
}
