import { z } from 'zod';
import type { Process } from '../process.ts';
import { stageIds, nameSchema, type StageId } from '../steps/defineStep.ts';
import type { Step } from '../steps/index.ts';
import { defineEdit } from './defineEdit.ts';
import { eachSame } from './renamed.ts';
import { named, newlyWrong, unknownStep } from './whyNot.ts';

/** Steps put elsewhere on the canvas; into another stage, or another subprocess (`null`: to the top), where one is named. `x`, `y` are relative to what then contains the step. */
export interface MoveSteps {
  edit: 'moveSteps';
  moves: { step: string; x: number; y: number; stage?: StageId; parent?: string | null }[];
}

/** Moves steps; dragging, aligning, distributing and laying out are all this. */
export const moveSteps = defineEdit<MoveSteps>({
  edit: 'moveSteps',
  title: { zh: '移动步骤', en: 'Move steps' },
  fields: z.strictObject({
    edit: z.literal('moveSteps'),
    moves: z
      .array(z.strictObject({ step: nameSchema, x: z.number(), y: z.number(), stage: z.enum(stageIds).optional(), parent: nameSchema.nullable().optional() }))
      .min(1),
  }),
  name(process, { moves: [first, ...others] }) {
    const name = named(process, first?.step ?? '');
    return others.length === 0 ? { zh: `移动“${name.zh}”`, en: `Move “${name.en}”` } : { zh: `移动 ${others.length + 1} 个步骤`, en: `Move ${others.length + 1} steps` };
  },
  allowed(process, { moves }) {
    const reason = unknownStep(process, ...moves.map((move) => move.step));
    if (reason) return reason;
    const lost = moves.find((move) => !Number.isFinite(move.x) || !Number.isFinite(move.y));
    if (lost) return { zh: `“${named(process, lost.step).zh}”没有可去的位置。`, en: `There is no such place for “${named(process, lost.step).en}”.` };
    const into = moves.filter((move) => move.parent !== undefined).map((move) => move.step);
    return into.length === 0 ? undefined : newlyWrong(process, moved(process, moves), new Set(into));
  },
  apply: (process, { moves }) => moved(process, moves),
  places: ({ moves }) => moves.map((move) => move.step),
});

function moved(process: Process, moves: MoveSteps['moves']): Process {
  const to = new Map(moves.map((move) => [move.step, move]));
  const steps = eachSame(process.steps, (step) => {
    const move = to.get(step.id);
    if (!move) return step;
    const stage = move.stage ?? step.stage;
    const parent = move.parent === undefined ? step.parent : (move.parent ?? undefined);
    if (move.x === step.position.x && move.y === step.position.y && stage === step.stage && parent === step.parent) return step;
    const { parent: _former, ...rest } = step;
    return { ...rest, ...(parent === undefined ? {} : { parent }), position: { x: move.x, y: move.y }, stage } as Step; // still of its kind
  });
  return steps === process.steps ? process : { ...process, steps };
}
