import type { CaseState } from '../../case.ts';
import type { JsonObject } from '../../text.ts';
import { jsonAs } from './jsonAs.ts';

/**
 * The treasury's word in writing that orders of this case were not carried out, as a field `statement` of a request: its reference and the
 * orders it covers, which are those in doubt when the second person confirmed it. Nothing where nobody confirmed one, or none is in doubt.
 */
export function treasuryStatement(state: CaseState): JsonObject {
  const reference = jsonAs.text(jsonAs.object(state.data.reconcilePayment).treasuryReference);
  const confirmed = jsonAs.object(state.data.confirmSendAgain);
  // Instants of case time have one form, so that they compare as text.
  const orders = state.unbooked.filter((order) => confirmed.outcome === 'confirm' && jsonAs.text(confirmed.at) >= order.at).map((order) => order.effect);
  return reference === '' || orders.length === 0 ? {} : { statement: { reference, orders } };
}
