import type { Flow, Process } from './process.ts';
import { kindOf, type Step } from './steps/index.ts';

/** A process looked at from its steps: what `advance`, the rules and the pages ask of it again and again. */
export interface ProcessIndex {
  steps: Map<string, Step>;
  outgoing: Map<string, Flow[]>;
  incoming: Map<string, Flow[]>;
  /** Boundary steps by their host. */
  attached: Map<string, Step[]>;
  /** Steps by the subprocess that contains them; the top is the empty name. */
  children: Map<string, Step[]>;
}

const known = new WeakMap<Process, ProcessIndex>(); // derived from an immutable value, so sharing it between cases changes nothing

function add<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The index of a process; the same object for the same process. Flows keep the order of the process. */
export function indexOf(process: Process): ProcessIndex {
  const found = known.get(process);
  if (found) return found;
  const index: ProcessIndex = { steps: new Map(), outgoing: new Map(), incoming: new Map(), attached: new Map(), children: new Map() };
  for (const step of process.steps) {
    index.steps.set(step.id, step);
    add(index.children, step.parent ?? '', step);
    const host = kindOf(step).attachedTo?.(step);
    if (host !== undefined) add(index.attached, host, step);
  }
  for (const flow of process.flows) {
    add(index.outgoing, flow.from, flow);
    add(index.incoming, flow.to, flow);
  }
  known.set(process, index);
  return index;
}
