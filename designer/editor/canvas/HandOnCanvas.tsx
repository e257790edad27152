import { useViewport, ViewportPortal } from '@xyflow/react';
import { useMemo } from 'react';
import type { Process } from '../../../model/process.ts';
import type { Drawing } from '../../canvas/drawing.ts';
import { roundedPath } from '../../canvas/roundedPath.ts';
import { useText } from '../../language/useText.ts';
import { useGesture } from './useCanvasParts.ts';
import { stagePlaces } from './stagePlaces.ts';

/** What is seen of a hand at work: lines of alignment, the stage and step that would be hit, a flow that is being drawn, and why not. */
export function HandOnCanvas({ process, drawing }: { process: Process; drawing: Drawing }) {
  const { text } = useText();
  const dragging = useGesture((gesture) => gesture.dragging);
  const line = useGesture((gesture) => gesture.line);
  const aim = useGesture((gesture) => gesture.aim);
  const why = useGesture((gesture) => gesture.why);
  const adding = useGesture((gesture) => gesture.adding);
  const places = useMemo(() => stagePlaces(process.stages, drawing.bands, drawing.whole), [process.stages, drawing]);
  const { zoom } = useViewport();
  const aimed = drawing.boxes.get(aim ?? dragging?.parent ?? '');
  return (
    <ViewportPortal>
      {(dragging !== undefined || adding !== undefined) && places.map((place) => (place.empty || place.stage === dragging?.stage) && (
        <div key={place.stage} className={place.empty ? 'stage-strip is-empty' : 'stage-strip'} style={{ transform: `translate(${place.x}px, ${place.y}px)`, width: place.width, height: place.height, color: `var(--${place.stage}-ink)` }}>
          {place.empty && text(process.stages.find((stage) => stage.id === place.stage)?.name)}
        </div>
      ))}
      <svg className="draft-hand" aria-hidden="true">
        {dragging?.guides.map(({ along, at, from, to }, i) => <path key={i} className="guide" strokeWidth={1 / zoom} d={along === 'x' ? `M${at} ${from - 12}V${to + 12}` : `M${from - 12} ${at}H${to + 12}`} />)}
        {aimed && <rect className="aim" x={aimed.x - 6} y={aimed.y - 6} width={aimed.width + 12} height={aimed.height + 12} rx={10} />}
        {line && line.length > 1 && <path className={why ? 'drawn-flow is-barred' : 'drawn-flow'} d={roundedPath(line)} markerEnd="url(#tip-aimed)" />}
      </svg>
      {why && <div className="why-not" role="status" style={{ transform: `translate(${why.at.x + 14 / zoom}px, ${why.at.y + 14 / zoom}px) scale(${1 / zoom})` }}>{text(why.reason)}</div>}
    </ViewportPortal>
  );
}
