import { stageIds, type StageId } from '../../model/steps/defineStep.ts';
import type { Box, DrawnStep } from './diagram.ts';

/** The tinted column behind the steps of one stage. */
export interface Band extends Box {
  stage: StageId;
}

const gap = 28;

/** One band per stage that has steps, from left to right without holes. */
export function stageBands(steps: DrawnStep[], boxes: Map<string, Box>, below = 44): Band[] {
  const spans = stageIds.flatMap((stage) => {
    const own = steps.filter((step) => step.stage === stage && step.parent === undefined).flatMap((step) => boxes.get(step.id) ?? []);
    if (own.length === 0) return [];
    return [{ stage, left: Math.min(...own.map((box) => box.x)), right: Math.max(...own.map((box) => box.x + box.width)) }];
  });
  const all = [...boxes.values()];
  if (all.length === 0) return [];
  const top = Math.min(...all.map((box) => box.y)) - 36;
  const bottom = Math.max(...all.map((box) => box.y + box.height)) + below;
  let left = (spans[0]?.left ?? 0) - gap;
  return spans.map((span, index) => {
    const next = spans[index + 1];
    const between = next ? (span.right < next.left ? (span.right + next.left) / 2 : next.left - gap) : span.right + gap;
    const right = Math.max(between, left + 1);
    const band = { stage: span.stage, x: left, y: top, width: right - left, height: bottom - top };
    left = right;
    return band;
  });
}
