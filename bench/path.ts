import type { Process } from '../model/process.ts';
import { m02 } from '../measures/m02.ts';
import { approval } from '../tests/workflows/approval.ts';

/** Real milliseconds in which a day of case time passes here. */
export const dayMs = 40;

/** Case time of the path's one timer: 20 real milliseconds. */
export const waits = 'PT12H';

/** The path on which engine and baseline are compared: three checks, three tasks of one clerk, one timer. */
export function path(): Process {
  const process = approval();
  return { ...process, id: 'benchPath', steps: process.steps.map((step) => (step.id === 'period' ? { ...step, wait: { duration: waits } } : step)) };
}

/** The same path in a definition as large as a real measure's: what M02 has rides along and is never reached. */
export function largePath(): Process {
  const small = path();
  const taken = new Set(small.steps.map((step) => step.id));
  const steps = m02.steps.filter((step) => !taken.has(step.id));
  const kept = new Set(steps.map((step) => step.id));
  return {
    ...small,
    id: 'benchLargePath',
    steps: [...small.steps, ...steps],
    flows: [...small.flows, ...m02.flows.filter((flow) => kept.has(flow.from) && kept.has(flow.to)).map((flow) => ({ ...flow, id: `m02-${flow.id}` }))],
    forms: [...small.forms, ...m02.forms.map((form) => ({ ...form, id: `m02-${form.id}` }))],
  };
}
