import type { Node, NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { Band } from './stageBands.ts';

/** What React Flow carries for a stage band. */
export type BandNode = Node<{ stage: Band['stage'] }, 'band'>;

/** The tinted column of a stage. */
export const BandOnCanvas = memo(function BandOnCanvas({ data, width = 0, height = 0 }: NodeProps<BandNode>) {
  return <div style={{ width, height, background: `var(--${data.stage}-tint)` }} />;
});
