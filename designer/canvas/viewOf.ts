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
const margin = 20;
/** The scale at which names read well. */
const readable = 0.85;
/** Below this scale names can no longer be read: nothing is opened smaller unless the whole is asked for. */
const smallest = 0.7;

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

/** A readable view of single boxes with what stands around them: all of them where they fit, else the first. */
export function closeView(boxes: Box[], drawing: Drawing, screen: { width: number; height: number }): View {
  const [first] = boxes;
  if (!first) return wholeView(drawing, screen);
  const { whole } = drawing;
  const room = { width: screen.width, height: screen.height - titles };
  const area = around(boxes);
  const fitting = Math.min(room.width / (area.width + 2 * margin), room.height / (area.height + 2 * margin));
  const zoom = Math.min(Math.max(fitting, smallest), readable);
  const place = (part: { from: number; length: number }, one: { from: number; length: number }, all: { from: number; length: number }, space: number): number => {
    const seen = (part.length + 2 * margin) * zoom <= space ? part : one;
    const wished = space / 2 - (seen.from + seen.length / 2) * zoom;
    // Nothing beyond the edge of the drawing is worth the room.
    const last = space - (all.from + all.length) * zoom;
    const begin = -all.from * zoom;
    return last > begin ? (begin + last) / 2 : Math.min(Math.max(wished, last), begin);
  };
  const across = (box: Box) => ({ from: box.x, length: box.width });
  const down = (box: Box) => ({ from: box.y, length: box.height });
  const x = place(across(area), across(first), across(whole), room.width);
  // Up and down only what is beside the boxes counts: another stage may be much higher.
  const beside = [...drawing.boxes.values(), ...drawing.stepLabels.values()].filter((box) => (box.x + box.width) * zoom + x > 0 && box.x * zoom + x < room.width);
  const { y: top, height } = around([...beside, area]);
  return { zoom, x, y: titles + place(down(area), down(first), { from: top - margin, length: height + 2 * margin }, room.height) };
}

/** Whether any of the boxes is in sight. */
export function inSight(boxes: Box[], view: View, screen: { width: number; height: number }): boolean {
  return boxes.some((box) => {
    const middle = { x: (box.x + box.width / 2) * view.zoom + view.x, y: (box.y + box.height / 2) * view.zoom + view.y };
    return middle.x >= 0 && middle.x <= screen.width && middle.y >= titles && middle.y <= screen.height;
  });
}
