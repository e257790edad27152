import { useReactFlow, ViewportPortal } from '@xyflow/react';
import type { PointerEvent } from 'react';
import { allowed, type Edit } from '../../../model/edits/index.ts';
import type { Flow, Process } from '../../../model/process.ts';
import { kindOf } from '../../../model/steps/index.ts';
import type { Text } from '../../../model/text.ts';
import type { Box, Point } from '../../canvas/diagram.ts';
import type { Drawing } from '../../canvas/drawing.ts';
import { portOf } from '../../canvas/routeFlows.ts';
import { useText } from '../../language/useText.ts';
import { announce } from '../../shell/announce.ts';
import { useEditor, useEditorStore } from '../useEditor.ts';
import { useCanvasParts, useGesture } from './useCanvasParts.ts';
import { stepAt } from './hit.ts';

/** The edit that leading a flow (or a new one) to a step means. */
function leadTo(from: string, to: string, flow: Flow | undefined, end: 'from' | 'to'): Edit {
  if (!flow) return { edit: 'connect', from, to };
  return { edit: 'changeFlow', flow: flow.id, to: { ...flow, [end]: end === 'to' ? to : from } };
}

const sides = [0, 1, 2, 3] as const;

/** The grips from which a flow is drawn out of a step, or led to another step by one of its ends. What `allowed` says of the edit is seen while the hand moves. */
export function ConnectGrips({ process, drawing }: { process: Process; drawing: Drawing }) {
  const store = useEditorStore();
  const { drawing: draft, gestures } = useCanvasParts();
  const canvas = useReactFlow();
  const { text } = useText();
  const hovered = useGesture((gesture) => gesture.hovered);
  const busy = useGesture((gesture) => gesture.dragging !== undefined);
  const selection = useEditor((state) => state.selection);
  const only = selection.length === 1 ? selection[0] : undefined;
  const flow = process.flows.find((item) => item.id === only);
  const source = [hovered, only].flatMap((id) => process.steps.find((step) => step.id === id) ?? []).filter((step) => !kindOf(step).ends);
  const points = flow && drawing.routes.get(flow.id);

  const pull = (event: PointerEvent<Element>, from: string, led?: Flow, end: 'from' | 'to' = 'to') => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.preventDefault();
    const grip = event.currentTarget;
    grip.setPointerCapture(event.pointerId);
    let judged: { target: string; why: Text | undefined } | undefined;
    let last: Point = { x: 0, y: 0 };
    const move = (to: globalThis.PointerEvent) => {
      last = canvas.screenToFlowPosition({ x: to.clientX, y: to.clientY });
      const target = stepAt(process, drawing, last, new Set(), 8);
      const fixed = end === 'to' ? from : (led?.to ?? '');
      if (target === undefined || target === fixed) judged = undefined;
      else if (judged?.target !== target) judged = { target, why: allowed(process, end === 'to' ? leadTo(from, target, led, end) : leadTo(target, fixed, led, end)) };
      const line = end === 'to' ? draft.wayTo(from, judged?.target ?? last) : draft.wayTo(fixed, judged?.target ?? last).reverse();
      gestures.setState({ line, aim: judged && !judged.why ? judged.target : undefined, why: judged?.why && { reason: judged.why, at: last } });
    };
    const stop = (dropped: boolean) => {
      grip.removeEventListener('pointermove', move as EventListener);
      grip.removeEventListener('pointerup', up);
      grip.removeEventListener('pointercancel', cancel);
      document.removeEventListener('keydown', escape, true);
      gestures.setState({ line: undefined, aim: undefined, why: undefined });
      if (!dropped) return;
      if (judged?.why) announce(text(judged.why));
      else if (judged) store.getState().perform(end === 'to' ? leadTo(from, judged.target, led, end) : leadTo(judged.target, led?.to ?? '', led, end));
      // Let go over nothing: whatever is added there is what the flow was drawn for.
      else if (!led && stepAt(process, drawing, last, new Set(), 8) === undefined) gestures.setState({ quickAdd: { after: from, at: last } });
    };
    const up = () => stop(true);
    const cancel = () => stop(false);
    const escape = (key: KeyboardEvent) => {
      if (key.key !== 'Escape') return;
      key.stopPropagation();
      cancel();
    };
    grip.addEventListener('pointermove', move as EventListener);
    grip.addEventListener('pointerup', up);
    grip.addEventListener('pointercancel', cancel);
    document.addEventListener('keydown', escape, true);
  };

  if (busy) return null;
  const grip = (key: string, { x, y }: Point, onPointerDown: (event: PointerEvent<Element>) => void, className: string) => (
    <div key={key} className={`grip nopan nodrag ${className}`} style={{ transform: `translate(${x}px, ${y}px)` }} onPointerDown={onPointerDown} aria-hidden="true" />
  );
  const outside = (box: Box, side: (typeof sides)[number]): Point => {
    const port = portOf(box, side);
    return { x: port.x + [10, 0, -10, 0][side]!, y: port.y + [0, 10, 0, -10][side]! }; // four sides
  };
  return (
    <ViewportPortal>
      {[...new Set(source)].flatMap((step) => {
        const box = drawing.boxes.get(step.id);
        return box ? sides.map((side) => grip(`${step.id} ${side}`, outside(box, side), (event) => pull(event, step.id), 'grip-out')) : [];
      })}
      {flow && points && points.length > 1 && [
        grip('from', points[0]!, (event) => pull(event, flow.from, flow, 'from'), 'grip-end'), // length checked above
        grip('to', points.at(-1)!, (event) => pull(event, flow.from, flow, 'to'), 'grip-end'), // length checked above
      ]}
    </ViewportPortal>
  );
}
