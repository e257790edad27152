import type { Node, NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { StepBody, type StepNode } from '../../canvas/StepOnCanvas.tsx';
import { FaultBadge } from '../problems/FaultBadge.tsx';
import type { Faults } from '../problems/faultsByPlace.ts';

/** What React Flow carries for a step of a draft. */
export type DraftNode = Node<StepNode['data'] & { faults: Faults | undefined; disc: boolean }, 'draft'>;

/** A step of a draft: what it looks like, and how much is wrong with it. */
export const DraftStep = memo(function DraftStep({ data, width = 0, height = 0, selected }: NodeProps<DraftNode>) {
  return (
    <StepBody data={data} width={width} height={height} selected={selected}>
      {data.disc && <span className="disc" style={{ transform: 'translate(12px, 0)' }} />}
      {data.faults && <FaultBadge faults={data.faults} className="step-faults" />}
    </StepBody>
  );
}, (before, now) => before.data === now.data && before.selected === now.selected && before.width === now.width && before.height === now.height); // where it stands is its element's business
