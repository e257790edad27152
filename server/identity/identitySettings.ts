import { z } from 'zod';
import { readRoleMap } from './roleMap.ts';

const names = ['ISSUER', 'CLIENT_ID', 'CLIENT_SECRET', 'ROLES', 'GROUPS_CLAIM', 'CREDIT_CODE_CLAIM', 'SCOPE'] as const;

/** The sentence a variable is complained about with; the words are needed before the page is there, so English alone as in all settings. */
const fault = (name: (typeof names)[number], sentence: string) => `SHENPI_OIDC_${name}: ${sentence}`;

const isLoopback = (host: string) => ['127.0.0.1', '[::1]', 'localhost'].includes(host);

const issuerSchema = z
  .string({ error: fault('ISSUER', 'is missing; the other SHENPI_OIDC_ settings mean nothing without it') })
  .refine((text) => URL.canParse(text) && (new URL(text).protocol === 'https:' || (new URL(text).protocol === 'http:' && isLoopback(new URL(text).hostname))), {
    error: fault('ISSUER', 'must be an https address (http on a loopback address only)'),
  });

/** How the identity provider is reached, and what its claims mean here. */
export const identitySchema = z.object({
  issuer: issuerSchema,
  clientId: z.string({ error: fault('CLIENT_ID', 'is missing') }).min(1, fault('CLIENT_ID', 'is empty')),
  /** Absent for a public client, which PKCE alone protects. */
  clientSecret: z.string().min(1, fault('CLIENT_SECRET', 'is empty')).optional(),
  /** Roles of each group. */
  roles: z.string({ error: fault('ROLES', 'is missing; without it nobody could sign in') }).transform((text, context) => {
    const read = readRoleMap(text);
    if ('map' in read) return read.map;
    context.addIssue({ code: 'custom', message: fault('ROLES', read.fault) });
    return z.NEVER;
  }),
  groupsClaim: z.string().min(1, fault('GROUPS_CLAIM', 'is empty')),
  /** Claim that names the organisation an applicant acts for; where absent, nobody from this provider is an applicant. */
  creditCodeClaim: z.string().min(1, fault('CREDIT_CODE_CLAIM', 'is empty')).optional(),
  scope: z.string().regex(/(^| )openid( |$)/, fault('SCOPE', 'must contain openid')),
});

/** What {@link identitySchema} gives. */
export type IdentitySettings = z.output<typeof identitySchema>;

/**
 * `SHENPI_OIDC_ISSUER|CLIENT_ID|CLIENT_SECRET|ROLES|GROUPS_CLAIM|CREDIT_CODE_CLAIM|SCOPE`; none of them: no identity provider.
 * A variable of that beginning that is none of these is given back in `unknown`.
 */
export function identityFrom(env: NodeJS.ProcessEnv): { identity: unknown; unknown: string[] } {
  const given = Object.keys(env).filter((name) => name.startsWith('SHENPI_OIDC_'));
  const unknown = given.filter((name) => !names.some((known) => name === `SHENPI_OIDC_${known}`));
  if (given.length === 0) return { identity: undefined, unknown };
  const of = (name: (typeof names)[number]) => env[`SHENPI_OIDC_${name}`];
  return {
    identity: {
      issuer: of('ISSUER'), clientId: of('CLIENT_ID'), clientSecret: of('CLIENT_SECRET'), roles: of('ROLES'), groupsClaim: of('GROUPS_CLAIM') ?? 'groups',
      creditCodeClaim: of('CREDIT_CODE_CLAIM'), scope: of('SCOPE') ?? 'openid profile',
    },
    unknown,
  };
}
