import { z } from 'zod';
import type { JsonObject } from '../model/text.ts';
import { finalFailure } from './failures.ts';

/** How one office is asked, and what a well-formed answer looks like; what the office adds beyond that is dropped. */
export interface Connector {
  method: 'GET' | 'POST';
  /** Path below the office's base address. */
  path(request: JsonObject): string;
  body?(request: JsonObject): JsonObject;
  answer: z.ZodType<JsonObject>;
}

/** Only letters and digits reach a path: encoding would let `..` through, and the address would then be another. */
function creditCode(request: JsonObject): string {
  const code = String(request.creditCode ?? '');
  if (/^[0-9A-Za-z]{1,32}$/.test(code)) return code;
  throw finalFailure('requestInvalid', {
    zh: '统一社会信用代码只能由字母和数字组成：请补正案件数据后重试。',
    en: 'A credit code consists of letters and digits only: correct the case’s data and try again.',
  });
}
const day = z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/);
const fen = z.int().min(0);

/** Every office a check can ask, by the `connector` its request names. */
export const connectors: Readonly<Record<string, Connector>> = {
  businessRegister: {
    method: 'GET',
    path: (request) => `/businessRegister/${creditCode(request)}`,
    answer: z.object({ found: z.boolean(), name: z.string(), district: z.string(), registeredOn: day, status: z.string() }),
  },
  aboveLimitStatistics: {
    method: 'GET',
    path: (request) => `/statistics/${creditCode(request)}?year=${encodeURIComponent(String(request.year ?? ''))}`,
    answer: z.object({
      listed: z.boolean(),
      firstListedYear: z.int().min(0).max(9999),
      reportsOnTime: z.boolean(),
      usedServiceEntryScheme: z.boolean(),
    }),
  },
  creditDefault: {
    method: 'GET',
    path: (request) => `/creditDefaults/${creditCode(request)}`,
    answer: z.object({ barred: z.boolean(), reason: z.string() }),
  },
  higherAwards: {
    method: 'GET',
    path: (request) => `/higherAwards/${creditCode(request)}?year=${encodeURIComponent(String(request.year ?? ''))}`,
    answer: z.object({ receivedFen: fen, awardDocument: z.string(), recalled: z.boolean() }),
  },
  bankAccountName: {
    method: 'POST',
    path: () => '/bankAccounts/verify',
    body: ({ account = '', accountName = '', clearingNumber = '' }) => ({ account, accountName, clearingNumber }),
    answer: z.object({ exists: z.boolean(), matches: z.boolean() }),
  },
};

/** What the treasury says about an order it knows. */
export const orderAnswerSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('paid'), orderId: z.string().min(1), paidAt: z.string().min(1) }),
  z.object({ state: z.literal('refused'), orderId: z.string().min(1), reason: z.string() }),
]);
