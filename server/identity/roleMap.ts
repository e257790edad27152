import { z } from 'zod';
import { measures } from '../../measures/index.ts';
import { operations, type Operation } from '../../model/api/operations.ts';

/** The roles each group of the identity provider gives. */
export type RoleMap = ReadonlyMap<string, readonly string[]>;

/** Every role that can do anything here: those of the measures, and those the door's operations ask for. */
export const knownRoles: ReadonlySet<string> = new Set([
  ...measures.flatMap(({ roles }) => roles.map(({ id }) => id)),
  ...Object.values(operations as { [name: string]: Operation }).flatMap(({ who }) => (typeof who === 'string' ? [] : who)),
]);

const jsonSchema = z.record(z.string().min(1), z.union([z.string(), z.array(z.string()).min(1)]));

/** Reads `group=role,group=role` (a group may stand there more than once) or JSON `{"group": ["role", …]}`; else says what is wrong. */
export function readRoleMap(text: string): { map: RoleMap } | { fault: string } {
  const pairs = text.trim().startsWith('{') ? fromJson(text) : fromList(text);
  if (typeof pairs === 'string') return { fault: pairs };
  if (pairs.length === 0) return { fault: 'names no group; without one nobody could sign in' };
  const foreign = [...new Set(pairs.map(([, role]) => role).filter((role) => !knownRoles.has(role)))];
  if (foreign.length > 0) return { fault: `there is no role ${foreign.join(', ')}; the roles are ${[...knownRoles].sort().join(', ')}` };
  const map = new Map<string, string[]>();
  for (const [group, role] of pairs) map.set(group, [...new Set([...(map.get(group) ?? []), role])]);
  return { map };
}

function fromJson(text: string): [group: string, role: string][] | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'is no valid JSON; write {"group": ["role"]}';
  }
  const read = jsonSchema.safeParse(value);
  if (!read.success) return 'must be an object with a role or a list of roles for each group';
  return Object.entries(read.data).flatMap(([group, roles]) => [roles].flat().map((role): [string, string] => [group, role]));
}

function fromList(text: string): [group: string, role: string][] | string {
  const pairs: [string, string][] = [];
  for (const part of text.split(',').map((each) => each.trim()).filter((each) => each !== '')) {
    const cut = part.split('=').map((each) => each.trim());
    const [group, role] = cut;
    if (cut.length !== 2 || !group || !role) return `“${part}” is not group=role; groups with a comma or an equals sign are written as JSON`;
    pairs.push([group, role]);
  }
  return pairs;
}
