import { z } from 'zod';
import { textSchema } from '../text.ts';

/** A person who can sign in, with the roles they have. */
export const accountSchema = z.object({
  id: z.string(),
  name: textSchema,
  roles: z.array(z.string()),
  /** Credit code of the organisation for which an applicant acts. */
  applicant: z.string().optional(),
});

/** What {@link accountSchema} describes. */
export type Account = z.infer<typeof accountSchema>;

/** Who is signed in; in a sandbox also who could. */
export const sessionSchema = z.object({
  account: accountSchema.optional(),
  sandbox: z.boolean(),
  accounts: z.array(accountSchema).optional(),
});

/** What {@link sessionSchema} describes. */
export type Session = z.infer<typeof sessionSchema>;

/** Signing in. */
export const signInSchema = z.strictObject({ account: z.string().min(1).max(60), password: z.string().min(1).max(200) });
