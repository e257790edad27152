import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseView } from '../../../model/api.ts';
import { formatYuan } from '../../../model/money.ts';
import type { Process } from '../../../model/process.ts';
import { dayWords, deadlineWords, momentWords } from '../../language/moments.ts';
import { useText } from '../../language/useText.ts';
import { StatusBadge } from '../../shell/badges.tsx';
import { Filed } from './Filed.tsx';
import { Part } from './Part.tsx';

/** The facts at the side of a case: who, how much, what was filed, posted, published and said. */
export function CaseFacts({ view, process }: { view: CaseView; process: Process }) {
  const { t } = useTranslation();
  const { language } = useText();
  return (
    <>
      <Part title={t('case.facts')}>
        <dl className="facts">
          <dt>{t('cases.applicant')}</dt><dd>{view.applicant.name}</dd>
          <dt>{t('case.creditCode')}</dt><dd className="mono">{view.applicant.creditCode}</dd>
          {view.amountFen !== undefined && <><dt>{t('cases.amount')}</dt><dd className="figures">{formatYuan(view.amountFen)}</dd></>}
          {view.paidFen !== undefined && <><dt>{t('case.paid')}</dt><dd className="figures">{formatYuan(view.paidFen)}</dd></>}
          <dt>{t('cases.startedAt')}</dt><dd className="figures">{momentWords(view.startedAt)}</dd>
          {view.due && <><dt>{t('case.due')}</dt><dd className="figures">{deadlineWords(view.due)}</dd></>}
          {view.closedAt && <><dt>{t('case.closedAt')}</dt><dd className="figures">{momentWords(view.closedAt)}</dd></>}
          {view.parent && <><dt>{t('case.parent')}</dt><dd><Link to={`/cases/${encodeURIComponent(view.parent)}`}>{view.parent}</Link></dd></>}
        </dl>
        {view.suspensions.map((suspension) => <p key={suspension.reference} style={{ color: 'var(--warn)' }}>{t('case.suspendedSince', { reason: suspension.reason, at: momentWords(suspension.at) })}</p>)}
      </Part>
      <Filed view={view} process={process} />
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
