import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { allowed } from '../../../model/edits/index.ts';
import type { Process } from '../../../model/process.ts';
import { kindOf } from '../../../model/steps/index.ts';
import { useText } from '../../language/useText.ts';
import { ActButton } from '../../shell/ActButton.tsx';
import { useEditorStore } from '../useEditor.ts';
import { emptyForm } from './emptyForm.ts';
import { FormDrawer } from './FormDrawer.tsx';

/** The forms of a process, each with how many steps show it, to be opened, begun or removed. */
export function FormList({ process, disabled }: { process: Process; disabled: boolean }) {
  const { t } = useTranslation();
  const { text } = useText();
  const store = useEditorStore();
  const [open, setOpen] = useState<string>();
  const begin = () => {
    const form = emptyForm(process, 'form', { zh: '新的表单', en: 'New form' });
    if (store.getState().perform({ edit: 'addForm', form })) setOpen(form.id);
  };
  return (
    <>
      <ul className="inspector-list">
        {process.forms.map((form, index) => {
          const count = process.steps.filter((step) => kindOf(step).task?.(step).form === form.id).length;
          const removal = { edit: 'removeForm' as const, form: form.id };
          return (
            <li key={form.id} data-field={`forms.${index}`}>
              <div>{text(form.name)} <span className="mono soft">{form.id}</span></div>
              <div className="inspector-row">
                <span className="note">{t('inspector.uses', { count })}{form.id === process.declarationForm && ` · ${t('inspector.declarationForm')}`}</span>
                <Button size="small" aria-label={`${t('inspector.openForm')}: ${text(form.name)}`} onClick={() => setOpen(form.id)}>{t('inspector.openForm')}</Button>
                <ActButton size="small" danger disabled={disabled} why={text(allowed(process, removal)) || undefined} aria-label={t('inspector.remove', { name: text(form.name) })} onClick={() => void store.getState().perform(removal)}>{t('form.remove')}</ActButton>
              </div>
            </li>
          );
        })}
        <li><Button size="small" disabled={disabled} onClick={begin}>{t('inspector.newForm')}</Button></li>
      </ul>
      {open !== undefined && <FormDrawer form={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}
