import type { CaseState } from '../../case.ts';
import { claimYear } from './claimYear.ts';

/** The budget from which this case's instalment is paid: the claim's year for the first, one year later for each that follows. */
export function budgetYear(state: CaseState): number {
  return claimYear(state) + state.instalment - 1;
}
