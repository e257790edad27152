import { useMemo } from 'react';
import type { Text } from '../../model/text.ts';
import { stepKinds } from '../../model/steps/index.ts';
import { drawingOf } from './drawing.ts';
import type { Diagram } from './diagram.ts';
import type { Layer } from './layer.ts';
import { roundedPath } from './roundedPath.ts';
import { StepShape } from './StepShape.tsx';
import './canvas.css';

/** A process as a small picture without words, drawn from the same geometry as the canvas; what no case needs is hollow and dashed. `label` is read aloud in its place. */
export function Thumbnail({ diagram, language, label, layer }: { diagram: Diagram; language: keyof Text; label: string; layer?: Layer | undefined }) {
  const drawing = useMemo(() => drawingOf({ steps: diagram.steps.map((step) => ({ ...step, name: undefined })), flows: diagram.flows }, language), [diagram, language]);
  const { whole } = drawing;
  // A stage none of whose work is needed loses its colour, so that measures differ at a glance.
  const needed = new Set(diagram.steps.filter((step) => layer || (stepKinds[step.kind].look.shape === 'task' && step.required !== 'never')).map((step) => step.stage));
  // The way that was taken is drawn last, over the others.
  const flows = layer ? [...diagram.flows].sort((a, b) => Number(layer.taken.has(a.id)) - Number(layer.taken.has(b.id))) : diagram.flows;
  return (
    <svg role="img" aria-label={label} viewBox={`${whole.x} ${whole.y} ${whole.width} ${whole.height}`} width="100%" preserveAspectRatio="xMidYMid meet" className="thumbnail">
      {drawing.bands.map((band) => (
        <rect key={band.stage} x={band.x} y={band.y} width={band.width} height={band.height} fill={needed.has(band.stage) ? `var(--${band.stage}-tint)` : 'var(--surface)'} />
      ))}
      {flows.map((flow) => (
        <path key={flow.id} d={roundedPath(drawing.routes.get(flow.id) ?? [], 16)} fill="none" stroke={layer?.taken.has(flow.id) ? 'var(--ink)' : 'var(--line)'} strokeWidth={layer?.taken.has(flow.id) ? 2 : 1} opacity={layer && !layer.taken.has(flow.id) ? 0.6 : 1} vectorEffect="non-scaling-stroke" />
      ))}
      {diagram.steps.map((step) => {
        const box = drawing.boxes.get(step.id);
        return box ? (
          <g key={step.id} transform={`translate(${box.x} ${box.y})`}>
            <StepShape step={step} width={box.width} height={box.height} state={layer ? layer.marks.get(step.id)?.state : step.required === 'never' ? 'notRequired' : 'done'} plain />
          </g>
        ) : null;
      })}
      {layer?.discs.map((disc) => {
        const box = drawing.boxes.get(disc.step);
        return box ? <circle key={disc.id} cx={box.x + box.width / 2} cy={box.y + box.height / 2} r={drawing.whole.width / 180} fill="var(--ink)" stroke="var(--surface)" strokeWidth="2" vectorEffect="non-scaling-stroke" /> : null;
      })}
    </svg>
  );
}
