import type { KnownPayment, OfficeAccess, Outside, PaymentOutcome, Posting, RememberedOrder } from '../../activities/outside.ts';
import type { JsonObject } from '../../model/text.ts';
import { sandboxKey } from '../../sandbox/offices.ts';

/** The one fake: the world in memory, with the same promises as the server's. Its maps outlive the activities, as a store outlives a worker. */
export function fakeOutside(baseUrl: string, access: Partial<OfficeAccess> = {}) {
  const payments = new Map<string, { order: RememberedOrder; outcome?: PaymentOutcome }>();
  const postings = new Map<string, Posting>();
  const letters = new Map<string, JsonObject>();
  const seen: { projections: number; schedules: Map<string, number>; settled: Set<string>; orderAgeMs: number } = { projections: 0, schedules: new Map(), settled: new Set(), orderAgeMs: 60_000 };
  const notices = new Map<string, string>();
  const budget = { leftFen: 100_000_000 };
  const known = (effectId: string): KnownPayment | undefined => {
    const entry = payments.get(effectId);
    return entry && (entry.outcome ? { state: entry.outcome.state, outcome: entry.outcome } : { state: 'sending' });
  };
  const outside: Outside = {
    lookUp: async (name) => ({ name }),
    calendars: { find: async () => [] },
    ledger: {
      async post(posting) {
        if (postings.has(posting.effectId)) return { ok: true };
        if (posting.amountFen > budget.leftFen) return { insufficient: true };
        budget.leftFen -= posting.amountFen;
        postings.set(posting.effectId, posting);
        return { ok: true };
      },
      settle: async ({ effectId }) => void seen.settled.add(effectId),
    },
    payments: {
      recall: async (effectId) => known(effectId),
      async remember(effectId, order) {
        const before = known(effectId);
        if (before) return before;
        payments.set(effectId, { order });
        return 'new';
      },
      async record(effectId, outcome) {
        const entry = payments.get(effectId);
        if (entry) payments.set(effectId, { ...entry, outcome });
      },
      async ofCase(caseId) {
        return [...payments].flatMap(([effectId, { order }]) => (order.case === caseId ? [{ effectId, ageMs: seen.orderAgeMs, ...(known(effectId) ?? { state: 'sending' as const }) }] : []));
      },
    },
    notices: {
      async publish({ effectId, case: id }) {
        notices.set(id, `notice of ${effectId}`);
        return { noticeId: `notice of ${effectId}` };
      },
      close: async ({ case: id }) => ({ noticeId: notices.get(id) ?? '' }),
    },
    reminders: { send: async ({ effectId, text, to }) => void letters.set(effectId, { text: { ...text }, to: to.map((one) => ({ ...one })) }) },
    followOns: {
      async schedule({ effectId, case: id, instalment }) {
        seen.schedules.set(effectId, instalment);
        return { case: `${id}-${instalment}`, startsAt: '2027-03-02T09:00:00.000+08:00' };
      },
    },
    projection: { write: async () => void (seen.projections += 1) },
    offices: () => ({ baseUrl, key: sandboxKey, timeoutMs: 400, allowedHosts: ['127.0.0.1', 'localhost'], allowedRanges: ['127.0.0.0/8', '::1/128'], ...access }),
  };
  return { outside, payments, postings, letters, budget, seen };
}
