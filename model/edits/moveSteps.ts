import { z } from 'zod';
import { stageIds, nameSchema, type StageId } from '../steps/defineStep.ts';
import { defineEdit } from './defineEdit.ts';

/** Steps put elsewhere on the canvas, into another stage where one is named. */
export interface MoveSteps {
  edit: 'moveSteps';
  moves: { step: string; x: number; y: number; stage?: StageId }[];
}

/** Moves steps; dragging, aligning, distributing and laying out are all this. */
export const moveSteps = defineEdit<MoveSteps>({
  edit: 'moveSteps',
  title: { zh: '移动步骤', en: 'Move steps' },
  fields: z.strictObject({
    edit: z.literal('moveSteps'),
    moves: z.array(z.strictObject({ step: nameSchema, x: z.number(), y: z.number(), stage: z.enum(stageIds).optional() })).min(1),
  }),
  name(process, { moves: [first, ...others] }) {
    const name = process.steps.find((step) => step.id === first?.step)?.name;
    return others.length === 0 && name ? { zh: `移动“${name.zh}”`, en: `Move “${name.en}”` } : { zh: `移动 ${others.length + 1} 个步骤`, en: `Move ${others.length + 1} steps` };
  },
  allowed(process, { moves }) {
    const known = new Set(process.steps.map((step) => step.id));
    const missing = moves.find((move) => !known.has(move.step));
    return missing && { zh: `没有步骤“${missing.step}”。`, en: `There is no step “${missing.step}”.` };
  },
  apply(process, { moves }) {
    const to = new Map(moves.map((move) => [move.step, move]));
    let changed = false;
    const steps = process.steps.map((step) => {
      const move = to.get(step.id);
      if (!move || (move.x === step.position.x && move.y === step.position.y && (move.stage ?? step.stage) === step.stage)) return step;
      changed = true;
      return { ...step, position: { x: move.x, y: move.y }, stage: move.stage ?? step.stage };
    });
    return changed ? { ...process, steps } : process;
  },
});
