import type { CaseState } from '../../case.ts';
import { confirmed } from './confirmed.ts';
import { jsonAs } from './jsonAs.ts';

/** The year of the claim: as declared, else the year in which the case began. */
export function claimYear(state: CaseState): number {
  return jsonAs.whole(confirmed(state, 'year')) || Number(state.startedAt.slice(0, 4));
}
