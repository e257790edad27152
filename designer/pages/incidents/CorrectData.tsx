import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Input, Modal, Select } from 'antd';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { correctableParts } from '../../../model/correction.ts';
import { validateForm } from '../../../model/form/validateForm.ts';
import type { Json, JsonObject } from '../../../model/text.ts';
import { focusFault } from '../../form/focusFault.ts';
import { SchemaForm } from '../../form/SchemaForm.tsx';
import { useText } from '../../language/useText.ts';
import { api } from '../../session/api.ts';
import { fieldFaults, sentenceOf } from '../../session/refusals.ts';
import { announce } from '../../shell/announce.ts';
import { Bones } from '../../shell/Bones.tsx';
import { Failure } from '../../shell/Failure.tsx';

const answersOf = (value: Json | undefined): JsonObject => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {});

/** Mends the data of a stuck case in the very forms by which they were given, and lets the step try again. */
export function CorrectData({ id, incident, onClose }: { id: string; incident: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { text } = useText();
  const client = useQueryClient();
  const reasonId = useId();
  const [chosen, setChosen] = useState<string>();
  const [changed, setChanged] = useState<{ [part: string]: JsonObject }>({});
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const view = useQuery({ queryKey: ['case', id], queryFn: () => api.case(id) });
  const version = useQuery({ queryKey: ['version', view.data?.process, view.data?.version], queryFn: () => api.version(view.data?.process ?? '', view.data?.version ?? 'latest'), enabled: view.data !== undefined });
  const parts = useMemo(() => (view.data && version.data ? correctableParts(version.data.process, view.data.data) : []), [view.data, version.data]);
  const stuck = view.data?.incidentList.find((one) => one.id === incident);
  // What the stuck step reads is most often what was declared; what the step itself found comes first where it found something.
  const part = parts.find((one) => one.part === chosen) ?? parts.find((one) => one.part === stuck?.step) ?? parts[0];
  const answers = part ? (changed[part.part] ?? answersOf(view.data?.data[part.part])) : {};
  const correct = useMutation({
    mutationFn: ({ name, data }: { name: string; data: JsonObject }) => api.correct(id, incident, reason.trim(), { [name]: data }),
    onSuccess: async () => {
      announce(t('correction.done', { case: id }));
      onClose();
      await client.invalidateQueries();
    },
  });
  const own = tried && part ? validateForm(part.schema, pick(answers, part.schema.properties)) : [];
  const prefix = part ? `/data/${part.part}` : '';
  const faults = own.length > 0 ? own : fieldFaults(correct.error).flatMap((fault) => (fault.pointer.startsWith(`${prefix}/`) ? [{ ...fault, pointer: fault.pointer.slice(prefix.length) }] : []));
  const formId = `correct-${incident}`;
  const send = () => {
    setTried(true);
    if (!part || reason.trim() === '') return;
    const wrong = validateForm(part.schema, pick(answers, part.schema.properties))[0];
    if (wrong) return focusFault(formId, [wrong]);
    correct.mutate({ name: part.part, data: answers });
  };
  return (
    <Modal open width={760} title={t('correction.title', { case: id })} okText={t('correction.send')} cancelText={t('cancel')} onOk={send} onCancel={onClose} confirmLoading={correct.isPending}>
      {(view.isPending || (view.data && version.isPending)) && <Bones rows={6} />}
      {view.isError && <Failure error={view.error} onRetry={() => void view.refetch()} />}
      {version.isError && <Failure error={version.error} onRetry={() => void version.refetch()} />}
      {version.data && !part && <p className="empty">{t('correction.nothing')}</p>}
      {part && (
        <div className="stack">
          {stuck && <Alert type="error" showIcon title={text(stuck.message)} />}
          <Select aria-label={t('correction.part')} value={part.part} onChange={setChosen} options={parts.map((one) => ({ value: one.part, label: text(one.title) }))} />
          <p className="note" style={{ margin: 0 }}>{t('correction.what')}</p>
          <SchemaForm key={part.part} id={formId} schema={part.schema} answers={pick(answers, part.schema.properties)} faults={faults} onChange={(next) => setChanged({ ...changed, [part.part]: { ...without(answers, part.schema.properties), ...next } })} />
          <div>
            <label htmlFor={reasonId}>{t('reason')}</label>
            <Input.TextArea id={reasonId} rows={2} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} status={tried && reason.trim() === '' ? 'error' : ''} aria-describedby={`${reasonId}-why`} />
            <div id={`${reasonId}-why`} className="note">{t('act.reasonMissing')}</div>
          </div>
          {correct.isError && <Alert role="alert" type="error" showIcon title={text(sentenceOf(correct.error))} />}
        </div>
      )}
    </Modal>
  );
}

/** The fields that the form asks; the others go back as they came. */
const pick = (answers: JsonObject, fields: object | undefined): JsonObject => Object.fromEntries(Object.entries(answers).filter(([name]) => Object.hasOwn(fields ?? {}, name)));
const without = (answers: JsonObject, fields: object | undefined): JsonObject => Object.fromEntries(Object.entries(answers).filter(([name]) => !Object.hasOwn(fields ?? {}, name)));
