import type { Origin } from '../model/origin.ts';
import type { Exclusion } from './measurePlan.ts';

/** A row of the eligibility table: its rule id, the cells that must all hold, the reason in both languages, and whose word it is. */
export function exclusion(rule: string, when: Exclusion['when'], zh: string, en: string, origin: Origin, sources: string[]): Exclusion {
  return { rule, when, reason: { zh, en }, origin, sources };
}
