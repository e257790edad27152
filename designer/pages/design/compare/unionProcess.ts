import type { Difference } from '../../../../model/compare/index.ts';
import type { Process } from '../../../../model/process.ts';
import { kindOf } from '../../../../model/steps/index.ts';

/** Two processes as one drawing: everything of the later one where it stands there, and what was taken away, as a ghost, where it stood before. */
export function unionProcess(before: Process, after: Process, differences: readonly Difference[]): Process {
  const gone = differences.filter(({ change }) => change === 'removed');
  const [steps, flows] = [new Set(gone.map(({ what }) => what.step)), new Set(gone.map(({ what }) => what.flow))];
  const there = new Set(after.steps.map(({ id }) => id));
  const arrows = new Set(after.flows.map(({ id }) => id));
  const ghosts = before.steps.filter(({ id }) => steps.has(id) && !there.has(id));
  const shown = new Set([...there, ...ghosts.map(({ id }) => id)]);
  return {
    ...after,
    // A ghost needs the ground it stood on: its host, its subprocess.
    steps: [...after.steps, ...ghosts.filter((step) => [kindOf(step).attachedTo?.(step), step.parent].every((ground) => ground === undefined || shown.has(ground)))],
    flows: [...after.flows, ...before.flows.filter(({ id, from, to }) => flows.has(id) && !arrows.has(id) && shown.has(from) && shown.has(to))],
    stages: [...after.stages, ...before.stages.filter((stage) => !after.stages.some(({ id }) => id === stage.id))],
  };
}
