import { useTranslation } from 'react-i18next';
import { chooseLanguage } from '../language/setUpLanguage.ts';
import { useText } from '../language/useText.ts';
import { useTheme } from '../theme/useTheme.ts';

/** Language and theme, remembered in this browser. */
export function Choices() {
  const { t } = useTranslation();
  const { language } = useText();
  const { choice, choose } = useTheme();
  return (
    <div className="choices">
      <button type="button" className="plain-button" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={() => void chooseLanguage(language === 'zh' ? 'en' : 'zh')}>
        {language === 'zh' ? 'English' : '中文'}
      </button>
      <select
        aria-label={t('theme.label')}
        value={choice}
        onChange={(event) => {
          const value = event.target.value;
          choose(value === 'light' || value === 'dark' ? value : 'system');
        }}
      >
        {(['system', 'light', 'dark'] as const).map((option) => <option key={option} value={option}>{t(`theme.${option}`)}</option>)}
      </select>
    </div>
  );
}
