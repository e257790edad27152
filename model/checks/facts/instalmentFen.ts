import type { CaseState } from '../../case.ts';
import type { Process } from '../../process.ts';
import { grantedFen } from './grantedFen.ts';
import { jsonAs } from './jsonAs.ts';

/**
 * The fen that one instalment (from 1) of this case's award pays; 0 when the award has no such instalment.
 * Where the decision approved exactly what the rule computed, the rule's own instalments hold; another amount is split by the
 * measure's basis points, rounded down to whole fen, and the last instalment takes what is left. Before a decision the rule's amount stands in.
 */
export function instalmentFen(process: Process, state: CaseState, instalment: number): number {
  const computed = jsonAs.object(state.data.supportRule);
  const computedFen = jsonAs.whole(computed.amountFen);
  const approvedFen = jsonAs.whole(grantedFen(state.data));
  const parts =
    approvedFen === computedFen && Array.isArray(computed.instalments)
      ? computed.instalments.map((part) => jsonAs.whole(part))
      : splitByBasisPoints(approvedFen, process.measure.support.instalmentsBp);
  return parts[instalment - 1] ?? 0;
}

/** Parts of an amount (fen) by basis points; each is rounded down and the last takes the rest, so that they add up to the amount. */
export function splitByBasisPoints(amountFen: number, partsBp: number[]): number[] {
  // BigInt because fen times basis points may leave the safe integers.
  const parts = partsBp.map((bp) => Number((BigInt(amountFen) * BigInt(bp)) / 10_000n));
  const before = parts.slice(0, -1).reduce((sum, part) => sum + part, 0);
  return parts.map((part, index) => (index === parts.length - 1 ? amountFen - before : part));
}
