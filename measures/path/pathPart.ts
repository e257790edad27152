import type { Flow, Form } from '../../model/process.ts';
import type { StepBase } from '../../model/steps/defineStep.ts';
import type { Step } from '../../model/steps/index.ts';
import type { Text } from '../../model/text.ts';

type Undrawn<S> = S extends Step ? Omit<S, 'stage' | 'position'> : never;

/**
 * A step of the path before it is laid out. `cell` is column and row in the stage's band (in the subprocess, for a child);
 * row 0 is the main path. A boundary step takes `slot` on the border of its host instead.
 */
export type PathStep = Undrawn<Step> & ({ cell: [column: number, row: number] } | { slot: number });

/** What one stage adds to the process. */
export interface PathPart {
  steps: PathStep[];
  flows: Flow[];
  forms: Form[];
  /** How many columns the stage's band has. */
  columns: number;
}

/** One arrow; its id is made of its ends. */
export function flow(from: string, to: string, more: Omit<Flow, 'id' | 'from' | 'to'> = {}): Flow {
  return { id: `${from}To${to.charAt(0).toUpperCase()}${to.slice(1)}`, from, to, ...more };
}

/** Needed for the first payment only: a follow-on case takes over what the first case found. */
export const firstInstalmentOnly: NonNullable<StepBase['required']> = {
  when: 'instalment = 1',
  rule: 'path.firstInstalmentOnly',
  reason: { zh: '后续分期沿用首期案件的结论，不重复办理。', en: 'A later instalment takes over what the first case found.' },
};

/** Never needed under this measure; the step stays, so that all histories have the same milestones. */
export function notUnder(measure: string, rule: string, reason: Text): NonNullable<StepBase['required']> {
  return { when: 'false', rule: `${measure}.${rule}`, reason };
}
