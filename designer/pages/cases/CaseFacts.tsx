import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseView } from '../../../model/api.ts';
import { formatYuan } from '../../../model/money.ts';
import type { Process } from '../../../model/process.ts';
import { dayWords, momentWords } from '../../language/moments.ts';
import { useText } from '../../language/useText.ts';
import { api } from '../../session/api.ts';
import { StatusBadge } from '../../shell/badges.tsx';
import { Answers } from '../work/Answers.tsx';

function Part({ title, count, children }: { title: string; count?: number; children: ReactNode }) {
  return (
    <details className="card" open>
      <summary><strong>{title}</strong>{count !== undefined && <span className="soft"> ({count})</span>}</summary>
      <div style={{ marginTop: 8 }}>{children}</div>
    </details>
  );
}

/** The facts at the side of a case: who, how much, what was filed, posted, published and said. */
export function CaseFacts({ view, process }: { view: CaseView; process: Process }) {
  const { t } = useTranslation();
  const { text, language } = useText();
  const kinds = new Map(process.measure.documents.map((document) => [document.id, document.name]));
  const declaration = view.data['declaration'];
  const schema = process.forms.find((form) => form.id === process.declarationForm)?.schema;
  return (
    <>
      <Part title={t('case.facts')}>
        <dl className="facts">
          <dt>{t('cases.applicant')}</dt><dd>{view.applicant.name}</dd>
          <dt>{t('case.creditCode')}</dt><dd className="mono">{view.applicant.creditCode}</dd>
          {view.amountFen !== undefined && <><dt>{t('cases.amount')}</dt><dd className="figures">{formatYuan(view.amountFen)}</dd></>}
          {view.paidFen !== undefined && <><dt>{t('case.paid')}</dt><dd className="figures">{formatYuan(view.paidFen)}</dd></>}
          <dt>{t('cases.startedAt')}</dt><dd className="figures">{momentWords(view.startedAt)}</dd>
          {view.due && <><dt>{t('case.due')}</dt><dd className="figures">{momentWords(view.due)}</dd></>}
          {view.closedAt && <><dt>{t('case.closedAt')}</dt><dd className="figures">{momentWords(view.closedAt)}</dd></>}
          {view.parent && <><dt>{t('case.parent')}</dt><dd><Link to={`/cases/${encodeURIComponent(view.parent)}`}>{view.parent}</Link></dd></>}
        </dl>
        {view.suspensions.map((suspension) => <p key={suspension.reference} style={{ color: 'var(--warn)' }}>{t('case.suspendedSince', { reason: suspension.reason, at: momentWords(suspension.at) })}</p>)}
      </Part>
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
      {view.ledger.length > 0 && (
        <Part title={t('case.ledger')} count={view.ledger.length}>
          <ul className="plain-list">
            {view.ledger.map((posting) => (
              <li key={posting.effect}>{t(`ledger.${posting.operation}`)} <span className="figures">{formatYuan(posting.amountFen)}</span><div className="note">{posting.measure} · {posting.year} · {posting.effect}</div></li>
            ))}
          </ul>
        </Part>
      )}
      {view.notices.length > 0 && (
        <Part title={t('case.notices')} count={view.notices.length}>
          <ul className="plain-list">
            {view.notices.map((notice) => <li key={notice.notice}>{notice.projectName}<div className="note">{dayWords(notice.from, language)} – {notice.to ? dayWords(notice.to, language) : '…'} · {t(`notice.status.${notice.status}`)}</div></li>)}
          </ul>
        </Part>
      )}
      {view.messages.length > 0 && (
        <Part title={t('case.messages')} count={view.messages.length}>
          <ul className="plain-list">
            {view.messages.map((message) => <li key={message.reference}>{t(`message.${message.message}`)} {message.reference}<div className="note">{momentWords(message.receivedAt)}{message.status !== 'delivered' && ` · ${t(`message.status.${message.status}`)}`}{message.signature && ` · ${message.signature.name} · ${message.signature.contact}`}</div>{message.statement && <p style={{ margin: 0 }}>{message.statement}</p>}</li>)}
          </ul>
        </Part>
      )}
      {view.claimReleases.length > 0 && (
        <Part title={t('case.claimReleases')} count={view.claimReleases.length}>
          <ul className="plain-list">
            {view.claimReleases.map((release) => <li key={`${release.task} ${release.at}`}>{t('case.claimRelease', release)}<div className="note">{momentWords(release.at)} · {release.task}</div></li>)}
          </ul>
        </Part>
      )}
      {view.followOns.length > 0 && (
        <Part title={t('case.followOns')} count={view.followOns.length}>
          <ul className="plain-list">
            {view.followOns.map((row) => <li key={row.case}><Link to={`/cases/${encodeURIComponent(row.case)}`}>{row.case}</Link> <StatusBadge status={row.status} outcome={row.outcome} />{row.scheduledFor && <div className="note">{t('case.scheduledFor', { at: momentWords(row.scheduledFor) })}</div>}</li>)}
          </ul>
        </Part>
      )}
    </>
  );
}
