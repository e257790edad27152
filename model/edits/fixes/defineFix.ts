import type { Problem } from '../../problem.ts';
import type { Process } from '../../process.ts';
import type { ProcessIndex } from '../../processIndex.ts';
import type { Text } from '../../text.ts';
import type { Edit } from '../index.ts';

/** One way to put a problem right, by one click: an edit, called as undo calls it where it has no name of its own. */
export interface Offer {
  name?: Text;
  edit: Edit;
}

/** What can be offered for the problems of one rule. */
export interface FixKind {
  /** Name of the rule, as problems carry it. */
  rule: string;
  /** The most likely way first; what is not allowed is sorted out by whoever asks. */
  offers(process: Process, problem: Problem, index: ProcessIndex): Offer[];
}

/** Declares what can be offered for a rule; the identity function that gives one shape to every file of this folder. */
export function defineFix(kind: FixKind): FixKind {
  return kind;
}
