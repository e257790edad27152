import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Process } from '../../../../model/process.ts';
import { dayWords } from '../../../language/moments.ts';
import { useText } from '../../../language/useText.ts';
import { api } from '../../../session/api.ts';
import { Bones } from '../../../shell/Bones.tsx';
import { Failure } from '../../../shell/Failure.tsx';
import { useTitle } from '../../useTitle.ts';
import { Comparison } from './Comparison.tsx';

const draftWord = 'draft';

/** One side of a comparison: a version by its number, or the draft. */
function useSide(process: string, side: string | undefined) {
  return useQuery({
    queryKey: ['side', process, side],
    queryFn: async (): Promise<Process> => (side === draftWord ? (await api.draft(process)).process : (await api.version(process, Number(side))).process),
    enabled: side !== undefined,
    // A version never changes; a draft does.
    staleTime: side === draftWord ? 0 : Number.POSITIVE_INFINITY,
  });
}

/** Any two versions of a process, or its draft, compared; only to be read. */
export default function ComparePage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const { text, labelled, language } = useText();
  const [asked, ask] = useSearchParams();
  const versions = useQuery({ queryKey: ['versions'], queryFn: api.versions });
  const own = (versions.data?.items ?? []).filter((version) => version.id === id).sort((a, b) => b.version - a.version);
  const sides = { before: asked.get('before') ?? own[0]?.version.toString(), after: asked.get('after') ?? draftWord };
  const before = useSide(id, sides.before);
  const after = useSide(id, sides.after);
  const name = text(after.data?.name ?? own[0]?.name);
  useTitle(`${t('owner.compare.title')} ${name}`);
  const failed = [versions, before, after].find(({ isError }) => isError);
  if (failed) return <Failure error={failed.error} onRetry={() => void failed.refetch()} />;
  if (versions.data && own.length === 0 && sides.before === undefined) return <p className="empty">{t('owner.compare.neverPublished')}</p>;
  const options = [{ value: draftWord, label: t('owner.compare.draft') }, ...own.map(({ version, publishedAt }) => ({ value: String(version), label: `${t('processes.version', { version })} · ${dayWords(publishedAt, language)}` }))];
  const pick = (side: 'before' | 'after') => (
    <label>
      {t(`owner.compare.${side}`)}{' '}
      <Select aria-label={t(`owner.compare.${side}`)} value={sides[side] ?? null} options={options} style={{ width: 240 }} onChange={(value) => ask({ ...Object.fromEntries(asked), [side]: value }, { replace: true })} />
    </label>
  );
  return (
    <>
      <div className="page-head">
        <h1>{labelled(t('owner.compare.title'), name)}</h1>
        <Link to={`/processes/${id}`}>{t('design.back')}</Link>
      </div>
      <search className="comparison-bar" aria-label={t('owner.compare.both')} style={{ marginBottom: 16 }}>{pick('before')}{pick('after')}</search>
      {before.data && after.data ? <Comparison before={before.data} after={after.data} /> : <Bones rows={8} />}
    </>
  );
}
