import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../language/useText.ts';
import { ActButton } from '../../shell/ActButton.tsx';
import { useEditor } from '../useEditor.ts';

/** What can be done with the draft as a whole and with what is selected. */
export function Toolbar({ children }: { children?: ReactNode }) {
  const { t } = useTranslation();
  const { text } = useText();
  const process = useEditor((state) => state.history.process);
  const past = useEditor((state) => state.history.past.at(-1));
  const next = useEditor((state) => state.history.future[0]);
  const undo = useEditor((state) => state.undo);
  const redo = useEditor((state) => state.redo);
  return (
    <div className="design-bar">
      <h1>{process.measure.number} {text(process.name)}</h1>
      <div role="toolbar" aria-label={t('design.toolbar')} className="design-tools">
        <ActButton size="small" onClick={undo} why={past ? undefined : t('design.nothingToUndo')} title={text(past?.name)}>{t('design.undo')}</ActButton>
        <ActButton size="small" onClick={redo} why={next ? undefined : t('design.nothingToRedo')} title={text(next?.name)}>{t('design.redo')}</ActButton>
      </div>
      <div className="design-status">{children}</div>
      <Link to={`/processes/${process.id}`}>{t('design.back')}</Link>
    </div>
  );
}
