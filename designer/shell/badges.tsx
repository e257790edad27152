import { useTranslation } from 'react-i18next';
import type { CaseRow } from '../../model/api.ts';
import type { Origin } from '../../model/origin.ts';
import type { StageId } from '../../model/steps/defineStep.ts';
import { Glyph, type GlyphName } from '../theme/Glyph.tsx';

/** A stage with its colour, icon and word. */
export function StageBadge({ stage }: { stage: StageId }) {
  const { t } = useTranslation();
  return (
    <span className="badge" style={{ color: `var(--${stage}-ink)`, background: `var(--${stage}-tint)` }}>
      <Glyph name={stage} size={13} />
      {t(`stage.${stage}`)}
    </span>
  );
}

const looks: { [status in CaseRow['status']]: { glyph: GlyphName; color: string } } = {
  starting: { glyph: 'clock', color: 'var(--ink-soft)' },
  scheduled: { glyph: 'clock', color: 'var(--ink-soft)' },
  running: { glyph: 'play', color: 'var(--accent)' },
  suspended: { glyph: 'pause', color: 'var(--warn)' },
  incident: { glyph: 'error', color: 'var(--danger)' },
  closed: { glyph: 'check', color: 'var(--ink-soft)' },
};

/** How a case stands, with icon and word; a closed one says how it came out. */
export function StatusBadge({ status, outcome }: { status: CaseRow['status']; outcome?: string | undefined }) {
  const { t } = useTranslation();
  const known = { disbursed: t('outcome.disbursed'), refused: t('outcome.refused'), lapsed: t('outcome.lapsed'), withdrawn: t('outcome.withdrawn'), terminated: t('outcome.terminated') };
  const word = outcome === undefined ? undefined : (Object.entries(known).find(([id]) => id === outcome)?.[1] ?? outcome);
  const good = outcome === 'disbursed';
  return (
    <span className="badge" style={{ color: good ? 'var(--good)' : looks[status].color }}>
      <Glyph name={looks[status].glyph} size={13} />
      {status === 'closed' && word ? word : t(`status.${status}`)}
    </span>
  );
}

const originColors: { [origin in Origin]: string } = { own: 'var(--good)', comparable: 'var(--accent)', assumed: 'var(--warn)' };

/** Where a figure comes from: never let an assumption look official. */
export function OriginBadge({ origin }: { origin: Origin }) {
  const { t } = useTranslation();
  return <span className="badge" style={{ color: originColors[origin] }}>{t(`origin.${origin}`)}</span>;
}
