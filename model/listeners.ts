import type { CaseState, Token } from './case.ts';
import { indexOf } from './processIndex.ts';
import type { Process } from './process.ts';
import { kindOf, type Step } from './steps/index.ts';

/** The step that takes a message now, with the token that rests in it or in its host; the earliest token listens first. */
export function listenerFor(process: Process, state: CaseState, message: string): { step: Step; token: Token } | undefined {
  const index = indexOf(process);
  for (const token of state.tokens) {
    const resting = index.steps.get(token.step);
    const candidates = [...(resting ? [resting] : []), ...(index.attached.get(token.step) ?? [])];
    const step = candidates.find((candidate) => kindOf(candidate).hears?.(candidate) === message);
    if (step) return { step, token };
  }
  return undefined;
}
