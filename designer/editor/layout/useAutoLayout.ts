import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../language/useText.ts';
import { announce } from '../../shell/announce.ts';
import { useCanvasParts } from '../canvas/useCanvasParts.ts';
import { useEditorStore } from '../useEditor.ts';

/** Puts all steps in order as one entry of the undo list; a draft that was changed meanwhile stays as it is. */
export function useAutoLayout(): { busy: boolean; layOut: () => void } {
  const { t } = useTranslation();
  const store = useEditorStore();
  const { drawing } = useCanvasParts();
  const { language } = useText();
  const [busy, setBusy] = useState(false);
  const layOut = useCallback(() => {
    const { process } = store.getState().history;
    setBusy(true);
    void import('./autoLayout.ts')
      .then(({ autoLayout }) => autoLayout(process))
      .then(async (found) => {
        await drawing.prepare(found.process, language);
        return found;
      })
      .then(({ process: to, plainly }) => {
        if (store.getState().history.process !== process) announce(t('design.layoutLate'));
        else if (store.getState().perform({ edit: 'replaceProcess', to, why: { zh: '自动布局', en: 'Automatic layout' } }) && plainly) announce(t('design.layoutPlain'));
      })
      .finally(() => setBusy(false));
  }, [store, drawing, language, t]);
  return { busy, layOut };
}
