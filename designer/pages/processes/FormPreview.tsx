import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Process } from '../../../model/process.ts';
import type { JsonObject } from '../../../model/text.ts';
import { SchemaForm } from '../../form/SchemaForm.tsx';
import { useText } from '../../language/useText.ts';

/** The forms of a process as people will see them; nothing that is typed here goes anywhere. */
export function FormPreview({ process }: { process: Process }) {
  const { t } = useTranslation();
  const { text } = useText();
  const [chosen, setChosen] = useState(process.declarationForm);
  const [answers, setAnswers] = useState<JsonObject>({});
  const form = process.forms.find((candidate) => candidate.id === chosen);
  return (
    <div className="stack" style={{ maxWidth: 720 }}>
      <Select
        aria-label={t('process.form')}
        value={chosen}
        options={process.forms.map((candidate) => ({ value: candidate.id, label: text(candidate.name) }))}
        onChange={(id) => {
          setChosen(id);
          setAnswers({});
        }}
      />
      <p className="note" style={{ margin: 0 }}>{t('process.previewOnly')}</p>
      {form && <SchemaForm key={form.id} id={`preview-${form.id}`} schema={form.schema} answers={answers} onChange={setAnswers} faults={[]} />}
    </div>
  );
}
