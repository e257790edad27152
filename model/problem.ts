import type { Text } from './text.ts';

/** A place on the canvas: a step, a flow, or a field of one of them; empty means the process as a whole. */
export interface Place {
  step?: string;
  flow?: string;
  /** Dotted path of the field inside the step, flow or process, for the inspector to focus. */
  field?: string;
}

/** A fault in a process: data with a place on the canvas, listed for the process owner and never thrown. */
export interface Problem {
  /** Name of the rule (file in `model/rules`) or `schema`, or the step kind whose own `check` found it. */
  rule: string;
  severity: 'error' | 'warning';
  message: Text;
  where: Place;
}
