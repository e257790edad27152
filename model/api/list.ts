import { z } from 'zod';

/** One page of a list: `next` is the cursor to ask with for the following page, absent on the last; `total` where it is cheap to know. */
export const listOf = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), next: z.string().optional(), total: z.int().min(0).optional() });

/** The query parameters by which a list is paged. */
export const pageQuery = {
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

/** Integer fen, never negative, within the safe integers. */
export const fenSchema = z.int().min(0);

/** A moment of case time, ISO 8601 with the offset of Asia/Shanghai. */
export const instantSchema = z.string().meta({ description: 'ISO 8601 with offset +08:00' });

/** A calendar day in Asia/Shanghai. */
export const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).meta({ description: 'YYYY-MM-DD in Asia/Shanghai' });

/** A reason in a person's own words. */
export const reasonSchema = z.string().trim().min(1).max(2_000);

/** For whom a case runs: a unified social credit code is judged by its check digits at the door, not here. */
export const applicantSchema = z.strictObject({
  creditCode: z.string().trim().min(1).max(40),
  name: z.string().trim().min(1).max(200),
});
