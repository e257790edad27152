import { ViewportPortal } from '@xyflow/react';
import { memo, useMemo } from 'react';
import type { Flow, Process } from '../../../model/process.ts';
import { useText } from '../../language/useText.ts';
import type { Box, Point } from '../../canvas/diagram.ts';
import type { Drawing } from '../../canvas/drawing.ts';
import type { Change } from '../../canvas/layer.ts';
import { middleOf } from '../../canvas/middleOf.ts';
import { roundedPath } from '../../canvas/roundedPath.ts';
import { stateGlyph } from '../../canvas/StepShape.tsx';
import { GlyphParts } from '../../theme/Glyph.tsx';
import { FaultBadge } from '../problems/FaultBadge.tsx';
import type { Faults } from '../problems/faultsByPlace.ts';
import { useEditor, useEditorStore } from '../useEditor.ts';
import { useGesture } from './useCanvasParts.ts';

function defaultMark([start, second]: Point[]): string {
  if (!start || !second) return '';
  if (start.y === second.y) return `M${start.x + Math.sign(second.x - start.x) * 6} ${start.y + 5}l${Math.sign(second.x - start.x) * 8} -10`;
  return `M${start.x - 5} ${start.y + Math.sign(second.y - start.y) * 6}l10 ${Math.sign(second.y - start.y) * 8}`;
}

const FlowLine = memo(function FlowLine({ flow, points, state, change, onSelect, onInspect }: { flow: Flow; points: Point[]; state: 'selected' | 'taken' | 'aimed' | undefined; change: Change | undefined; onSelect: (flow: string, more: boolean) => void; onInspect: (flow: string) => void }) {
  const way = roundedPath(points);
  const mark = change && stateGlyph[change];
  const middle = mark && middleOf(points);
  return (
    <g data-flow={flow.id} className={state ? `draft-flow is-${state}` : change ? `draft-flow is-${change}` : 'draft-flow'}>
      <path className="flow" d={way} markerEnd={state ? `url(#tip-${state})` : 'url(#tip)'} />
      {flow.isDefault && <path className="flow flow-default" d={defaultMark(points)} />}
      {mark && middle && (
        <g className="draft-flow-mark" transform={`translate(${middle.x - 9} ${middle.y - 9})`}>
          <circle cx="9" cy="9" r="8.5" />
          <g transform="translate(3 3) scale(0.75)"><GlyphParts name={mark} /></g>
        </g>
      )}
      <path className="flow-reach" d={way} onClick={(event) => onSelect(flow.id, event.shiftKey || event.ctrlKey || event.metaKey)} onDoubleClick={() => onInspect(flow.id)} />
    </g>
  );
});

const FlowWords = memo(function FlowWords({ flow, label, faults, tint, at, onSelect, onInspect }: { flow: Flow; label: { box: Box; text: string } | undefined; faults: Faults | undefined; tint: string; at: Point; onSelect: (flow: string, more: boolean) => void; onInspect: (flow: string) => void }) {
  return (
    <div data-flow-words={flow.id} onClick={(event) => onSelect(flow.id, event.shiftKey)} onDoubleClick={() => onInspect(flow.id)}>
      {label && <div className="flow-label" title={flow.condition} style={{ transform: `translate(${label.box.x}px, ${label.box.y}px)`, width: label.box.width, background: tint }}>{label.text}</div>}
      {faults && <div className="flow-faults" style={{ transform: `translate(${at.x}px, ${at.y}px)` }}><FaultBadge faults={faults} /></div>}
    </div>
  );
});

const tips = ['', '-selected', '-taken', '-aimed'];

/** All flows of a draft in one picture under the steps, their words above. React Flow draws none of them: a thousand edges of its own would each listen to every change. */
export function FlowsOnCanvas({ process, drawing, faults }: { process: Process; drawing: Drawing; faults: ReadonlyMap<string, Faults> }) {
  const store = useEditorStore();
  const { language } = useText();
  const selection = useEditor((state) => state.selection);
  const taken = useEditor((state) => state.layer?.taken);
  const changes = useEditor((state) => state.layer?.flows);
  const aim = useGesture((gesture) => gesture.aim);
  const selected = useMemo(() => new Set(selection), [selection]);
  const onSelect = useMemo(() => (flow: string, more: boolean) => {
    const { selection: now, select } = store.getState();
    select(more ? (now.includes(flow) ? now.filter((id) => id !== flow) : [...now, flow]) : [flow]);
  }, [store]);
  const onInspect = useMemo(() => (flow: string) => store.getState().seek({ flow, field: 'condition' }), [store]);
  const tints = useMemo(() => new Map(process.steps.map((step) => [step.id, step.parent === undefined ? `var(--${step.stage}-tint)` : 'var(--canvas)'])), [process.steps]);
  return (
    <ViewportPortal>
      <svg className={taken && !changes ? 'draft-flows has-layer' : 'draft-flows'} aria-hidden="true">
        <defs>
          {tips.map((tip) => (
            <marker key={tip} id={`tip${tip}`} className={`tip tip${tip}`} viewBox="0 0 10 10" refX="9" refY="5" markerWidth={9} markerHeight={9} markerUnits="userSpaceOnUse" orient="auto-start-reverse">
              <path d="M0 0.5L10 5L0 9.5z" />
            </marker>
          ))}
        </defs>
        {process.flows.map((flow) => {
          const points = drawing.routes.get(flow.id);
          const state = aim === flow.id ? 'aimed' : selected.has(flow.id) ? 'selected' : taken?.has(flow.id) ? 'taken' : undefined;
          return points && <FlowLine key={flow.id} flow={flow} points={points} state={state} change={changes?.get(flow.id)} onSelect={onSelect} onInspect={onInspect} />;
        })}
      </svg>
      {process.flows.map((flow) => {
        const label = drawing.flowLabels.get(flow.id);
        const fault = faults.get(flow.id);
        const start = drawing.routes.get(flow.id)?.[0];
        return (label || fault) && start ? <FlowWords key={`${flow.id} ${language}`} flow={flow} label={label} faults={fault} tint={tints.get(flow.from) ?? 'var(--canvas)'} at={start} onSelect={onSelect} onInspect={onInspect} /> : null;
      })}
    </ViewportPortal>
  );
}
