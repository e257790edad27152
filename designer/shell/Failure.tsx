import { useTranslation } from 'react-i18next';
import { useText } from '../language/useText.ts';
import { sentenceOf } from '../session/refusals.ts';

/** What went wrong, in words, with a way to try again. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const { text } = useText();
  return (
    <div role="alert" className="failure">
      <p>{text(sentenceOf(error))}</p>
      {onRetry && <button type="button" className="plain-button" onClick={onRetry}>{t('retry')}</button>}
    </div>
  );
}
