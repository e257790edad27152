import type { Token, TokenId } from './case.ts';
import { kindOf, type Step } from './steps/index.ts';
import type { ProcessIndex } from './processIndex.ts';
import type { Turn } from './turn.ts';

/** Whether arrivals at this step wait for one another. */
export function isJoin(index: ProcessIndex, step: Step): boolean {
  return kindOf(step).join !== 'each' && (index.incoming.get(step.id)?.length ?? 0) > 1;
}

/** Steps from which `target` can be reached backwards along flows and borders, starting at `start`, without passing `target` itself. */
export function reaches(index: ProcessIndex, start: string[], target: string): Set<string> {
  const seen = new Set<string>();
  const open = [...start];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if (step === target || seen.has(step)) continue;
    seen.add(step);
    for (const flow of index.incoming.get(step) ?? []) open.push(flow.from);
    const here = index.steps.get(step);
    const host = here && kindOf(here).attachedTo?.(here);
    if (host !== undefined) open.push(host);
  }
  return seen;
}

/**
 * Whether an inclusive join may go on: no token elsewhere in its scope can still reach an empty incoming flow, unless it can
 * also reach one where a token already waits (BPMN 2.0, 13.4.3).
 */
function inclusiveReady(turn: Turn, join: Step, scope: TokenId | '', waiting: Token[]): boolean {
  const filled = new Set(waiting.map((token) => token.via));
  const incoming = turn.index.incoming.get(join.id) ?? [];
  const from = (wanted: boolean): string[] => incoming.filter((flow) => filled.has(flow.id) === wanted).map((flow) => flow.from);
  const toEmpty = reaches(turn.index, from(false), join.id);
  const toFilled = reaches(turn.index, from(true), join.id);
  return !turn.state.tokens.some((token) => token.scope === scope && toEmpty.has(token.step) && !toFilled.has(token.step));
}

/** Lets the first join that is complete go on; false when none is. Called when no token is under way. */
export function goOnFromJoin(turn: Turn, begin: (step: Step, scope: TokenId | '', via: string) => void): boolean {
  for (const token of turn.state.tokens) {
    const step = turn.step(token.step);
    if (token.via === undefined || !isJoin(turn.index, step) || token.wait['arrived'] !== true) continue;
    const waiting = turn.state.tokens.filter((other) => other.step === step.id && other.scope === token.scope && other.wait['arrived'] === true);
    const first = new Map<string, Token>();
    for (const other of waiting) if (other.via !== undefined && !first.has(other.via)) first.set(other.via, other);
    const incoming = turn.index.incoming.get(step.id) ?? [];
    const ready = kindOf(step).join === 'all' ? first.size === incoming.length : inclusiveReady(turn, step, token.scope, waiting);
    if (!ready) continue;
    for (const consumed of first.values()) turn.release(consumed);
    turn.fact({ fact: 'joined', step: step.id, flows: [...first.keys()] });
    begin(step, token.scope, token.via);
    return true;
  }
  return false;
}
