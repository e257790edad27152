import type { CaseState } from './case.ts';
import { checks } from './checks/index.ts';
import type { EffectFailed, EffectSucceeded } from './event.ts';

/** The unbooked orders of a case after an answer, whether or not a step still waits for it: the money knows nothing of the drawing. */
export function unbookedAfter(state: CaseState, event: EffectSucceeded | EffectFailed): CaseState['unbooked'] {
  const asked = [...state.openEffects, ...state.unbooked].find((open) => open.effect === event.effect);
  const settled = asked && checks[asked.check]?.settles?.('answer' in event ? { succeeded: event.answer } : { failed: event.code });
  if (settled === 'all') return [];
  if (settled === 'own') return state.unbooked.filter((order) => order.effect !== event.effect);
  return state.unbooked.map((order) => (order.effect === event.effect ? { ...order, at: event.at } : order));
}
