import type { i18n } from 'i18next';
import { zh } from '../language/zh.ts';

function isRole(role: string): role is keyof typeof zh.role {
  return role in zh.role;
}

/** A role in words; a role of a process that this page does not know keeps its id. */
export function roleName(role: string, language: i18n): string {
  return isRole(role) ? language.t(`role.${role}`) : role;
}
