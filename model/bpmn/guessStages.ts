import type { Box } from '../diagram/box.ts';
import type { Stage } from '../process.ts';
import { stageIds, type StageId } from '../steps/defineStep.ts';
import { kindOf, type Step } from '../steps/index.ts';
import { stepSize } from '../steps/stepSize.ts';

/** The stage a text speaks of: its identifier, or its name in a language. */
export function stageNamed(text: string, stages: readonly Stage[]): StageId | undefined {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return undefined;
  const own = stageIds.find((stage) => wanted === `stage_${stage}`.toLowerCase() || wanted === stage.toLowerCase());
  return own ?? stages.find(({ name }) => wanted.includes(name.zh) || wanted.includes(name.en.toLowerCase()))?.id;
}

function middle(step: Step): number {
  return step.position.x + stepSize(step).width / 2;
}

/**
 * Steps with a stage each. Where the file does not say: the stage of the frame or lane around a step (`known`), else that of the nearest step
 * whose stage is known, and where none is, five columns from left to right. A border event is where its host is, a step in a subprocess where that is.
 */
export function guessStages(steps: readonly Step[], staged: ReadonlySet<string>, known: ReadonlyMap<string, StageId>): Step[] {
  const top = steps.filter((step) => step.parent === undefined && kindOf(step).attachedTo === undefined);
  const anchors = top.flatMap((step) => {
    const stage = staged.has(step.id) ? step.stage : known.get(step.id);
    return stage === undefined ? [] : [{ at: middle(step), stage }];
  });
  const left = top.reduce((least, step) => Math.min(least, middle(step)), Infinity);
  const right = top.reduce((most, step) => Math.max(most, middle(step)), -Infinity);
  const stages = new Map<string, StageId>();
  for (const step of top) {
    const at = middle(step);
    const nearest = anchors.reduce<{ at: number; stage: StageId } | undefined>((best, anchor) => (!best || Math.abs(anchor.at - at) < Math.abs(best.at - at) ? anchor : best), undefined);
    const column = right > left ? Math.min(Math.floor(((at - left) / (right - left)) * stageIds.length), stageIds.length - 1) : 0;
    stages.set(step.id, known.get(step.id) ?? nearest?.stage ?? stageIds[column] ?? 'declaration');
  }
  const byId = new Map(steps.map((step) => [step.id, step]));
  const stageOf = (step: Step, depth = 0): StageId => {
    if (staged.has(step.id)) return step.stage;
    const around = byId.get(kindOf(step).attachedTo?.(step) ?? step.parent ?? '');
    return stages.get(step.id) ?? (around && depth < steps.length ? stageOf(around, depth + 1) : undefined) ?? step.stage;
  };
  return steps.map((step) => ({ ...step, stage: stageOf(step) }));
}

/** The steps whose middle lies in each named frame. */
export function inFrames(frames: readonly { stage: StageId; box: Box }[], drawn: ReadonlyMap<string, Box>): Map<string, StageId> {
  const found = new Map<string, StageId>();
  for (const [id, box] of drawn) {
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    const frame = frames.find(({ box: around }) => x >= around.x && x <= around.x + around.width && y >= around.y && y <= around.y + around.height);
    if (frame) found.set(id, frame.stage);
  }
  return found;
}
