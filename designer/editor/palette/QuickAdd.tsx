import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Step } from '../../../model/steps/index.ts';
import { useText } from '../../language/useText.ts';
import { useCanvasParts, useGesture } from '../canvas/useCanvasParts.ts';
import { useEditor, useEditorStore } from '../useEditor.ts';
import { KindIcon, kindsByShape } from './kinds.tsx';
import { placeAfter } from './placing.ts';
import { SearchList, type Choice } from './SearchList.tsx';

/** The box that “/” opens: search for a kind of step, Enter adds it after what is selected, connected, and selects it. */
export function QuickAdd() {
  const { t } = useTranslation();
  const { text, language } = useText();
  const store = useEditorStore();
  const { drawing, gestures } = useCanvasParts();
  const to = useGesture((gesture) => gesture.quickAdd);
  const process = useEditor((state) => state.history.process);
  const choices = useMemo((): Choice[] => to === undefined ? [] : kindsByShape.flatMap(({ kinds }) => kinds).map(({ kind, title }) => ({
    key: kind,
    words: `${title.zh} ${title.en} ${kind}`,
    shown: <><KindIcon kind={kind} />{text(title)}</>,
    why: text(placeAfter(process, drawing.at(process, language), kind, to).why) || undefined,
  })), [to, process, drawing, language, text]);
  if (to === undefined) return null;
  const close = () => gestures.setState({ quickAdd: undefined });
  const add = (kind: string) => {
    const placing = placeAfter(process, drawing.at(process, language), kind as Step['kind'], to); // the key of a choice
    close();
    if (store.getState().perform(placing.edit)) store.getState().seek({ step: placing.edit.step.id });
  };
  return <SearchList label={t('design.quickAdd')} placeholder={t('design.quickAddHint')} choices={choices} onChoose={add} onClose={close} none={t('design.noneFound')} more={(count) => t('design.moreFound', { count })} />;
}
