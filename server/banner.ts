import type { Account } from '../model/api/session.ts';
import { sandboxPassword } from './seed.ts';

const roleWidth = 22;
const lineWidth = 110;

/** What a person needs to know once the server runs: where to look, and as whom. */
export function banner({ origin, accounts, offices, temporal, dayMs }: { origin: string; accounts: Account[]; offices?: string; temporal: string; dayMs: number }): string {
  const roles = new Map<string, string[]>();
  for (const { id, roles: [role = ''] } of accounts) roles.set(role, [...(roles.get(role) ?? []), id]);
  const people = [...roles].flatMap(([role, ids]) => linesOf(ids).map((line, index) => `  ${(index === 0 ? role : '').padEnd(roleWidth)} ${line}`));
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

/** Account ids as lines that fit beside their role. */
function linesOf(ids: string[]): string[] {
  const lines: string[] = [];
  for (const id of ids) {
    const line = lines.at(-1);
    if (line !== undefined && roleWidth + line.length + id.length < lineWidth) lines[lines.length - 1] = `${line}, ${id}`;
    else lines.push(id);
  }
  return lines;
}
