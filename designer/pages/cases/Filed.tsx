import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../model/api.ts';
import type { Process } from '../../../model/process.ts';
import { useText } from '../../language/useText.ts';
import { api } from '../../session/api.ts';
import { Answers } from '../work/Answers.tsx';
import { Part } from './Part.tsx';

/** What the applicant filed: the declaration as it was answered, and the documents. */
export function Filed({ view, process }: { view: CaseView; process: Process }) {
  const { t } = useTranslation();
  const { text } = useText();
  const kinds = new Map(process.measure.documents.map((document) => [document.id, document.name]));
  const declaration = view.data['declaration'];
  const schema = process.forms.find((form) => form.id === process.declarationForm)?.schema;
  return (
    <>
      {schema && typeof declaration === 'object' && declaration !== null && !Array.isArray(declaration) && (
        <Part title={t('case.declaration')}><Answers schema={schema} answers={declaration} masked={view.masked.filter((pointer) => pointer.startsWith('/declaration')).map((pointer) => pointer.slice('/declaration'.length))} /></Part>
      )}
      <Part title={t('case.documents')} count={view.documents.length}>
        {view.documents.length === 0 && <p className="soft">{t('case.noDocuments')}</p>}
        <ul className="plain-list">
          {view.documents.map((document) => (
            <li key={document.document}>
              <a href={api.documentAddress(document.document)} download={document.name}>{document.name}</a>
              <div className="note">{text(kinds.get(document.kind)) || document.kind} · {t('case.size', { size: Math.max(1, Math.round(document.size / 1024)) })} · <span title={document.sha256}>SHA-256 {document.sha256.slice(0, 8)}…</span></div>
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}
