import { Button, Progress } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measure, RequiredDocument } from '../../../model/measure.ts';
import type { Json } from '../../../model/text.ts';
import { useText } from '../../language/useText.ts';
import { api } from '../../session/api.ts';
import { sentenceOf } from '../../session/refusals.ts';
import { announce } from '../../shell/announce.ts';

/** A document that was taken: its id, what it is for, its file name. */
export interface Uploaded {
  document: string;
  kind: string;
  name: string;
}

/** The uploads that a draft remembers; what is malformed is left out. */
export function uploadsIn(value: Json | undefined): Uploaded[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item) => {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return [];
    const { document, kind, name } = item;
    return typeof document === 'string' && typeof kind === 'string' && typeof name === 'string' ? [{ document, kind, name }] : [];
  });
}

/** One row for each document of the measure, with its file and how far it is sent. */
export function DocumentUploads({ measure, uploads, onChange }: { measure: Measure; uploads: Uploaded[]; onChange: (uploads: Uploaded[]) => void }) {
  const { t } = useTranslation();
  const latest = useRef(uploads);
  latest.current = uploads;
  return (
    <>
      <p className="soft">{t('upload.hint')}</p>
      <ul className="plain-list">
        {measure.documents.map((document) => (
          <DocumentRow
            key={document.id}
            document={document}
            measure={measure.number}
            uploads={uploads.filter((upload) => upload.kind === document.id)}
            onAdd={(upload) => onChange([...latest.current, upload])}
            onRemove={(id) => onChange(latest.current.filter((upload) => upload.document !== id))}
          />
        ))}
      </ul>
    </>
  );
}

function DocumentRow({ document, measure, uploads, onAdd, onRemove }: { document: RequiredDocument; measure: string; uploads: Uploaded[]; onAdd: (upload: Uploaded) => void; onRemove: (id: string) => void }) {
  const { t } = useTranslation();
  const { text } = useText();
  const input = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState<number>();
  const [error, setError] = useState<unknown>();
  const send = async (file: File) => {
    setError(undefined);
    setShare(0);
    try {
      const taken = await api.upload(file, document.id, measure, setShare);
      onAdd({ document: taken.document, kind: taken.kind, name: taken.name });
      announce(t('upload.done', { name: taken.name }));
    } catch (fault) {
      setError(fault);
    } finally {
      setShare(undefined);
    }
  };
  return (
    <li className="upload-row">
      <div>
        <span>{text(document.name)}</span> <span className="note">{document.required ? t('process.required') : t('process.optional')}</span>
        {uploads.map((upload) => (
          <div key={upload.document} className="note">✓ {upload.name} <Button type="link" size="small" onClick={() => onRemove(upload.document)}>{t('form.remove')}</Button></div>
        ))}
        {share !== undefined && <Progress percent={Math.round(share * 100)} size="small" aria-label={t('upload.progress', { name: text(document.name) })} />}
        {error !== undefined && <div role="alert" style={{ color: 'var(--danger)' }}>{text(sentenceOf(error))}</div>}
      </div>
      <input ref={input} type="file" hidden onChange={(event) => {
        const file = event.target.files?.[0];
        if (file) void send(file);
        event.target.value = '';
      }} />
      <Button disabled={share !== undefined} aria-label={t('upload.choose', { name: text(document.name) })} onClick={() => input.current?.click()}>{t('upload.button')}</Button>
    </li>
  );
}
