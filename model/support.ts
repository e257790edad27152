import { z } from 'zod';
import { originSchema, type Origin } from './origin.ts';

/** How an amount of support follows from what was confirmed; money in integer fen, rates in integer basis points. */
export interface SupportRule {
  type: 'percentage' | 'percentageByYear' | 'percentageAboveThreshold' | 'perUnit' | 'tiered' | 'lumpSum' | 'matching';
  /** Dotted name of the case datum the rule starts from (fen, or a count for `perUnit`, or whole US dollars for a tier in dollars). */
  base: string;
  rateBp?: number;
  /** `percentageByYear`: rate of the first, second, third … year. */
  ratesByYearBp?: number[];
  /** `percentageByYear`: dotted name of the year's number, from 1. */
  year?: string;
  /** `percentageAboveThreshold`: the base must be more than this (fen). */
  thresholdFen?: number;
  /** `perUnit`: fen for each unit. */
  unitFen?: number;
  /** `perUnit`: nothing below this number of units. */
  minimumUnits?: number;
  /** `tiered`: the highest tier whose `from` the base reaches. */
  tiers?: { from: number; amountFen: number }[];
  /** `lumpSum`: the amount (fen). */
  lumpSumFen?: number;
  capFen: number;
  /** Whether the cap is for one case, or for all cases of the applicant under this measure in one year. */
  capPeriod: 'case' | 'year';
  /** A second cap over the year, where the first is for one case. */
  yearCapFen?: number;
  /** Dotted name of the real cost (fen): never pay more than was spent. */
  realCost?: string;
  /** Dotted name of other public money for the same thing (fen): real cost minus this is the most that may be paid; without a real cost it is deducted. */
  otherPublicMoney?: string;
  /** Dotted name of an earlier, lower award for the same thing (fen), which is deducted. */
  earlierAward?: string;
  /** Round down to a multiple of this many fen. */
  roundingFen: number;
  /** Parts of the award by instalment; they add up to 10,000 basis points. */
  instalmentsBp: number[];
  origin: Origin;
  /** Sources, by the keys of PROGRAMME (`C4`, `S11` …). */
  sources: string[];
}

const fen = z.int().min(0);
const path = z.string().regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/);

/** Well-formedness of a {@link SupportRule}. */
export const supportRuleSchema: z.ZodType<SupportRule> = z.strictObject({
  type: z.enum(['percentage', 'percentageByYear', 'percentageAboveThreshold', 'perUnit', 'tiered', 'lumpSum', 'matching']),
  base: path,
  rateBp: z.int().min(0).max(10_000).optional(),
  ratesByYearBp: z.array(z.int().min(0).max(10_000)).optional(),
  year: path.optional(),
  thresholdFen: fen.optional(),
  unitFen: fen.optional(),
  minimumUnits: z.int().min(0).optional(),
  tiers: z.array(z.strictObject({ from: z.int().min(0), amountFen: fen })).optional(),
  lumpSumFen: fen.optional(),
  capFen: fen,
  capPeriod: z.enum(['case', 'year']),
  yearCapFen: fen.optional(),
  realCost: path.optional(),
  otherPublicMoney: path.optional(),
  earlierAward: path.optional(),
  roundingFen: z.int().min(1),
  instalmentsBp: z.array(z.int().min(1)).min(1),
  origin: originSchema,
  sources: z.array(z.string()),
});
