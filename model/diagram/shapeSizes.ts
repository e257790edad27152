import { kindOf, type Step } from '../steps/index.ts';

/** Width and height of each shape on the canvas; a subprocess that brings its own size has that. */
export const shapeSizes = {
  event: { width: 36, height: 36 },
  gateway: { width: 50, height: 50 },
  task: { width: 140, height: 64 },
  subProcess: { width: 420, height: 240 },
} as const;

/** Width and height of a step. */
export function sizeOf(step: Step): { width: number; height: number } {
  return 'size' in step ? step.size : shapeSizes[kindOf(step).look.shape];
}
