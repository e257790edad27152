import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { Account } from '../../../model/api.ts';
import { grouped } from '../../canvas/grouped.ts';
import { useText } from '../../language/useText.ts';
import { api } from '../../session/api.ts';
import { hasRole } from '../../session/useSession.ts';
import { Bones } from '../../shell/Bones.tsx';
import { Failure } from '../../shell/Failure.tsx';
import { useTitle } from '../useTitle.ts';
import { Declaration } from './Declaration.tsx';

/** Declaring: first the measure, then one group of questions at a time. */
export default function DeclarePage({ account }: { account: Account }) {
  const { t } = useTranslation();
  const { text } = useText();
  const [asked] = useSearchParams();
  const number = asked.get('measure');
  const measures = useQuery({ queryKey: ['measures'], queryFn: api.measures, staleTime: 60_000 });
  const measure = useQuery({ queryKey: ['measure', number], queryFn: () => api.measure(number ?? ''), enabled: number !== null });
  useTitle(t('nav.declare'));
  if (!hasRole(account, 'applicant', 'intakeClerk')) return <p className="empty card">{t('declare.notYou')}</p>;
  if (number !== null) {
    if (measure.isError) return <Failure error={measure.error} onRetry={() => void measure.refetch()} />;
    return measure.data ? <Declaration key={number} account={account} view={measure.data} /> : <Bones rows={8} />;
  }
  return (
    <>
      <div className="page-head">
        <h1>{t('declare.choose')}</h1>
        <span className="soft">{t('declare.chooseHint')}</span>
      </div>
      {measures.isPending && <Bones rows={8} />}
      {measures.isError && <Failure error={measures.error} onRetry={() => void measures.refetch()} />}
      {[...grouped(measures.data?.items ?? [], (item) => item.aspect)].sort(([a], [b]) => a - b).map(([aspect, items]) => (
        <section key={aspect} style={{ marginBottom: 24 }}>
          <h2>{aspect}. {text(items[0]?.aspectName)}</h2>
          <div className="gallery">
            {items.map((item) => item.enabled ? (
              <Link key={item.number} className="card" to={`/declare?measure=${item.number}`}>
                <strong>{item.number} {text(item.name)}</strong>
                <div className="note">{text(item.summary)}</div>
              </Link>
            ) : (
              <div key={item.number} className="card soft"><strong>{item.number} {text(item.name)}</strong><div className="note">{t('processes.off')}</div></div>
            ))}
          </div>
        </section>
      ))}
    </>
  );
}
