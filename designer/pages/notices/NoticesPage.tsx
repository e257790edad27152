import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { NoticeView } from '../../../model/api.ts';
import { formatYuan } from '../../../model/money.ts';
import { dayWords } from '../../language/moments.ts';
import { useText } from '../../language/useText.ts';
import { api } from '../../session/api.ts';
import { hasRole, useSession } from '../../session/useSession.ts';
import { Bones } from '../../shell/Bones.tsx';
import { Choices } from '../../shell/Choices.tsx';
import { Failure } from '../../shell/Failure.tsx';
import { MessageForm } from './MessageForm.tsx';

/** The public list of what is to be granted: plain, quick, printable, without sign-in. */
export default function NoticesPage() {
  const { t } = useTranslation();
  const { text, language } = useText();
  const [writing, setWriting] = useState<{ notice: NoticeView; kind: 'objection' | 'report' }>();
  const notices = useQuery({ queryKey: ['notices'], queryFn: api.notices });
  const session = useSession();
  const applicant = hasRole(session.data?.account, 'applicant');
  useEffect(() => {
    document.title = `${t('notices.title')} · ${t('brand')}`;
  }, [t]);
  const items = notices.data?.items ?? [];
  return (
    <>
      <a className="skip-link" href="#content">{t('skip')}</a>
      <header className="topbar no-print">
        <Link className="brand" to="/"><img src="/favicon.svg" alt="" />{t('brand')}</Link>
        <nav aria-label={t('nav.label')}><Link to="/notices" aria-current="page">{t('nav.notices')}</Link><Link to="/">{session.data?.account ? t('nav.inside') : t('session.signIn')}</Link></nav>
        <Choices />
      </header>
      <main id="content" tabIndex={-1} className="page">
        <div className="page-head">
          <h1>{t('notices.title')}</h1>
          <button type="button" className="plain-button no-print" onClick={() => window.print()}>{t('notices.print')}</button>
        </div>
        <p>{t('notices.what')}</p>
        {notices.isPending && <Bones rows={8} />}
        {notices.isError && <Failure error={notices.error} onRetry={() => void notices.refetch()} />}
        {notices.data && items.length === 0 && <p className="empty card">{t('notices.empty')}</p>}
        {items.length > 0 && (
          <table className="notice-table">
            <thead>
              <tr>
                <th scope="col">{t('notices.applicant')}</th>
                <th scope="col">{t('notices.project')}</th>
                <th scope="col">{t('cases.amount')}</th>
                <th scope="col">{t('notices.period')}</th>
                <th scope="col">{t('cases.status')}</th>
                <th scope="col" className="no-print">{t('notices.write')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((notice) => (
                <tr key={notice.notice}>
                  <th scope="row">{notice.applicantName}<div className="note">{notice.case}</div></th>
                  <td data-title={t('notices.project')}>{notice.projectName}<div className="note">{notice.measure} {text(notice.measureName)}</div></td>
                  <td data-title={t('cases.amount')} className="figures">{formatYuan(notice.amountFen)}</td>
                  <td data-title={t('notices.period')} className="figures">{dayWords(notice.from, language)} – {notice.to ? dayWords(notice.to, language) : '…'}<div className="note">{t('notices.workingDays', { count: notice.workingDays })}</div></td>
                  <td data-title={t('cases.status')}>{t(`notice.status.${notice.status}`)}</td>
                  <td className="no-print">
                    {notice.status === 'open' ? (
                      <div className="choices">
                        {applicant && <button type="button" className="plain-button" onClick={() => setWriting({ notice, kind: 'objection' })}>{t('notices.object')}</button>}
                        <button type="button" className="plain-button" onClick={() => setWriting({ notice, kind: 'report' })}>{t('notices.report')}</button>
                      </div>
                    ) : <span className="note">{t('notices.over')}</span>}
                    <div className="note">{text(notice.contact)}</div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {!applicant && items.length > 0 && <p className="note no-print">{t('notices.objectHint')}</p>}
        {writing && <MessageForm key={`${writing.notice.notice} ${writing.kind}`} {...writing} onClose={() => setWriting(undefined)} />}
      </main>
    </>
  );
}
