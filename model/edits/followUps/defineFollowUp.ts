import type { Process } from '../../process.ts';
import type { Text } from '../../text.ts';
import type { Renames } from '../renamed.ts';

/** What an edit did, for that to be seen which follows from it. */
export interface Happened {
  /** The process before the edit. */
  before: Process;
  renames: Renames;
  /** Steps that the edit itself put where they shall be. */
  placed: ReadonlySet<string>;
}

/** What follows by itself from changes, whichever edit makes them; undone and redone with the edit. */
export interface FollowUp {
  followUp: string;
  title: Text;
  /** The process with what follows; the same object where nothing does. It looks at what the edit changed alone, so that what a draft had wrong before stays for the rules to tell. */
  follow(process: Process, happened: Happened): Process;
}

/** Declares a follow-up; the identity function that gives one shape to every file of this folder. */
export function defineFollowUp(followUp: FollowUp): FollowUp {
  return followUp;
}

/** Identifiers of the steps that an edit took away, or that follow-ups before took away after it. */
export function goneSteps(process: Process, { before }: Happened): Set<string> {
  const left = new Set(process.steps.map((step) => step.id));
  return new Set(before.steps.map((step) => step.id).filter((id) => !left.has(id)));
}
