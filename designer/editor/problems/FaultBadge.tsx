import { useTranslation } from 'react-i18next';
import { useText } from '../../language/useText.ts';
import { Glyph } from '../../theme/Glyph.tsx';
import type { Faults } from './faultsByPlace.ts';

/** How much is wrong at a place: icon, count, and the sentences on hover and for those who listen. */
export function FaultBadge({ faults, className = '' }: { faults: Faults; className?: string }) {
  const { t } = useTranslation();
  const { text } = useText();
  const { errors, warnings, problems } = faults;
  const words = [errors > 0 ? t('design.errors', { count: errors }) : '', warnings > 0 ? t('design.warnings', { count: warnings }) : ''].filter(Boolean).join(' · ');
  return (
    <span className={`fault-badge ${errors > 0 ? 'is-error' : 'is-warning'} ${className}`} title={[words, ...problems.slice(0, 4).map(({ message }) => text(message))].join('\n')}>
      <Glyph name={errors > 0 ? 'error' : 'warning'} size={11} />
      {errors + warnings}
      <span className="read-aloud">{words}</span>
    </span>
  );
}
