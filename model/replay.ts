import { advance } from './advance.ts';
import type { CaseState } from './case.ts';
import type { Process } from './process.ts';
import type { TrailEntry } from './trail.ts';

/** Where a kept trail and the kernel disagree. */
export interface Divergence {
  seq: number;
  kept: TrailEntry;
  replayed: TrailEntry;
}

/**
 * The state of a case after the first `upTo` entries of its trail (all by default), got by feeding their events to the kernel,
 * and the first place where the facts differ from the kept ones.
 */
export function replay(process: Process, trail: TrailEntry[], upTo = trail.length): { state: CaseState | undefined; divergence?: Divergence } {
  let state: CaseState | undefined;
  for (const kept of trail.slice(0, upTo)) {
    const next = advance(process, state, kept.event);
    state = next.state;
    if (JSON.stringify(next.trail) !== JSON.stringify(kept)) return { state, divergence: { seq: kept.seq, kept, replayed: next.trail } };
  }
  return { state };
}
