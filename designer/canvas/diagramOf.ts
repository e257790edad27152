import type { MeasureSummary } from '../../model/api.ts';
import type { Process } from '../../model/process.ts';
import { kindOf, stepKinds } from '../../model/steps/index.ts';
import { requirementOf } from '../../model/steps/requirement.ts';
import type { Diagram, DrawnStep } from './diagram.ts';

/** A whole process as the canvas sees it. */
export function diagramOf(process: Pick<Process, 'steps' | 'flows'>): Diagram {
  return {
    steps: process.steps.map((step) => ({
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
    })),
    flows: process.flows,
  };
}

function isKind(kind: string): kind is DrawnStep['kind'] {
  return kind in stepKinds;
}

/** The small picture of a measure as the canvas sees it; a kind that this page does not know is left out. */
export function diagramOfSketch(sketch: MeasureSummary['sketch']): Diagram {
  return { steps: sketch.steps.flatMap((step) => (isKind(step.kind) ? [{ ...step, kind: step.kind }] : [])), flows: sketch.flows };
}
