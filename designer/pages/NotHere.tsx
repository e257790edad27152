import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** There is no such place. */
export function NotHere() {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <h1>{t('notHere.title')}</h1>
      <p>{t('notHere.what')} <Link to="/">{t('notHere.home')}</Link></p>
    </div>
  );
}
