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
  /** Whether an identity provider is connected, at which people sign in by `/api/sign-in`. */
  provider: z.boolean(),
  accounts: z.array(accountSchema).optional(),
});

/** What {@link sessionSchema} describes. */
export type Session = z.infer<typeof sessionSchema>;

/** Signing in by a sandbox's account. */
export const signInSchema = z.strictObject({ account: z.string().min(1).max(60), password: z.string().min(1).max(200) });

/** Where the page wants to be after signing in at the identity provider. */
export const beginSignInSchema = z.strictObject({ to: z.string().max(500).optional() });

/** What remains to be done after signing out: `leaveTo` is the identity provider's own sign-out. */
export const signedOutSchema = z.object({ leaveTo: z.string().optional() });

/** What {@link signedOutSchema} describes. */
export type SignedOut = z.infer<typeof signedOutSchema>;

/** Why signing in at the identity provider came to nothing; the sign-in page gets it as `problem`. */
export const signInProblems = [
  'notConfigured', // no identity provider is connected
  'unreachable', // it does not answer
  'expired', // not begun in this browser, begun too long ago, or already used
  'denied', // the person or the provider said no
  'failed', // what came back was not right
  'noRole', // none of the person's groups means anything here
  'twoSides', // groups of an applicant and of an official at once
  'creditCode', // an applicant without a valid unified social credit code
] as const;

/** One of {@link signInProblems}. */
export type SignInProblem = (typeof signInProblems)[number];
