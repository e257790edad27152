import type { SignInProblem } from '../../model/api/session.ts';
import { creditCodeFault } from '../../model/identifiers/creditCode.ts';
import type { IdentitySettings } from './identitySettings.ts';

/** What the identity provider says of somebody. */
export type Claims = { readonly [claim: string]: unknown };

/** Somebody whom the identity provider vouches for, as an account here. */
export interface Person {
  name: string;
  roles: string[];
  applicant?: string;
}

const words = (value: unknown): string[] => [value].flat().filter((each): each is string => typeof each === 'string' && each !== '');
const first = (claims: Claims, ...names: string[]): string | undefined => names.flatMap((name) => words(claims[name]))[0]?.slice(0, 120);

/**
 * Who somebody is here, by the claims about them; or why they cannot come in. Whoever acts for an organisation is an applicant
 * and has no post: else one and the same person could declare and decide.
 */
export function personOf(claims: Claims, { roles: map, groupsClaim, creditCodeClaim }: Pick<IdentitySettings, 'roles' | 'groupsClaim' | 'creditCodeClaim'>): Person | { problem: SignInProblem } {
  const given = new Set(words(claims[groupsClaim]).flatMap((group) => map.get(group) ?? []));
  const code = creditCodeClaim === undefined ? undefined : words(claims[creditCodeClaim])[0];
  const posts = [...given].filter((role) => role !== 'applicant').sort();
  if (posts.length > 0 && given.has('applicant')) return { problem: 'twoSides' };
  const name = first(claims, 'name', 'preferred_username', 'email', 'sub') ?? '';
  // An organisation's own directory may give every one of its people its code: a post goes before it.
  if (posts.length > 0) return { name, roles: posts };
  if (code === undefined) return { problem: given.has('applicant') ? 'creditCode' : 'noRole' };
  if (creditCodeFault(code)) return { problem: 'creditCode' };
  return { name, roles: ['applicant'], applicant: code };
}
