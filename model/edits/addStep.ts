import { z } from 'zod';
import type { Flow, Process } from '../process.ts';
import { nameSchema } from '../steps/defineStep.ts';
import { kindOf, stepSchema, type Step } from '../steps/index.ts';
import { defineEdit } from './defineEdit.ts';
import { flowIdBase, freshId } from './freshId.ts';
import { malformedStep, misplaced, named, takenId, tooMany, unconnectable, unknownFlow, unknownStep } from './whyNot.ts';
import { withoutAbsent } from './withoutAbsent.ts';

/** A new step: by itself, put into a flow that then leads through it, or connected from the step after which it comes. */
export interface AddStep {
  edit: 'addStep';
  step: Step;
  onFlow?: string;
  after?: string;
}

/** Adds a step. A flow into which it is put keeps its identifier, condition and place among its siblings as the way to the new step. */
export const addStep = defineEdit<AddStep>({
  edit: 'addStep',
  title: { zh: '添加步骤', en: 'Add a step' },
  fields: z.strictObject({ edit: z.literal('addStep'), step: stepSchema, onFlow: nameSchema.optional(), after: nameSchema.optional() }),
  name(process, { step: { name }, onFlow, after }) {
    const flow = process.flows.find(({ id }) => id === onFlow);
    if (flow) {
      const [from, to] = [named(process, flow.from), named(process, flow.to)];
      return { zh: `在“${from.zh}”与“${to.zh}”之间插入“${name.zh}”`, en: `Insert “${name.en}” between “${from.en}” and “${to.en}”` };
    }
    if (after === undefined) return { zh: `添加“${name.zh}”`, en: `Add “${name.en}”` };
    const before = named(process, after);
    return { zh: `在“${before.zh}”之后添加“${name.zh}”`, en: `Add “${name.en}” after “${before.en}”` };
  },
  allowed(process, { step, onFlow, after }) {
    const steps = new Map(process.steps.map((other) => [other.id, other]));
    const reason = malformedStep(step) ?? takenId(process, step.id) ?? misplaced(step, steps.set(step.id, step)) ?? tooMany(process, kindOf(step).contains ? { steps: 3, flows: 2 } : { steps: 1, flows: 1 });
    if (reason) return reason;
    if (onFlow !== undefined && after !== undefined) return { zh: '一个步骤要么放进流向，要么接在步骤之后。', en: 'A step is put into a flow or behind a step, not both.' };
    if (after !== undefined) {
      const before = steps.get(after);
      return before && after !== step.id ? unconnectable(before, step) : unknownStep(process, after);
    }
    if (onFlow === undefined) return undefined;
    const flow = process.flows.find(({ id }) => id === onFlow);
    const [from, to] = [steps.get(flow?.from ?? ''), steps.get(flow?.to ?? '')];
    if (!flow) return unknownFlow(process, onFlow);
    return from && to ? (unconnectable(from, step) ?? unconnectable(step, to)) : unknownStep(process, flow.from, flow.to);
  },
  apply(process, { step, onFlow, after }) {
    const grown: Process = { ...process, steps: [...process.steps, withoutAbsent(step)] };
    const flow = process.flows.find(({ id }) => id === onFlow);
    const leading = (from: string, to: string): Flow => ({ id: freshId(grown, flowIdBase(from, to)), from, to });
    if (flow) return { ...grown, flows: process.flows.flatMap((other) => (other === flow ? [{ ...flow, to: step.id }, leading(step.id, flow.to)] : [other])) };
    return after === undefined ? grown : { ...grown, flows: [...process.flows, leading(after, step.id)] };
  },
});
