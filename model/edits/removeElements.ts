import { z } from 'zod';
import type { Flow, Process } from '../process.ts';
import { nameSchema } from '../steps/defineStep.ts';
import { defineEdit } from './defineEdit.ts';
import { named, unconnectableIn, unknownFlow, unknownStep } from './whyNot.ts';

/** Steps and flows taken away. `bridge`: where one flow leads into a removed step and one out of it, the first leads on to where the second led. */
export interface RemoveElements {
  edit: 'removeElements';
  steps: string[];
  flows: string[];
  bridge?: boolean;
}

/** Removes steps and flows; what hangs on removed steps goes with them. */
export const removeElements = defineEdit<RemoveElements>({
  edit: 'removeElements',
  title: { zh: '删除', en: 'Remove' },
  fields: z.strictObject({ edit: z.literal('removeElements'), steps: z.array(nameSchema), flows: z.array(nameSchema), bridge: z.boolean().optional() }),
  name(process, { steps, flows }) {
    const [step] = steps;
    if (step !== undefined && steps.length === 1) {
      const name = named(process, step);
      return { zh: `删除“${name.zh}”`, en: `Remove “${name.en}”` };
    }
    const flow = process.flows.find(({ id }) => id === flows[0]);
    if (flow && steps.length === 0 && flows.length === 1) {
      const [from, to] = [named(process, flow.from), named(process, flow.to)];
      return { zh: `断开“${from.zh}”与“${to.zh}”`, en: `Disconnect “${from.en}” from “${to.en}”` };
    }
    if (steps.length === 0) return { zh: `删除 ${flows.length} 条流向`, en: `Remove ${flows.length} flows` };
    return { zh: `删除 ${steps.length} 个步骤`, en: `Remove ${steps.length} steps` };
  },
  allowed(process, { steps, flows }) {
    if (steps.length + flows.length === 0) return { zh: '没有选中要删除的步骤或流向。', en: 'Nothing is selected to be removed.' };
    return unknownStep(process, ...steps) ?? unknownFlow(process, ...flows);
  },
  apply(process, { steps, flows, bridge }) {
    const without = { ...process, flows: process.flows.filter((flow) => !flows.includes(flow.id)) };
    const bridged = bridge ? steps.reduce(bridgedOver, without) : without;
    return { ...bridged, steps: process.steps.filter((step) => !steps.includes(step.id)) };
  },
});

function bridgedOver(process: Process, step: string): Process {
  const [incoming, anotherIn] = process.flows.filter((flow) => flow.to === step);
  const [outgoing, anotherOut] = process.flows.filter((flow) => flow.from === step);
  if (!incoming || !outgoing || anotherIn || anotherOut || unconnectableIn(process, incoming.from, outgoing.to)) return process;
  const bridge: Flow = { ...incoming, to: outgoing.to };
  return { ...process, flows: process.flows.flatMap((flow) => (flow === incoming ? [bridge] : flow === outgoing ? [] : [flow])) };
}
