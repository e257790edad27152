import type { Process } from '../../../model/process.ts';
import { indexOf } from '../../../model/processIndex.ts';
import { stageIds, type StageId } from '../../../model/steps/defineStep.ts';
import { kindOf, type Step } from '../../../model/steps/index.ts';

/** One line of the outline; lines below it belong to it. */
export interface OutlineLine {
  id: string;
  stage: StageId;
  step: Step | undefined;
  level: number;
  /** Place among its siblings, from 1, and how many they are. */
  place: number;
  of: number;
  parent: string | undefined;
  opens: boolean;
}

/** The name of a stage's line. */
export const stageLine = (stage: StageId): string => `stage ${stage}`;

const byPlace = (a: Step, b: Step): number => a.position.x - b.position.x || a.position.y - b.position.y;

/** The process as lines of a tree, from left to right: stages, their steps, and under a step what sits on its border and what it contains. Lines under closed ones are left out. */
export function outlineOf(process: Process, closed: ReadonlySet<string>): OutlineLine[] {
  const index = indexOf(process);
  const lines: OutlineLine[] = [];
  const shown = new Set<string>();
  const put = (siblings: Step[], level: number, parent: string): void => siblings.forEach((step, i) => {
    if (shown.has(step.id)) return;
    shown.add(step.id);
    const under = [...(index.attached.get(step.id) ?? []).toSorted(byPlace), ...(index.children.get(step.id) ?? []).filter((inner) => !hosted(inner)).toSorted(byPlace)];
    lines.push({ id: step.id, stage: step.stage, step, level, place: i + 1, of: siblings.length, parent, opens: under.length > 0 });
    if (!closed.has(step.id)) put(under, level + 1, step.id);
  });
  const hosted = (step: Step): boolean => index.steps.has(kindOf(step).attachedTo?.(step) ?? '');
  const stages = stageIds.filter((stage) => process.stages.some(({ id }) => id === stage) || process.steps.some((step) => step.stage === stage));
  stages.forEach((stage, i) => {
    const top = process.steps.filter((step) => step.stage === stage && !hosted(step) && !index.steps.has(step.parent ?? '')).toSorted(byPlace);
    lines.push({ id: stageLine(stage), stage, step: undefined, level: 1, place: i + 1, of: stages.length, parent: undefined, opens: top.length > 0 });
    if (!closed.has(stageLine(stage))) put(top, 2, stageLine(stage));
  });
  return lines;
}
