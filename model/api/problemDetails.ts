import { z } from 'zod';
import { refusalCodes, type Refusal } from '../refusal.ts';
import { textSchema } from '../text.ts';
import { draftSchema } from './drafts.ts';
import { obstaclesSchema } from './proposals.ts';

/** Well-formedness of a {@link Refusal} that crosses the door. */
export const refusalSchema: z.ZodType<Refusal> = z.object({
  code: z.enum(refusalCodes),
  message: textSchema,
  where: z.string().optional(),
});

/** How the door says no (RFC 9457, `application/problem+json`): `detail` in the language asked for, `text` in both. */
export const problemDetailsSchema = z.object({
  type: z.string().meta({ description: '`/api/docs#<code>`' }),
  title: z.string(),
  status: z.int(),
  /** `fault` is a bug of ours: only there is no refusal code. */
  code: z.enum([...refusalCodes, 'fault']),
  detail: z.string(),
  text: textSchema,
  where: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string().meta({ description: 'JSON pointer (RFC 6901) into the request body' }), message: textSchema })).optional(),
  /** `draftStale`: the draft as it is now. */
  draft: draftSchema.optional(),
  /** `notPublishable`: what stands against it. */
  obstacles: obstaclesSchema.optional(),
  requestId: z.string(),
});

/** What {@link problemDetailsSchema} describes. */
export type ProblemDetails = z.infer<typeof problemDetailsSchema>;
