import { useTranslation } from 'react-i18next';
import { useText } from '../../language/useText.ts';
import { useEditor, useEditorStore } from '../useEditor.ts';

const shown = 30;

/** What was changed, the latest first, with what was undone above; choosing an entry goes back or forward to it. */
export function HistoryMenu() {
  const { t } = useTranslation();
  const { text } = useText();
  const store = useEditorStore();
  const { past, future } = useEditor((state) => state.history);
  const go = (steps: number) => {
    for (let left = Math.abs(steps); left > 0; left -= 1) {
      if (steps < 0) store.getState().undo();
      else store.getState().redo();
    }
  };
  return (
    <div className="history-menu" role="menu" aria-label={t('design.history')}>
      {future.slice(0, shown).map((change, i) => ({ change, steps: i + 1 })).reverse().map(({ change, steps }) => <button key={`later ${steps}`} type="button" role="menuitem" className="is-undone" onClick={() => go(steps)}>{text(change.name)}</button>)}
      {past.length > 0 && <div role="menuitem" aria-current aria-disabled>▸ {text(past.at(-1)?.name)}</div>}
      {past.slice(-shown, -1).reverse().map((change, i) => <button key={`before ${past.length - i}`} type="button" role="menuitem" onClick={() => go(-(i + 1))}>{text(change.name)}</button>)}
      {past.length > 0 && past.length <= shown && <button type="button" role="menuitem" onClick={() => go(-past.length)}>{t('design.historyBegin')}</button>}
      {past.length === 0 && future.length === 0 && <p className="soft">{t('design.historyEmpty')}</p>}
    </div>
  );
}
