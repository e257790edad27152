import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoticeView } from '../../../model/api.ts';
import { useText } from '../../language/useText.ts';
import { api } from '../../session/api.ts';
import { fieldFaults } from '../../session/refusals.ts';
import { Failure } from '../../shell/Failure.tsx';

const fields = ['statement', 'name', 'unit', 'contact'] as const;
const needed = new Set<string>(['statement', 'name', 'contact']);

/** An objection or a report about one notice, signed with name and contact. */
export function MessageForm({ notice, kind, onClose }: { notice: NoticeView; kind: 'objection' | 'report'; onClose: () => void }) {
  const { t } = useTranslation();
  const { text } = useText();
  const [values, setValues] = useState({ statement: '', name: '', unit: '', contact: '' });
  const [tried, setTried] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const send = useMutation({
    mutationFn: () => {
      const unit = values.unit.trim();
      const message = { statement: values.statement.trim(), signature: { name: values.name.trim(), contact: values.contact.trim(), ...(unit ? { unit } : {}) } };
      return kind === 'objection' ? api.object(notice.notice, message) : api.report(notice.notice, message);
    },
  });
  const faultOf = (field: (typeof fields)[number]): string | undefined => {
    const fromDoor = fieldFaults(send.error).find((fault) => fault.pointer.endsWith(`/${field}`));
    if (fromDoor) return text(fromDoor.message);
    if (!tried) return undefined;
    if (needed.has(field) && values[field].trim() === '') return t('message.missing', { field: t(`message.${field}`) });
    return field === 'contact' && values.contact.trim().length < 5 ? t('message.contactShort') : undefined;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (values.statement.trim() && values.name.trim() && values.contact.trim().length >= 5) send.mutate();
  };
  if (send.data) {
    return (
      <section className="card" role="status">
        <h2>{t('message.sent')}</h2>
        <p>{t('message.reference', { reference: send.data.reference })}</p>
        <button type="button" className="plain-button" onClick={onClose}>{t('close')}</button>
      </section>
    );
  }
  return (
    <section className="card no-print" aria-labelledby="message-title" style={{ marginTop: 16 }}>
      <h2 id="message-title" ref={heading} tabIndex={-1}>{t(`message.title.${kind}`, { project: notice.projectName })}</h2>
      <p className="soft">{t(`message.hint.${kind}`)}</p>
      {send.isError && <Failure error={send.error} />}
      <form onSubmit={submit} noValidate>
        {fields.map((field) => {
          const fault = faultOf(field);
          const shared = {
            id: `message-${field}`,
            value: values[field],
            'aria-invalid': fault !== undefined,
            'aria-describedby': `message-${field}-fault`,
            required: needed.has(field),
            onChange: (event: { target: { value: string } }) => setValues({ ...values, [field]: event.target.value }),
          };
          return (
            <div key={field} className="plain-field">
              <label htmlFor={`message-${field}`}>{t(`message.${field}`)}</label>
              {field === 'statement' ? <textarea rows={5} maxLength={10000} {...shared} /> : <input autoComplete={field === 'name' ? 'name' : field === 'unit' ? 'organization' : 'tel'} {...shared} />}
              <span id={`message-${field}-fault`} role="alert" style={{ color: 'var(--danger)' }}>{fault}</span>
            </div>
          );
        })}
        <div className="choices">
          <button type="submit" className="plain-button is-primary" disabled={send.isPending}>{t(`message.send.${kind}`)}</button>
          <button type="button" className="plain-button" onClick={onClose}>{t('cancel')}</button>
        </div>
      </form>
    </section>
  );
}
