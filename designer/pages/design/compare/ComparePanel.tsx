import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Difference } from '../../../../model/compare/index.ts';
import { useEditor, useEditorStore } from '../../../editor/useEditor.ts';
import { dayWords } from '../../../language/moments.ts';
import { useText } from '../../../language/useText.ts';
import { api } from '../../../session/api.ts';
import { Bones } from '../../../shell/Bones.tsx';
import { Failure } from '../../../shell/Failure.tsx';
import { compareLayer } from './compareLayer.ts';
import { Differences } from './Differences.tsx';
import { useSince } from './useSince.ts';

/** The open draft against a published version: marks on the canvas, sentences here; what was taken away is drawn on the page that compares. */
export default function ComparePanel() {
  const { t } = useTranslation();
  const { language } = useText();
  const editor = useEditorStore();
  const draft = useEditor((state) => state.history.process);
  const [asked, ask] = useState<number>();
  const [chosen, setChosen] = useState<Difference>();
  const versions = useQuery({ queryKey: ['versions'], queryFn: api.versions });
  const own = (versions.data?.items ?? []).filter(({ id }) => id === draft.id).sort((a, b) => b.version - a.version);
  const number = asked ?? own[0]?.version;
  const version = useQuery({ queryKey: ['version', draft.id, number], queryFn: () => api.version(draft.id, number ?? 0), enabled: number !== undefined, staleTime: Number.POSITIVE_INFINITY });
  const since = useSince(version.data?.process, draft);
  const layer = useMemo(() => since && compareLayer(since.told), [since]);
  useEffect(() => {
    editor.getState().show(layer);
    return () => editor.getState().show(undefined);
  }, [editor, layer]);
  const failed = versions.isError ? versions : version.isError ? version : undefined;
  if (failed) return <Failure error={failed.error} onRetry={() => void failed.refetch()} />;
  if (versions.data && own.length === 0) return <p className="empty">{t('owner.compare.neverPublished')}</p>;
  if (!since) return <Bones />;
  const choose = (difference: Difference) => {
    setChosen(difference);
    const { step, flow } = difference.what;
    // Without the field: a field that is sought opens the panel of properties in the place of this one.
    if (step !== undefined) editor.getState().seek({ step });
    else if (flow !== undefined) editor.getState().seek({ flow });
  };
  return (
    <div className="stack">
      <label>
        {t('owner.compare.before')}{' '}
        <Select aria-label={t('owner.compare.before')} style={{ width: '100%' }} value={number ?? null} options={own.map((each) => ({ value: each.version, label: `${t('processes.version', { version: each.version })} · ${dayWords(each.publishedAt, language)}` }))} onChange={(value) => ask(value ?? undefined)} />
      </label>
      <Link to={`/processes/${draft.id}/compare?before=${number}&after=draft`}>{t('owner.compare.page')}</Link>
      <strong role="status">{t('owner.compare.count', { count: since.told.length })}</strong>
      <Differences differences={since.told} chosen={chosen} onChoose={choose} />
    </div>
  );
}
