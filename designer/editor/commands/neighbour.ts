import type { Process } from '../../../model/process.ts';
import { indexOf } from '../../../model/processIndex.ts';
import type { Step } from '../../../model/steps/index.ts';
import type { Drawing } from '../../canvas/drawing.ts';

/** The step to which an arrow key leads: along a flow to the right, back along one to the left, up and down to the nearest in the same column; the first step where none is selected. */
export function neighbour(process: Process, drawing: Drawing, from: string | undefined, key: string): Step | undefined {
  const index = indexOf(process);
  const here = from === undefined ? undefined : drawing.boxes.get(from);
  if (from === undefined || !here) return process.steps[0];
  const middle = { x: here.x + here.width / 2, y: here.y + here.height / 2 };
  const along = key === 'ArrowRight' ? (index.outgoing.get(from) ?? []).map((flow) => flow.to) : key === 'ArrowLeft' ? (index.incoming.get(from) ?? []).map((flow) => flow.from) : undefined;
  const candidates = along ? along.flatMap((id) => index.steps.get(id) ?? []) : process.steps.filter((step) => step.id !== from);
  let best: { step: Step; away: number } | undefined;
  for (const step of candidates) {
    const box = drawing.boxes.get(step.id);
    if (!box) continue;
    const dx = Math.abs(box.x + box.width / 2 - middle.x);
    const dy = box.y + box.height / 2 - middle.y;
    if (!along && (key === 'ArrowUp' ? dy > -8 : dy < 8)) continue;
    const away = along ? Math.abs(dy) : dx * 3 + Math.abs(dy);
    if (!best || away < best.away) best = { step, away };
  }
  return best?.step;
}
