import type { Text } from '../../model/text.ts';

/** How a step differs between two processes that are compared. */
export const changes = ['added', 'removed', 'changed', 'moved'] as const;

/** One of {@link changes}. */
export type Change = (typeof changes)[number];

/** How a step stands in what is shown on top of the diagram. */
export const stepStates = ['waiting', 'active', 'done', 'notRequired', 'returned', 'suspended', 'overdue', ...changes] as const;

/** One of {@link stepStates}. */
export type StepState = (typeof stepStates)[number];

/** What a layer says about one step. */
export interface StepMark {
  state: StepState;
  /** Why, for the hover: the rule by which a step is not required, when it is due. */
  note?: Text;
}

/** A small filled disc that says: the case stands here. */
export interface Disc {
  id: string;
  step: string;
}

/** What is shown on top of a diagram: a case, a rehearsal, a comparison, a moment of the audit player. */
export interface Layer {
  marks: Map<string, StepMark>;
  discs: Disc[];
  /** Flows that were taken. */
  taken: Set<string>;
  /** The steps to look at first: where the case stands, or where it ended. */
  focus: string[];
  /** Where two processes are compared, the flows that differ; every other step and flow is in both. */
  flows?: Map<string, Change>;
}
