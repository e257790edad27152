import { useTranslation } from 'react-i18next';

/** Grey lines in the place of what is being fetched. */
export function Bones({ rows = 4 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <div className="bones" role="status">
      <span className="read-aloud">{t('loading')}</span>
      {Array.from({ length: rows }, (_, row) => <div key={row} style={{ width: `${90 - ((row * 17) % 40)}%` }} />)}
    </div>
  );
}
