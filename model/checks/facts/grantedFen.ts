import type { CaseState } from '../../case.ts';
import type { Json } from '../../text.ts';
import { jsonAs } from './jsonAs.ts';

/** What {@link grantedFen} goes by, as a check says that it reads it. */
export const grantReads = ['supportRule.amountFen', 'decision.outcome', 'decision.approvedAmountFen'];

/**
 * The fen of the whole award: what the decision that was taken last granted, and never more than the support rule computed.
 * A joint decision grants the computed amount; before any decision that amount stands in. Undefined while nothing was computed.
 */
export function grantedFen(data: CaseState['data']): number | undefined {
  const computedFen = jsonAs.object(data.supportRule).amountFen;
  const decision = jsonAs.object(data.decision);
  const approvedFen = decision.outcome === 'approve' ? decision.approvedAmountFen : undefined;
  if (typeof computedFen !== 'number') return typeof approvedFen === 'number' ? approvedFen : undefined;
  if (typeof approvedFen !== 'number' || !Number.isSafeInteger(approvedFen) || jointlyDecidedAfter(data, decision.at)) return computedFen;
  return Math.min(approvedFen, computedFen);
}

function jointlyDecidedAfter(data: CaseState['data'], at: Json | undefined): boolean {
  const joint = jsonAs.object(data.jointDecision);
  if (joint.outcome !== 'agreed') return false;
  const last = jsonAs.object(jsonAs.list(joint.answers).at(-1)).at;
  // Instants of one offset and one length: the later one is the greater text.
  return typeof last === 'string' && (typeof at !== 'string' || last > at);
}
