import type { Box, DrawnStep } from './diagram.ts';
import type { StepState } from './layer.ts';

/** What the canvas writes and draws of a step, whoever carries it. */
export interface StepData extends Record<string, unknown> {
  step: DrawnStep;
  title: string;
  summary: string | undefined;
  /** Boundary events sit on its lower border, where words would be covered. */
  hosts: boolean;
  /** The name needs more than two lines. */
  long: boolean;
  /** Where the name of an event or gateway stands, relative to the step. */
  label: Box | undefined;
  state: StepState | undefined;
  stateName: string | undefined;
  hover: string;
}
