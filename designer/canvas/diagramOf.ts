import type { MeasureSummary } from '../../model/api.ts';
import type { Process } from '../../model/process.ts';
import { kindOf, stepKinds, type Step } from '../../model/steps/index.ts';
import { requirementOf } from '../../model/steps/requirement.ts';
import type { Diagram, DrawnStep } from './diagram.ts';

const drawn = new WeakMap<Step, DrawnStep>(); // derived from an immutable value

/** A step as the canvas sees it; the same object for the same step. */
export function drawnStep(step: Step): DrawnStep {
  const known = drawn.get(step);
  if (known) return known;
  const made: DrawnStep = {
    id: step.id,
    kind: step.kind,
    stage: step.stage,
    position: step.position,
    parent: step.parent,
    host: kindOf(step).attachedTo?.(step),
    size: 'size' in step ? step.size : undefined,
    interrupting: 'interrupting' in step ? step.interrupting : undefined,
    required: requirementOf(step),
    name: step.name,
  };
  drawn.set(step, made);
  return made;
}

/** A whole process as the canvas sees it. */
export function diagramOf(process: Pick<Process, 'steps' | 'flows'>): Diagram {
  return { steps: process.steps.map(drawnStep), flows: process.flows };
}

function isKind(kind: string): kind is DrawnStep['kind'] {
  return kind in stepKinds;
}

/** The small picture of a measure as the canvas sees it; a kind that this page does not know is left out. */
export function diagramOfSketch(sketch: MeasureSummary['sketch']): Diagram {
  return { steps: sketch.steps.flatMap((step) => (isKind(step.kind) ? [{ ...step, kind: step.kind }] : [])), flows: sketch.flows };
}
