import { z } from 'zod';
import { textSchema } from '../text.ts';
import { listOf } from './list.ts';

/** A reminder in somebody's inbox. */
export const letterSchema = z.object({
  letter: z.string(),
  case: z.string(),
  text: textSchema,
  sentAt: z.string(),
});

/** What {@link letterSchema} describes. */
export type Letter = z.infer<typeof letterSchema>;

/** My letters, newest first. */
export const letterListSchema = listOf(letterSchema);
