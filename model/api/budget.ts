import { z } from 'zod';
import { fenSchema, listOf } from './list.ts';

/** One posting of the budget ledger: an amount moved from one account of a measure and year to another. */
export const postingSchema = z.object({
  effect: z.string(),
  case: z.string().optional(),
  measure: z.string(),
  year: z.int(),
  operation: z.enum(['appropriate', 'reserve', 'commit', 'pay', 'release']),
  from: z.enum(['appropriation', 'available', 'reserved', 'committed', 'paid']),
  to: z.enum(['appropriation', 'available', 'reserved', 'committed', 'paid']),
  amountFen: fenSchema,
  postedAt: z.string(),
});

/** What {@link postingSchema} describes. */
export type LedgerPosting = z.infer<typeof postingSchema>;

/** The budget of one measure in one year; available + reserved + committed + paid = appropriated. */
export const budgetRowSchema = z.object({
  measure: z.string(),
  year: z.int(),
  appropriatedFen: fenSchema,
  availableFen: fenSchema,
  reservedFen: fenSchema,
  committedFen: fenSchema,
  paidFen: fenSchema,
  postings: z.array(postingSchema).optional(),
});

/** What {@link budgetRowSchema} describes. */
export type BudgetRow = z.infer<typeof budgetRowSchema>;

/** Budgets of all measures. */
export const budgetListSchema = listOf(budgetRowSchema);

/** Which budgets; `postings=1` adds the latest postings of each. */
export const budgetQuerySchema = z.strictObject({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  measure: z.string().max(10).optional(),
  postings: z.literal('1').optional(),
});

/** Adding money to a measure's budget of a year. */
export const appropriationSchema = z.strictObject({
  measure: z.string().max(10),
  year: z.int().min(2000).max(2100),
  amountFen: z.int().min(1),
});
