import { EdgeLabelRenderer, type Edge, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import type { Box, Point } from './diagram.ts';
import { roundedPath } from './roundedPath.ts';

/** What React Flow carries for a flow. */
export type FlowEdge = Edge<{ points: Point[]; label: { box: Box; text: string } | undefined; hover: string | undefined; isDefault: boolean; taken: boolean; tint: string }, 'flow'>;

/** A flow on the canvas: orthogonal with rounded corners, its condition on the line. */
export const FlowOnCanvas = memo(function FlowOnCanvas({ id, data, markerEnd }: EdgeProps<FlowEdge>) {
  if (!data) return null;
  const [start, second] = data.points;
  const flat = start && second && start.y === second.y;
  return (
    <>
      <path id={id} className={data.taken ? 'flow is-taken' : 'flow'} d={roundedPath(data.points)} markerEnd={markerEnd} />
      {data.isDefault && start && second && (
        <path className="flow" d={flat ? `M${start.x + 6} ${start.y + 5}l8 -10` : `M${start.x - 5} ${start.y + Math.sign(second.y - start.y) * 6}l10 ${Math.sign(second.y - start.y) * 8}`} />
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
