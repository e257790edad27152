import { EdgeLabelRenderer, type Edge, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { Glyph } from '../theme/Glyph.tsx';
import type { Box, Point } from './diagram.ts';
import type { Change } from './layer.ts';
import { middleOf } from './middleOf.ts';
import { roundedPath } from './roundedPath.ts';
import { stateGlyph } from './StepShape.tsx';

/** What React Flow carries for a flow. */
export type FlowEdge = Edge<{ points: Point[]; label: { box: Box; text: string } | undefined; hover: string | undefined; isDefault: boolean; taken: boolean; tint: string; change?: Change | undefined; changeName?: string | undefined }, 'flow'>;

/** A flow on the canvas: orthogonal with rounded corners, its condition on the line. */
export const FlowOnCanvas = memo(function FlowOnCanvas({ id, data, markerEnd }: EdgeProps<FlowEdge>) {
  if (!data) return null;
  const [start, second] = data.points;
  const mark = data.change && stateGlyph[data.change];
  const middle = mark && middleOf(data.points);
  const flat = start && second && start.y === second.y;
  return (
    <>
      <path id={id} className={data.change ? `flow is-${data.change}` : data.taken ? 'flow is-taken' : 'flow'} d={roundedPath(data.points)} markerEnd={markerEnd} />
      {data.isDefault && start && second && (
        <path className="flow" d={flat ? `M${start.x + 6} ${start.y + 5}l8 -10` : `M${start.x - 5} ${start.y + Math.sign(second.y - start.y) * 6}l10 ${Math.sign(second.y - start.y) * 8}`} />
      )}
      {mark && middle && (
        <EdgeLabelRenderer>
          <div className={`flow-mark is-${data.change}`} title={data.changeName} style={{ transform: `translate(${middle.x - 9}px, ${middle.y - 9}px)` }}>
            <Glyph name={mark} size={11} />
            <span className="read-aloud">{data.changeName}</span>
          </div>
        </EdgeLabelRenderer>
      )}
      {data.label && (
        <EdgeLabelRenderer>
          <div className="flow-label" title={data.hover} style={{ transform: `translate(${data.label.box.x}px, ${data.label.box.y}px)`, width: data.label.box.width, background: data.tint }}>
            {data.label.text}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
