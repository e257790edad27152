import { useMemo } from 'react';
import type { Node } from '@xyflow/react';
import type { Process } from '../../../model/process.ts';
import { indexOf } from '../../../model/processIndex.ts';
import { kindOf, type Step } from '../../../model/steps/index.ts';
import type { Box } from '../../canvas/diagram.ts';
import type { Drawing } from '../../canvas/drawing.ts';
import { roundedPath } from '../../canvas/roundedPath.ts';
import type { EditorStore } from '../editorStore.ts';
import { snapped } from './alignment.ts';
import type { CanvasParts } from './gestures.ts';
import { dropOf, takenAlong } from './dropping.ts';

interface Drag {
  drawing: Drawing;
  process: Process;
  /** Steps that the edit names; what they contain and what sits on their borders comes along. */
  lead: Step[];
  ids: Set<string>;
  box: Box;
  start: { x: number; y: number };
  elements: { element: HTMLElement; box: Box; layer: string }[];
  lines: Map<string, SVGGElement>;
  frame: number;
  dx: number;
  dy: number;
}

/** Dragging steps without React: the elements and the touched flows are moved directly, and the draft is changed once, when they are dropped. */
export function useDragging(store: EditorStore, { drawing: draft, gestures }: CanvasParts, language: 'zh' | 'en') {
  return useMemo(() => {
    let drag: Drag | undefined;

    const begin = (first: Node, nodes: Node[], root: Element | null): void => {
      const { process } = store.getState().history;
      const drawing = draft.at(process, language);
      const index = indexOf(process);
      const chosen = new Set(nodes.map((node) => node.id));
      const lead = nodes.flatMap((node) => {
        const step = index.steps.get(node.id);
        const host = step && kindOf(step).attachedTo?.(step);
        return step && !(host !== undefined && chosen.has(host)) && !(step.parent !== undefined && chosen.has(step.parent)) ? [step] : [];
      });
      const ids = takenAlong(process, lead.map((step) => step.id));
      const box = drawing.boxes.get(first.id);
      if (!box || !root) return;
      const touched = new Set([...ids].flatMap((id) => [...(index.outgoing.get(id) ?? []), ...(index.incoming.get(id) ?? [])].map((flow) => flow.id)));
      const elements = [...ids].flatMap((id) => {
        const element = root.querySelector<HTMLElement>(`.react-flow__node[data-id="${id}"]`);
        const own = drawing.boxes.get(id);
        return element && own ? [{ element, box: own, layer: element.style.zIndex }] : [];
      });
      const lines = new Map([...touched].flatMap((id) => {
        const line = root.querySelector<SVGGElement>(`g[data-flow="${id}"]`);
        root.querySelector<HTMLElement>(`[data-flow-words="${id}"]`)?.classList.add('is-dragged');
        return line ? [[id, line] as const] : [];
      }));
      for (const { element, layer } of elements) element.style.zIndex = String(1_000 + Number(layer)); // over what it is dragged across
      drag = { drawing, process, lead, ids, box, start: { x: box.x, y: box.y }, elements, lines, frame: 0, dx: 0, dy: 0 };
    };

    const paint = (): void => {
      if (!drag) return;
      drag.frame = 0;
      for (const { element, box } of drag.elements) element.style.transform = `translate(${box.x + drag.dx}px, ${box.y + drag.dy}px)`;
      const ways = draft.preview(drag.ids, drag.dx, drag.dy);
      for (const [id, line] of drag.lines) {
        const way = roundedPath(ways.get(id) ?? []);
        line.querySelectorAll('.flow:not(.flow-default), .flow-reach').forEach((path) => path.setAttribute('d', way));
        line.querySelector('.flow-default')?.setAttribute('d', '');
      }
    };

    /** `x`, `y`: where the hand has the dragged step's corner; `reach`: how near a line pulls, in canvas units. */
    const go = (x: number, y: number, reach: number, free: boolean): void => {
      if (!drag) return;
      const { process, drawing, ids, box } = drag;
      const at = { ...box, x, y };
      const near: Box[] = [];
      for (const step of process.steps) {
        const other = drawing.boxes.get(step.id);
        if (other && !ids.has(step.id) && !kindOf(step).contains && Math.abs(other.x - x) < 900 && Math.abs(other.y - y) < 700) near.push(other);
      }
      const snap = snapped(at, near, reach, free);
      drag.dx = x + snap.dx - drag.start.x;
      drag.dy = y + snap.dy - drag.start.y;
      const [first] = dropOf(process, drawing, drag.lead.slice(0, 1), drag.dx, drag.dy).moves;
      const parent = first && 'parent' in first ? (first.parent ?? undefined) : drag.lead[0]?.parent;
      const before = gestures.getState().dragging;
      if (before?.guides.length !== 0 || snap.guides.length !== 0 || before.stage !== first?.stage || before.parent !== parent) {
        gestures.setState({ dragging: { guides: snap.guides, stage: first?.stage, parent } });
      }
      drag.frame ||= requestAnimationFrame(paint);
    };

    const end = (root: Element | null): void => {
      if (!drag) return;
      const { lead, dx, dy, drawing, process, elements, lines, frame } = drag;
      if (frame !== 0) cancelAnimationFrame(frame);
      drag = undefined;
      gestures.setState({ dragging: undefined });
      root?.querySelectorAll('.is-dragged').forEach((words) => words.classList.remove('is-dragged'));
      // Everything goes back to where React believes it is; what the edit moves, React then moves.
      for (const { element, box, layer } of elements) {
        element.style.transform = `translate(${box.x}px, ${box.y}px)`;
        element.style.zIndex = layer;
      }
      for (const [id, line] of lines) {
        const way = roundedPath(drawing.routes.get(id) ?? []);
        line.querySelectorAll('.flow:not(.flow-default), .flow-reach').forEach((path) => path.setAttribute('d', way));
      }
      if (lead.length > 0 && (dx !== 0 || dy !== 0) && process === store.getState().history.process) store.getState().perform(dropOf(process, drawing, lead, dx, dy));
    };

    return { begin, go, end };
  }, [store, draft, gestures, language]);
}
