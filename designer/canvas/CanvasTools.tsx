import { useTranslation } from 'react-i18next';
import type { Stage } from '../../model/process.ts';
import type { StageId } from '../../model/steps/defineStep.ts';
import { useText } from '../language/useText.ts';
import { Glyph } from '../theme/Glyph.tsx';

/** The buttons over a canvas: look at the whole, at where the case stands, at one stage, closer or from further away. */
export function CanvasTools({ stages, here, onHere, onLook, onZoom }: { stages: Stage[]; here?: string | undefined; onHere: () => void; onLook: (stage: StageId | undefined) => void; onZoom: (closer: boolean) => void }) {
  const { t } = useTranslation();
  const { text } = useText();
  return (
    <div className="canvas-tools no-print" role="toolbar" aria-label={t('canvas.tools')}>
      <button type="button" className="canvas-tool" onClick={() => onLook(undefined)}>{t('canvas.whole')}</button>
      {here && <button type="button" className="canvas-tool" onClick={onHere}><Glyph name="onSiteCheck" />{here}</button>}
      {stages.map((stage) => (
        <button key={stage.id} type="button" className="canvas-tool" style={{ color: `var(--${stage.id}-ink)` }} onClick={() => onLook(stage.id)}>
          <Glyph name={stage.id} />
          {text(stage.name)}
        </button>
      ))}
      <button type="button" className="canvas-tool" aria-label={t('canvas.closer')} title={t('canvas.closer')} onClick={() => onZoom(true)}>＋</button>
      <button type="button" className="canvas-tool" aria-label={t('canvas.further')} title={t('canvas.further')} onClick={() => onZoom(false)}>－</button>
      {here && <span className="note canvas-legend"><svg width="26" height="8" aria-hidden="true"><path className="flow is-taken" d="M0 4h26" /></svg>{t('canvas.taken')}</span>}
      {!here && <span className="note canvas-legend"><svg width="26" height="14" aria-hidden="true"><rect className="legend-notRequired" x="1" y="1" width="24" height="12" rx="3" /></svg>{t('canvas.never')}</span>}
      <span className="note">{t('canvas.keys')}</span>
    </div>
  );
}
