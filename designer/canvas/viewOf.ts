import type { StageId } from '../../model/steps/defineStep.ts';
import { around, type Box, type DrawnStep } from './diagram.ts';
import type { Drawing } from './drawing.ts';

/** Where the canvas looks: the shift in screen pixels, and the scale. */
export interface View {
  x: number;
  y: number;
  zoom: number;
}

const titles = 32;
const nearest = 1.1;
/** Below this scale names can no longer be read. */
const readable = 0.85;

/** The view of everything, whole. */
export function wholeView(drawing: Drawing, screen: { width: number; height: number }): View {
  const { whole } = drawing;
  const zoom = Math.min(screen.width / whole.width, (screen.height - titles) / whole.height, nearest);
  return { zoom, x: (screen.width - whole.width * zoom) / 2 - whole.x * zoom, y: titles + (screen.height - titles - whole.height * zoom) / 2 - whole.y * zoom };
}

/**
 * A readable view of one stage: all of it where it fits, else from its left, or around the boxes that matter most (`centre`).
 */
export function stageView(stage: StageId, steps: DrawnStep[], drawing: Drawing, screen: { width: number; height: number }, centre: Box[]): View {
  const boxes = steps.filter((step) => step.stage === stage).flatMap((step) => [drawing.boxes.get(step.id), drawing.stepLabels.get(step.id)].filter((box) => box !== undefined));
  if (boxes.length === 0) return wholeView(drawing, screen);
  const area = around(boxes);
  const margin = 20;
  const zoom = Math.min(Math.max(Math.min(screen.width / (area.width + 2 * margin), (screen.height - titles) / (area.height + 2 * margin)), readable), nearest);
  const focus = centre.length ? around(centre) : undefined;
  const place = (from: number, length: number, room: number, middle: number | undefined): number => {
    const needed = (length + 2 * margin) * zoom;
    if (needed <= room) return (room - length * zoom) / 2 - from * zoom;
    const wished = middle === undefined ? margin * zoom - from * zoom : room / 2 - middle * zoom;
    const first = margin * zoom - from * zoom;
    const last = room - (from + length + margin) * zoom;
    return Math.min(Math.max(wished, last), first);
  };
  const start = boxes[0];
  const height = screen.height - titles;
  return {
    zoom,
    x: place(area.x, area.width, screen.width, focus && focus.x + focus.width / 2),
    y: titles + place(area.y, area.height, height, focus ? focus.y + focus.height / 2 : start && start.y + start.height / 2),
  };
}
