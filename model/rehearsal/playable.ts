import { checks } from '../checks/index.ts';
import type { Process } from '../process.ts';
import { kindOf } from '../steps/index.ts';
import type { Text } from '../text.ts';

const known = new WeakMap<Process, Playable>(); // derived from an immutable value: one draft keeps one object, and so its index

/** A draft as far as a case can be led through it, and what had to be left out. */
export interface Playable {
  process: Process;
  leftOut: Text[];
}

/** The draft without the steps whose check does not exist and the flows that lead to no step; itself where there are none. The rules report both as errors. */
export function playable(draft: Process): Playable {
  const found = known.get(draft);
  if (found) return found;
  const lost = draft.steps.filter((step) => {
    const asks = kindOf(step).asks?.(step);
    return asks !== undefined && !checks[asks];
  });
  const steps = lost.length === 0 ? draft.steps : draft.steps.filter((step) => !lost.includes(step));
  const there = new Set(steps.map((step) => step.id));
  const loose = draft.flows.filter((flow) => !there.has(flow.to) || !there.has(flow.from));
  const leftOut = [
    ...lost.map(({ name }) => ({ zh: `“${name.zh}”要运行的核验不存在，演练到不了这一步。`, en: `“${name.en}” runs a check that does not exist; a rehearsal cannot enter it.` })),
    ...loose.map(({ id }) => ({ zh: `流向 ${id} 没有接到两端的步骤上，演练走不过去。`, en: `The flow ${id} is not tied to a step at both ends; a rehearsal cannot take it.` })),
  ];
  const result = { process: leftOut.length === 0 ? draft : { ...draft, steps, flows: draft.flows.filter((flow) => !loose.includes(flow)) }, leftOut };
  known.set(draft, result);
  return result;
}
