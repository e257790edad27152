import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../shell/announce.ts';
import { useEditorStore } from '../useEditor.ts';

/** Puts all steps in order as one entry of the undo list; a draft that was changed meanwhile stays as it is. */
export function useAutoLayout(): { busy: boolean; layOut: () => void } {
  const { t } = useTranslation();
  const store = useEditorStore();
  const [busy, setBusy] = useState(false);
  const layOut = useCallback(() => {
    const { process } = store.getState().history;
    setBusy(true);
    void import('./autoLayout.ts')
      .then(({ autoLayout }) => autoLayout(process))
      .then(({ process: to, plainly }) => {
        if (store.getState().history.process !== process) announce(t('design.layoutLate'));
        else if (store.getState().perform({ edit: 'replaceProcess', to, why: { zh: '自动布局', en: 'Automatic layout' } }) && plainly) announce(t('design.layoutPlain'));
      })
      .finally(() => setBusy(false));
  }, [store, t]);
  return { busy, layOut };
}
