import { useTranslation } from 'react-i18next';
import { stageIds, type StageId } from '../../../model/steps/defineStep.ts';
import type { StageState } from '../../canvas/stageStates.ts';
import { Glyph, type GlyphName } from '../../theme/Glyph.tsx';

const glyphs: { [state in StageState]: GlyphName } = { reached: 'check', now: 'play', notRequired: 'dash', notReached: 'circle' };

/** The five stages in a row, each with how the case stands to it, as drawing and as word. */
export function StageBar({ states }: { states: Map<StageId, StageState> }) {
  const { t } = useTranslation();
  return (
    <ol className="stage-bar" aria-label={t('case.stages')}>
      {stageIds.map((stage) => {
        const state = states.get(stage) ?? 'notReached';
        const ink = `var(--${stage}-ink)`;
        return (
          <li key={stage} className={`is-${state}`} aria-current={state === 'now' ? 'step' : undefined} style={state === 'now' ? { background: ink, borderColor: ink } : state === 'reached' ? { color: ink, background: `var(--${stage}-tint)`, borderColor: ink } : {}}>
            <Glyph name={stage} />
            <span>{t(`stage.${stage}`)}</span>
            <span className="stage-state"><Glyph name={glyphs[state]} size={12} />{t(`stageState.${state}`)}</span>
          </li>
        );
      })}
    </ol>
  );
}
