import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formSchemaFaults } from '../../../model/form/formSchemaFaults.ts';
import { jsonSchemaSchema, type JsonSchema } from '../../../model/form/jsonSchema.ts';
import { sampleAnswers } from '../../../model/form/sampleAnswers.ts';
import { validateForm } from '../../../model/form/validateForm.ts';
import type { Form } from '../../../model/process.ts';
import type { JsonObject } from '../../../model/text.ts';
import { SchemaForm } from '../../form/SchemaForm.tsx';
import { useText } from '../../language/useText.ts';
import { useEditor } from '../useEditor.ts';
import { TextInput } from '../inspector/TextInput.tsx';
import { useContinuedEdit } from '../inspector/useContinuedEdit.ts';
import { FieldList } from './FieldList.tsx';
import './forms.css';

/** A form built by hand: its fields at the left, how people will see it at the right. What the builder does not know is kept as it is. */
export default function FormBuilder({ form }: { form: Form }) {
  const { t } = useTranslation();
  const { text } = useText();
  const disabled = useEditor((state) => state.readOnly);
  const { change, pause } = useContinuedEdit();
  const [answers, setAnswers] = useState<JsonObject>({});
  const [tried, setTried] = useState(false);
  const take = (to: Form, field: string, typing = false) => change(field, { edit: 'changeForm', form: form.id, to }, typing);
  const takeSchema = (schema: JsonSchema, typing = false, field = 'schema') => {
    const read = jsonSchemaSchema.safeParse(schema);
    return read.success && take({ ...form, schema: read.data }, field, typing);
  };
  const faults = useMemo(() => formSchemaFaults(form.schema), [form.schema]);
  return (
    <div className="form-builder" onBlur={pause}>
      <section aria-label={t('forms.fields')}>
        <div className="inspector-field">
          <div className="inspector-label">{t('inspector.name')}</div>
          <TextInput label={t('inspector.name')} value={form.name} disabled={disabled} take={(name) => name !== undefined && take({ ...form, name }, 'name', true)} />
        </div>
        {faults.length > 0 && <ul className="inspector-problems" aria-live="polite">{faults.map((fault, index) => <li key={index} className="is-error">{text(fault.message)}</li>)}</ul>}
        <FieldList group={form.schema} path="" conditional disabled={disabled} take={takeSchema} faults={faults} />
      </section>
      <section aria-label={t('forms.preview')} className="form-preview">
        <h3>{t('forms.preview')}</h3>
        <p className="note">{t('process.previewOnly')}</p>
        <div className="inspector-row">
          <Button size="small" onClick={() => setAnswers(sampleAnswers(form.schema))}>{t('forms.fillIn')}</Button>
          <Button size="small" onClick={() => { setAnswers({}); setTried(false); }}>{t('forms.empty')}</Button>
          <Button size="small" onClick={() => setTried(true)}>{t('forms.check')}</Button>
        </div>
        <SchemaForm id={`builder-${form.id}`} schema={form.schema} answers={answers} onChange={setAnswers} faults={tried ? validateForm(form.schema, answers) : []} />
        {tried && validateForm(form.schema, answers).length === 0 && <p role="status">{t('forms.complete')}</p>}
      </section>
    </div>
  );
}
