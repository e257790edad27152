import { z } from 'zod';
import type { EffectInput } from './contracts.ts';
import { finalFailure } from './failures.ts';

const fen = z.int().min(0);
const text = z.object({ zh: z.string(), en: z.string() });
const json = z.record(z.string(), z.json());
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** The treasury's word in writing that these orders (ids of this case's effects) were not carried out and will not be, vouched for by two persons. */
const statement = z.object({ reference: z.string().min(1), orders: z.array(z.string()) });

/** The shapes of the requests that checks word, by performer. */
export const requests = {
  lookUp: z.looseObject({ lookUp: z.enum(['documents', 'otherCases', 'paidThisYear']) }),
  ledger: z.object({
    operation: z.enum(['reserve', 'commit', 'pay']),
    measure: z.string().min(1),
    year: z.int(),
    amountFen: fen,
    yearCap: z.object({ applicant: z.string().min(1), year: z.int(), capFen: fen, awardFen: fen }).optional(),
  }),
  payment: z.object({
    amountFen: fen.min(1),
    account: z.string().min(1),
    accountName: z.string().min(1),
    clearingNumber: z.string(),
    payee: z.string().min(1),
    statement: statement.optional(),
  }),
  paymentInquiry: z.object({ operation: z.literal('inquire'), statement: statement.optional() }),
  notice: z.discriminatedUnion('operation', [
    z.object({
      operation: z.literal('publish'),
      notice: z.object({
        applicantName: z.string(),
        measure: z.string(),
        projectName: z.string(),
        amountFen: fen,
        contact: text,
        from: day,
      }),
    }),
    z.object({ operation: z.literal('close'), notice: z.object({ to: day }) }),
  ]),
  reminder: z.object({
    to: z.array(z.union([z.object({ role: z.string() }), z.object({ applicant: z.string() })])),
    text,
  }),
  followOn: z.object({ instalment: z.int().min(2), afterDays: z.int().min(0), amountFen: fen, decided: json }),
};

/** The request of an effect in its performer's shape; a request of another shape is an error of the process and final (`requestInvalid`). */
export function requestOf<T>(schema: z.ZodType<T>, { check, request }: EffectInput): T {
  const result = schema.safeParse(request);
  if (result.success) return result.data;
  const where = result.error.issues[0]?.path.join('.') ?? '';
  throw finalFailure('requestInvalid', {
    zh: `办理“${check}”所需的资料不完整（${where}）：请补正案件数据后重试。`,
    en: `What “${check}” needs is incomplete (${where}): correct the case's data and try again.`,
  });
}
