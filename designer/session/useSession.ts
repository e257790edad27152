import { useQuery } from '@tanstack/react-query';
import type { Account } from '../../model/api.ts';
import { api } from './api.ts';

/** Who is signed in, as the door says. */
export function useSession() {
  return useQuery({ queryKey: ['session'], queryFn: api.session, staleTime: 60_000 });
}

/** Whether the account has one of the roles. */
export function hasRole(account: Account | undefined, ...roles: string[]): boolean {
  return account?.roles.some((role) => roles.includes(role)) ?? false;
}
