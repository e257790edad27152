import type { Problem } from '../problem.ts';
import type { Finding, Proof } from './proveSound.ts';

/** A finding as a problem of the process, for badges and lists; `key` names it in a waiver. */
export interface ProofProblem extends Problem {
  rule: 'soundness';
  key: string;
  /** A second owner may let the process be published all the same, with a reason that is kept with the version. */
  waivable: boolean;
}

/**
 * Names a finding so that it is known again after edits elsewhere: by what goes wrong and at which step or flow. Another name of the
 * step, another story that shows the same, or a change anywhere else leaves it as it is.
 */
export function keyOfFinding({ property, cause, where }: Finding): string {
  return [property, cause, where.step ?? where.flow ?? ''].join(':');
}

/** The findings of a proof as problems (rule `soundness`). A finding over data left open may be impossible, so each can be waived; a case that never begins cannot. */
export function proofProblems({ findings }: Proof): ProofProblem[] {
  return findings.map((finding) => ({
    rule: 'soundness',
    severity: 'error',
    message: finding.message,
    where: finding.where,
    key: keyOfFinding(finding),
    waivable: finding.cause !== 'noStart' && finding.cause !== 'flowLost',
  }));
}
