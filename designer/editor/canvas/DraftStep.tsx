import type { Node, NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { StepBody } from '../../canvas/StepOnCanvas.tsx';
import { FaultBadge } from '../problems/FaultBadge.tsx';
import type { DraftData } from './DraftNodes.ts';

/** A step of a draft: what it looks like, and how much is wrong with it. */
export const DraftStep = memo(function DraftStep({ data, width = 0, height = 0, selected }: NodeProps<Node<DraftData, 'draft'>>) {
  return (
    <StepBody data={data} width={width} height={height} selected={selected}>
      {data.disc && <span className="disc" style={{ transform: 'translate(12px, 0)' }} />}
      {data.faults && <FaultBadge faults={data.faults} className="step-faults" />}
    </StepBody>
  );
}, (before, now) => before.data === now.data && before.selected === now.selected && before.width === now.width && before.height === now.height); // where it stands is its element's business
