import { z } from 'zod';
import type { JsonObject } from '../model/text.ts';

/** How one office is asked, and what a well-formed answer looks like; what the office adds beyond that is dropped. */
export interface Connector {
  method: 'GET' | 'POST';
  /** Path below the office's base address. */
  path(request: JsonObject): string;
  body?(request: JsonObject): JsonObject;
  answer: z.ZodType<JsonObject>;
}

const creditCode = (request: JsonObject) => encodeURIComponent(String(request.creditCode ?? ''));
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
