import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditorStore } from '../../useEditor.ts';
import { emptyForm } from '../../forms/emptyForm.ts';
import { FormDrawer } from '../../forms/FormDrawer.tsx';
import { Choice } from './Choice.tsx';
import { choices } from './names.ts';
import type { WidgetProps } from './widget.ts';

/** The form of a task: one of the process, looked into, or a new one. */
export function FormWidget(props: WidgetProps) {
  const { t } = useTranslation();
  const store = useEditorStore();
  const [open, setOpen] = useState(false);
  const chosen = typeof props.value === 'string' ? props.value : undefined;
  const begin = () => {
    const form = emptyForm(props.process, props.step.id, props.step.name);
    if (store.getState().perform({ edit: 'addForm', form }) && props.take(form.id)) setOpen(true);
  };
  return (
    <div className="inspector-lines">
      <Choice {...props} options={choices['form']?.(props.process, props.step) ?? []} />
      <div className="inspector-row">
        {chosen !== undefined && props.process.forms.some(({ id }) => id === chosen) && <Button size="small" onClick={() => setOpen(true)}>{t('inspector.openForm')}</Button>}
        <Button size="small" disabled={props.disabled} onClick={begin}>{t('inspector.newForm')}</Button>
      </div>
      {open && chosen !== undefined && <FormDrawer form={chosen} onClose={() => setOpen(false)} />}
    </div>
  );
}
