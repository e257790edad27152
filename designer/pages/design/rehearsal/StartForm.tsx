import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { validateForm, type FormFault } from '../../../../model/form/validateForm.ts';
import { isDay } from '../../../../model/instant.ts';
import type { JsonObject } from '../../../../model/text.ts';
import { useEditor } from '../../../editor/useEditor.ts';
import { focusFault } from '../../../form/focusFault.ts';
import { SchemaForm } from '../../../form/SchemaForm.tsx';
import { api } from '../../../session/api.ts';
import { Bones } from '../../../shell/Bones.tsx';
import { Failure } from '../../../shell/Failure.tsx';
import { sampleApplicant, sampleDeclaration } from './sampleStart.ts';
import { useRehearsal } from './useRehearsal.ts';

/** How a rehearsal begins: on which day, and what is declared. */
export function StartForm() {
  const { t } = useTranslation();
  const process = useEditor((state) => state.history.process);
  const play = useRehearsal((state) => state.play);
  const calendars = useQuery({ queryKey: ['calendars'], queryFn: api.calendars, staleTime: 60_000 });
  const [changed, setAnswers] = useState<JsonObject>();
  const [chosenDay, setDay] = useState<string>();
  const [faults, setFaults] = useState<FormFault[]>([]);
  if (calendars.isPending) return <Bones />;
  if (calendars.isError) return <Failure error={calendars.error} onRetry={() => void calendars.refetch()} />;
  const years = calendars.data.items.map(({ year }) => year);
  const day = chosenDay ?? `${Math.max(...years, 2026)}-03-02`;
  // Until somebody fills it in, the sample is of the day that was chosen.
  const answers = changed ?? sampleDeclaration(process, day);
  const schema = process.forms.find((form) => form.id === process.declarationForm)?.schema;
  const begin = () => {
    const wrong = schema ? validateForm(schema, answers) : [];
    setFaults(wrong);
    if (wrong.length > 0) focusFault('rehearsal-start', wrong);
    else if (isDay(day)) play(process, { day, applicant: sampleApplicant, declaration: answers, years }, [], calendars.data.items);
  };
  return (
    <section aria-labelledby="rehearsal-begin">
      <h2 id="rehearsal-begin">{t('owner.rehearsal.begin')}</h2>
      <p className="soft">{t('owner.rehearsal.what')}</p>
      <label htmlFor="rehearsal-day">{t('owner.rehearsal.day')}</label>
      <Input id="rehearsal-day" type="date" value={day} status={isDay(day) ? '' : 'error'} onChange={(event) => setDay(event.target.value)} style={{ marginBottom: 12 }} />
      {schema ? <details className="rehearsal-declaration" open={faults.length > 0 || undefined}>
        <summary>{t('owner.rehearsal.declaration')}</summary>
        <SchemaForm id="rehearsal-start" schema={schema} answers={answers} faults={faults} onChange={setAnswers} />
      </details> : <p className="hint" role="note">{t('owner.rehearsal.noForm')}</p>}
      <div role="alert" style={{ color: 'var(--danger)' }}>{faults.length > 0 && t('form.faults', { count: faults.length })}</div>
      <Button type="primary" style={{ marginTop: 12 }} onClick={begin}>{t('owner.rehearsal.start')}</Button>
    </section>
  );
}
