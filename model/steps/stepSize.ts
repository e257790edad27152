import { kindOf, type Step } from './index.ts';
import type { Look } from './defineStep.ts';

/** Width and height of a step's box in canvas units. */
export interface BoxSize {
  width: number;
  height: number;
}

/** How large a step is drawn, by its shape; one that contains steps brings its own size. */
export const shapeSizes: Readonly<Record<Look<Step>['shape'], BoxSize>> = {
  event: { width: 36, height: 36 },
  gateway: { width: 50, height: 50 },
  task: { width: 140, height: 64 },
  subProcess: { width: 420, height: 240 },
};

/** How large a step is drawn. */
export function stepSize(step: Step): BoxSize {
  return 'size' in step ? step.size : shapeSizes[kindOf(step).look.shape];
}
