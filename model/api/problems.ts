import { z } from 'zod';
import type { Place, Problem } from '../problem.ts';
import { textSchema } from '../text.ts';

/** A {@link Place} that crosses the door. */
export const placeSchema = z.object({ step: z.string().optional(), flow: z.string().optional(), field: z.string().optional() }) as unknown as z.ZodType<Place>; // zod tells an absent field as possibly undefined

/** A {@link Problem} that crosses the door. */
export const problemSchema = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning']),
  message: textSchema,
  where: placeSchema,
}) as unknown as z.ZodType<Problem>; // zod tells an absent field as possibly undefined
