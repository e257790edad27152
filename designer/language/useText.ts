import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Text } from '../../model/text.ts';
import type { Language } from './setUpLanguage.ts';

/** Reads bilingual texts in the language of the page; an absent text reads as nothing. */
export function useText(): { text: (text: Text | undefined) => string; language: Language } {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh';
  const text = useCallback((value: Text | undefined) => value?.[language] ?? '', [language]);
  return { text, language };
}
