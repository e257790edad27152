import type { Account } from '../model/api/session.ts';
import { sandboxPassword } from './seed.ts';

/** What a person needs to know once the server runs: where to look, and as whom. */
export function banner({ origin, accounts, offices, temporal, dayMs }: { origin: string; accounts: Account[]; offices?: string; temporal: string; dayMs: number }): string {
  const roles = new Map<string, string[]>();
  for (const { id, roles: [role = ''] } of accounts) roles.set(role, [...(roles.get(role) ?? []), id]);
  const people = [...roles].map(([role, ids]) => `  ${role.padEnd(22)} ${ids.slice(0, 3).join(', ')}${ids.length > 3 ? ' …' : ''}`);
  return [
    '',
    `审批 Shenpi   ${origin}`,
    `  API           ${origin}/api/docs`,
    ...(offices === undefined ? [] : [`  外部单位（沙箱） / offices (played)   ${offices}`]),
    `  Temporal      ${temporal}`,
    ...(accounts.length === 0 ? [] : [`  案件时间：一天 = ${dayMs} 毫秒 / case time: one day is ${dayMs} ms`, '', `沙箱账号（口令均为 ${sandboxPassword}） / sandbox accounts (password ${sandboxPassword}):`, ...people]),
    '',
  ].join('\n');
}
