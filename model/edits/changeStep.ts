import { z } from 'zod';
import type { Process } from '../process.ts';
import { nameSchema } from '../steps/defineStep.ts';
import { kindOf, stepSchema, type Step } from '../steps/index.ts';
import { defineEdit } from './defineEdit.ts';
import { nameOfChange } from './nameOfChange.ts';
import { renamedProcess } from './renamed.ts';
import { malformedParts, malformedStep, named, newlyWrong, takenId, unknownStep } from './whyNot.ts';
import { withoutAbsent } from './withoutAbsent.ts';

/** A step with other fields, maybe of another kind or under another identifier, which everything that speaks of it then uses. */
export interface ChangeStep {
  edit: 'changeStep';
  step: string;
  to: Step;
}

/** Changes the fields of a step. */
export const changeStep = defineEdit<ChangeStep>({
  edit: 'changeStep',
  title: { zh: '修改步骤', en: 'Change a step' },
  fields: z.strictObject({ edit: z.literal('changeStep'), step: nameSchema, to: stepSchema }),
  name(process, { step: id, to }) {
    const step = process.steps.find((candidate) => candidate.id === id);
    if (step) return nameOfChange(process, step, to);
    const name = named(process, id);
    return { zh: `修改“${name.zh}”`, en: `Change “${name.en}”` };
  },
  allowed(process, { step: id, to }) {
    const reason = unknownStep(process, id) ?? malformedStep(to) ?? (to.id === id ? undefined : takenId(process, to.id));
    if (reason) return reason;
    const step = process.steps.find((candidate) => candidate.id === id);
    if (!step || (kindOf(step) === kindOf(to) && step.parent === to.parent && to.id === id && hostOf(step) === hostOf(to))) return undefined;
    const before = renamedProcess(withStep(process, id, { ...step, id: to.id }), renames(id, to));
    return malformedParts(process, before) ?? newlyWrong(before, withStep(before, to.id, to), new Set([to.id]));
  },
  apply: (process, { step: id, to }) => withStep(process, id, withoutAbsent(to)),
  renames: (_process, { step: id, to }) => (to.id === id ? {} : renames(id, to)),
});

const hostOf = (step: Step): unknown => ('host' in step ? step.host : undefined);
const renames = (id: string, to: Step) => ({ steps: new Map([[id, to.id]]) });
const withStep = (process: Process, id: string, step: Step): Process => ({ ...process, steps: process.steps.map((other) => (other.id === id ? step : other)) });
