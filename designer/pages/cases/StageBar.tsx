import { useTranslation } from 'react-i18next';
import { stageIds, type StageId } from '../../../model/steps/defineStep.ts';
import { Glyph } from '../../theme/Glyph.tsx';

/** The five stages in a row: those behind, the one where it stands, those to come. */
export function StageBar({ current, closed }: { current: StageId | undefined; closed: boolean }) {
  const { t } = useTranslation();
  const at = current ? stageIds.indexOf(current) : -1;
  return (
    <ol className="stage-bar" aria-label={t('case.stages')}>
      {stageIds.map((stage, index) => {
        const here = index === at;
        const behind = closed || index < at;
        return (
          <li key={stage} aria-current={here ? 'step' : undefined} style={{ color: here ? 'var(--surface)' : `var(--${stage}-ink)`, background: here ? `var(--${stage}-ink)` : behind ? `var(--${stage}-tint)` : 'var(--surface)', borderColor: here || behind ? `var(--${stage}-ink)` : 'var(--rule)' }}>
            <Glyph name={behind && !here && at >= 0 ? 'check' : stage} />
            <span>{t(`stage.${stage}`)}</span>
          </li>
        );
      })}
    </ol>
  );
}
