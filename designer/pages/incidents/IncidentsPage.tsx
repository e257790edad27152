import { useInfiniteQuery } from '@tanstack/react-query';
import { Alert, Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { incidentKinds, type IncidentRow } from '../../../model/api/incidents.ts';
import { momentWords } from '../../language/moments.ts';
import { useText } from '../../language/useText.ts';
import { api } from '../../session/api.ts';
import { Bones } from '../../shell/Bones.tsx';
import { Failure } from '../../shell/Failure.tsx';
import { useTitle } from '../useTitle.ts';
import { Help } from './Help.tsx';

/** The same step that is stuck again, after somebody tried, is the same line: what a person is typing there stays. */
const lineOf = ({ case: id, kind, step }: IncidentRow): string => [id, kind, step].join('/');
const nameOf = (row: IncidentRow): string => `${row.case}/${row.incident ?? row.kind}`;

/** Every case that cannot go on by itself: where it stands, why, what to do, and the acts that help it on. */
export default function IncidentsPage() {
  const { t } = useTranslation();
  const { text } = useText();
  const [params, setParams] = useSearchParams();
  const kind = incidentKinds.find((each) => each === params.get('kind'));
  const rows = useInfiniteQuery({
    queryKey: ['cases', 'incidents', kind],
    queryFn: ({ pageParam }) => api.incidents({ kind, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
  useTitle(t('nav.incidents'));
  const items = rows.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className="page-head">
        <h1>{t('nav.incidents')}</h1>
        <Select
          aria-label={t('incidents.kind')}
          value={kind ?? ''}
          onChange={(value) => setParams(value === '' ? {} : { kind: value })}
          style={{ minWidth: 260 }}
          options={[{ value: '', label: t('incidents.every') }, ...incidentKinds.map((each) => ({ value: each, label: t(`incidentKind.${each}`) }))]}
        />
      </div>
      <p>{t('incidents.what')}</p>
      {rows.isPending && <Bones rows={6} />}
      {rows.isError && <Failure error={rows.error} onRetry={() => void rows.refetch()} />}
      {rows.data && items.length === 0 && <p className="empty card">{kind === undefined ? t('incidents.none') : t('incidents.noneOfKind')}</p>}
      <ul className="stack" style={{ listStyle: 'none', padding: 0, margin: 0 }}>
        {items.map((row) => (
          <li key={lineOf(row)} className="card" data-incident={nameOf(row)}>
            <h2 style={{ marginTop: 0 }}><Link to={`/cases/${row.case}`}>{row.case}</Link> · {t(`incidentKind.${row.kind}`)}</h2>
            <p className="soft">
              {row.measure} {text(row.name)} · {row.applicant}
              {row.stepName && <> · {row.stage && `${t(`stage.${row.stage}`)} / `}{text(row.stepName)}</>}
              {row.at !== undefined && <> · {momentWords(row.at)}</>}
              {row.since !== undefined && <> · {t('incidents.since', { at: momentWords(row.since) })}</>}
            </p>
            <Alert type="error" showIcon title={text(row.message)} description={<p style={{ margin: 0 }}><b>{t('incidents.toDo')}</b> {text(row.toDo)}</p>} style={{ marginBottom: 12 }} />
            <Help of={row} name={nameOf(row)} />
          </li>
        ))}
      </ul>
      {rows.hasNextPage && <Button loading={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>{t('cases.more')}</Button>}
    </>
  );
}
