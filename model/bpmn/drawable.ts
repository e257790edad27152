import type { Flow, Process } from '../process.ts';
import { kindOf, type Step } from '../steps/index.ts';

/** A process as a BPMN drawing can hold it: its steps with the container each is in, and apart from them what an unfinished draft has that no drawing can hold. */
export interface Drawable {
  /** In the order of the process. */
  steps: { step: Step; container: Step | undefined }[];
  flows: { flow: Flow; from: Step; to: Step }[];
  /** Steps whose subprocess or host is not there, and flows that lead nowhere. */
  beside: { steps: Step[]; flows: Flow[] };
}

/** Tells what of a process can be drawn. */
export function drawable(process: Pick<Process, 'steps' | 'flows'>): Drawable {
  const first = new Map<string, Step>();
  for (const step of process.steps) if (!first.has(step.id)) first.set(step.id, step);
  const judged = new Map<Step, boolean>();
  const isDrawn = (step: Step): boolean => {
    const known = judged.get(step);
    if (known !== undefined) return known;
    judged.set(step, false); // a subprocess inside itself is nowhere
    const container = step.parent === undefined ? undefined : first.get(step.parent);
    const inside = step.parent === undefined || (container !== undefined && kindOf(container).contains && isDrawn(container));
    const hostId = kindOf(step).attachedTo?.(step);
    const host = hostId === undefined ? undefined : first.get(hostId);
    const attached = hostId === undefined || (host !== undefined && host.parent === step.parent && kindOf(host).attachedTo === undefined && isDrawn(host));
    judged.set(step, inside && attached);
    return inside && attached;
  };
  const drawn = new Set(process.steps.filter(isDrawn));
  const firstDrawn = new Map<string, Step>();
  for (const step of drawn) if (!firstDrawn.has(step.id)) firstDrawn.set(step.id, step);
  const flows = process.flows.flatMap((flow) => {
    const from = firstDrawn.get(flow.from);
    const to = firstDrawn.get(flow.to);
    return from && to ? [{ flow, from, to }] : [];
  });
  const kept = new Set(flows.map(({ flow }) => flow));
  return {
    steps: [...drawn].map((step) => ({ step, container: step.parent === undefined ? undefined : firstDrawn.get(step.parent) })),
    flows,
    beside: { steps: process.steps.filter((step) => !drawn.has(step)), flows: process.flows.filter((flow) => !kept.has(flow)) },
  };
}
