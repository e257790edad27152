import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Input, Select, Switch, Table, type TableColumnsType } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { CaseRow } from '../../../model/api.ts';
import { formatYuan } from '../../../model/money.ts';
import { stageIds } from '../../../model/steps/defineStep.ts';
import { momentWords } from '../../language/moments.ts';
import { useText } from '../../language/useText.ts';
import { api } from '../../session/api.ts';
import { StageBadge, StatusBadge } from '../../shell/badges.tsx';
import { Bones } from '../../shell/Bones.tsx';
import { Failure } from '../../shell/Failure.tsx';
import { useTitle } from '../useTitle.ts';

const filters = ['measure', 'status', 'stage', 'outcome', 'q', 'sort'] as const;
const statuses: CaseRow['status'][] = ['running', 'suspended', 'incident', 'closed', 'scheduled', 'starting'];
const outcomes = ['disbursed', 'refused', 'lapsed', 'withdrawn', 'terminated'] as const;
const sortable = ['case', 'amount', 'startedAt', 'updatedAt'] as const;

/** All cases I may see: filtered, sorted, page by page, and fresh. */
export default function CasesPage() {
  const { t } = useTranslation();
  const { text } = useText();
  const [asked, ask] = useSearchParams();
  const [dense, setDense] = useState(localStorage.getItem('shenpi.dense') === '1');
  useTitle(t('nav.cases'));
  const filter = Object.fromEntries(filters.map((name) => [name, asked.get(name) ?? undefined]));
  const measures = useQuery({ queryKey: ['measures'], queryFn: api.measures, staleTime: 60_000 });
  const cases = useInfiniteQuery({
    queryKey: ['cases', filter],
    queryFn: ({ pageParam }) => api.cases({ ...filter, cursor: pageParam, limit: 50 }),
    initialPageParam: undefined as string | undefined, // the first page has no cursor
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => cases.data?.pages.flatMap((page) => page.items) ?? [], [cases.data]);
  const change = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(asked);
    if (value) next.set(name, value);
    else next.delete(name);
    ask(next, { replace: true });
  };
  const sort = asked.get('sort') ?? '-updatedAt';
  const order = (key: string) => (sort === key ? ('ascend' as const) : sort === `-${key}` ? ('descend' as const) : null);
  const columns: TableColumnsType<CaseRow> = [
    { key: 'case', title: t('cases.case'), sorter: true, sortOrder: order('case'), render: (_v, row) => <Link data-case={row.case} to={`/cases/${encodeURIComponent(row.case)}`}>{row.case}</Link> },
    { key: 'measure', title: t('cases.measure'), render: (_v, row) => <span title={text(row.name)}>{row.measure} <span className="note">{t('processes.version', { version: row.version })}</span></span> },
    { key: 'applicant', title: t('cases.applicant'), render: (_v, row) => row.applicant.name },
    { key: 'stage', title: t('cases.stage'), render: (_v, row) => (row.stage ? <StageBadge stage={row.stage} /> : '–') },
    { key: 'status', title: t('cases.status'), render: (_v, row) => <StatusBadge status={row.status} outcome={row.outcome} /> },
    { key: 'amount', title: t('cases.amount'), align: 'end', sorter: true, sortOrder: order('amount'), render: (_v, row) => <span className="figures">{row.amountFen === undefined ? '–' : formatYuan(row.amountFen)}</span> },
    { key: 'startedAt', title: t('cases.startedAt'), sorter: true, sortOrder: order('startedAt'), render: (_v, row) => <span className="figures">{momentWords(row.scheduledFor ?? row.startedAt)}</span> },
    { key: 'updatedAt', title: t('cases.updatedAt'), sorter: true, sortOrder: order('updatedAt'), render: (_v, row) => <span className="figures">{momentWords(row.updatedAt)}</span> },
  ];
  const pick = (name: 'measure' | 'status' | 'stage' | 'outcome', options: { value: string; label: string }[], width: number) => (
    <Select allowClear aria-label={t(`cases.${name}`)} placeholder={t(`cases.${name}`)} style={{ width }} value={asked.get(name)} options={options} onChange={(value: string | undefined) => change(name, value)} />
  );
  return (
    <>
      <div className="page-head">
        <h1>{t('nav.cases')}</h1>
        {cases.data?.pages[0]?.total !== undefined && <span className="soft figures">{t(cases.data.pages[0].moreThanTotal ? 'cases.moreThan' : 'cases.total', { total: cases.data.pages[0].total })}</span>}
      </div>
      <search style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginBottom: 16, alignItems: 'center' }}>
        <Input.Search allowClear aria-label={t('cases.search')} placeholder={t('cases.search')} style={{ width: 260 }} defaultValue={asked.get('q') ?? ''} onSearch={(value) => change('q', value.trim() || undefined)} />
        {pick('measure', (measures.data?.items ?? []).map((measure) => ({ value: measure.number, label: `${measure.number} ${text(measure.name)}` })), 240)}
        {pick('stage', stageIds.map((stage) => ({ value: stage, label: t(`stage.${stage}`) })), 150)}
        {pick('status', statuses.map((status) => ({ value: status, label: t(`status.${status}`) })), 130)}
        {pick('outcome', outcomes.map((outcome) => ({ value: outcome, label: t(`outcome.${outcome}`) })), 130)}
        <label style={{ marginInlineStart: 'auto' }}>
          {t('cases.compact')}{' '}
          <Switch size="small" checked={dense} onChange={(on) => { setDense(on); localStorage.setItem('shenpi.dense', on ? '1' : '0'); }} />
        </label>
      </search>
      {cases.isPending && <Bones rows={10} />}
      {cases.isError && <Failure error={cases.error} onRetry={() => void cases.refetch()} />}
      {cases.data && (
        <Table
          rowKey="case"
          size={dense ? 'small' : 'middle'}
          columns={columns}
          dataSource={rows}
          pagination={false}
          scroll={{ x: 900 }}
          locale={{ emptyText: <p className="empty">{asked.size ? t('cases.noneFound') : t('cases.empty')}</p> }}
          onChange={(_pages, _filters, sorter) => {
            const one = Array.isArray(sorter) ? sorter[0] : sorter;
            const key = sortable.find((candidate) => candidate === one?.columnKey);
            change('sort', key && one?.order ? `${one.order === 'descend' ? '-' : ''}${key}` : undefined);
          }}
        />
      )}
      {cases.hasNextPage && (
        <div style={{ marginTop: 16, textAlign: 'center' }}>
          <Button loading={cases.isFetchingNextPage} onClick={() => void cases.fetchNextPage()}>{t('cases.more')}</Button>
        </div>
      )}
    </>
  );
}
