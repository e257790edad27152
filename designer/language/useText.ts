import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Text } from '../../model/text.ts';
import type { Language } from './language.ts';

/** Reads bilingual texts in the language of the page (an absent text reads as nothing), and joins words, and a label with what it labels, as that language does. */
export function useText(): { text: (text: Text | undefined) => string; list: (words: string[]) => string; labelled: (label: string, words: string) => string; language: Language } {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh';
  const text = useCallback((value: Text | undefined) => value?.[language] ?? '', [language]);
  const list = useCallback((words: string[]) => words.join(language === 'zh' ? '、' : ', '), [language]);
  const labelled = useCallback((label: string, words: string) => `${label}${language === 'zh' ? '：' : ': '}${words}`, [language]);
  return { text, list, labelled, language };
}
