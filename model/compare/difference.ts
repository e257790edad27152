import type { Place } from '../problem.ts';
import type { Process } from '../process.ts';
import type { Json, Text } from '../text.ts';

/** What a difference is about: a place on the canvas, or a thing of the process beside it. Empty: the process as a whole. */
export interface Subject extends Place {
  form?: string;
  role?: string;
  /** Row of the decision table of `step`. */
  row?: string;
  document?: string;
  figure?: string;
}

/** One difference between two processes, told to a reader. `moved`: only the place on the canvas or in a list, which no case notices. */
export interface Difference {
  change: 'added' | 'removed' | 'changed' | 'moved';
  what: Subject;
  message: Text;
  before?: Json;
  after?: Json;
}

/** Two processes beside each other: what every aspect is asked about. */
export interface Comparison {
  before: Process;
  after: Process;
  /** New identifiers of steps that are otherwise the same, by their old ones. */
  renamed: ReadonlyMap<string, string>;
}

/** One thing that processes are compared by; one file and one registry line each. */
export interface Aspect {
  aspect: string;
  /** The fields of a process that this aspect answers for. */
  covers: readonly (keyof Process)[];
  compare(comparison: Comparison): Difference[];
}

/** Declares an aspect; the identity function that gives one shape to every file of `aspects/`. */
export function defineAspect(aspect: Aspect): Aspect {
  return aspect;
}
