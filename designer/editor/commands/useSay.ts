import { App } from 'antd';
import { useCallback } from 'react';
import type { Text } from '../../../model/text.ts';
import { useText } from '../../language/useText.ts';
import { announce } from '../../shell/announce.ts';

/** Says why something was not done, to those who look and to those who listen. */
export function useSay(): (sentence: Text) => void {
  const { text } = useText();
  const { message } = App.useApp();
  return useCallback((sentence) => {
    announce(text(sentence));
    void message.open({ key: 'editor', type: 'warning', content: text(sentence) });
  }, [text, message]);
}
