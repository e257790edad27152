import { useStore, type Node, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { Glyph } from '../theme/Glyph.tsx';
import { titleHeight, type Band } from './stageBands.ts';

/** What React Flow carries for a stage band. */
export type BandNode = Node<{ stage: Band['stage']; title: string }, 'band'>;

/** The tinted column of a stage with its icon and title on top. */
export const BandOnCanvas = memo(function BandOnCanvas({ data, width = 0, height = 0 }: NodeProps<BandNode>) {
  // Seen from far away, the titles grow so that they can still be read.
  const size = useStore((state) => Math.min(44, Math.max(18, Math.round(13 / state.transform[2]))));
  return (
    <div className="band" style={{ width, height, background: `var(--${data.stage}-tint)`, color: `var(--${data.stage}-ink)` }}>
      <div className="band-title" style={{ height: titleHeight, fontSize: size }}>
        <Glyph name={data.stage} size={size} />
        <span>{data.title}</span>
      </div>
    </div>
  );
});
