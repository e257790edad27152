import { useStore } from '@xyflow/react';
import type { Text } from '../../model/text.ts';
import type { Stage } from '../../model/process.ts';
import { Glyph } from '../theme/Glyph.tsx';
import type { Band } from './stageBands.ts';

/** The stages' titles over their bands: always at the top edge and readable, however near or far one looks. */
export function StageTitles({ bands, stages, text }: { bands: Band[]; stages: Stage[]; text: (text: Text | undefined) => string }) {
  const [x, , zoom] = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  return (
    <div className="stage-titles" aria-hidden="true">
      {bands.map((band) => {
        const left = Math.max(band.x * zoom + x, 0);
        const right = Math.min((band.x + band.width) * zoom + x, width);
        return right - left < 28 ? null : (
          <div key={band.stage} style={{ left, width: right - left, color: `var(--${band.stage}-ink)`, background: `var(--${band.stage}-tint)` }}>
            <Glyph name={band.stage} size={15} />
            <span>{text(stages.find((stage) => stage.id === band.stage)?.name)}</span>
          </div>
        );
      })}
    </div>
  );
}
