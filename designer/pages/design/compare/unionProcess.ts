import type { Process } from '../../../../model/process.ts';
import { kindOf } from '../../../../model/steps/index.ts';

/** Two processes as one drawing: everything of the later one where it stands there, and what was taken away, as a ghost, where it stood before. */
export function unionProcess(before: Process, after: Process): Process {
  const still = new Set(after.steps.map((step) => step.id));
  const ghosts = before.steps.filter((step) => !still.has(step.id));
  const shown = new Set([...still, ...ghosts.map((step) => step.id)]);
  const flows = new Set(after.flows.map((flow) => flow.id));
  const ways = new Set(after.flows.map((flow) => `${flow.from} ${flow.to}`));
  return {
    ...after,
    steps: [...after.steps, ...ghosts.filter((step) => shown.has(kindOf(step).attachedTo?.(step) ?? step.id) && shown.has(step.parent ?? step.id))],
    flows: [
      ...after.flows,
      // A flow that only got another name for itself is the same arrow.
      ...before.flows.filter((flow) => !flows.has(flow.id) && !ways.has(`${flow.from} ${flow.to}`) && shown.has(flow.from) && shown.has(flow.to)),
    ],
    stages: [...after.stages, ...before.stages.filter((stage) => !after.stages.some((other) => other.id === stage.id))],
  };
}
