import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Outline } from '../../canvas/Outline.tsx';
import { ProcessCanvas } from '../../canvas/ProcessCanvas.tsx';
import { useText } from '../../language/useText.ts';
import { dayWords } from '../../language/moments.ts';
import { api } from '../../session/api.ts';
import { Bones } from '../../shell/Bones.tsx';
import { hasRole, useSession } from '../../session/useSession.ts';
import { Failure } from '../../shell/Failure.tsx';
import { SideTabs } from '../../shell/SideTabs.tsx';
import { Versions } from '../design/publish/Versions.tsx';
import '../design/publish/publish.css';
import { useTitle } from '../useTitle.ts';
import { FormPreview } from './FormPreview.tsx';
import { MeasureFacts } from './MeasureFacts.tsx';
import { StepDetails } from './StepDetails.tsx';

/** One process: drawn large, each step's details on demand, figures with their origin, documents and forms. */
export default function ProcessPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const { text } = useText();
  const [selected, setSelected] = useState<string>();
  const [open, setOpen] = useState('measure');
  const side = useRef<HTMLElement>(null);
  useEffect(() => {
    side.current?.scrollTo({ top: 0 });
  }, [selected]);
  const version = useQuery({ queryKey: ['version', id, 'latest'], queryFn: () => api.version(id, 'latest') });
  const account = useSession().data?.account;
  useTitle(text(version.data?.process.name));
  if (version.isPending) return <Bones rows={8} />;
  if (version.isError) return <Failure error={version.error} onRetry={() => void version.refetch()} />;
  const { process } = version.data;
  const details = [
    { key: 'measure', title: t('process.measure') },
    { key: 'forms', title: t('process.forms') },
    ...(hasRole(account, 'processOwner', 'auditor', 'administrator') ? [{ key: 'versions', title: t('owner.publish.history') }] : []),
  ];
  const step = process.steps.find((candidate) => candidate.id === selected);
  return (
    <>
      <div className="page-head">
        <h1>{process.measure.number} {text(process.name)}</h1>
        <span className="soft">{t('process.published', { version: version.data.version, day: dayWords(version.data.publishedAt, 'zh').slice(0, 10) })}</span>
        <span className="mono soft" title={version.data.hash}>{version.data.hash.slice(0, 12)}</span>
        {hasRole(account, 'processOwner') && <Link className="plain-button" to={`/processes/${process.id}/edit`}>{t('design.open')}</Link>}
      </div>
      <div className="split">
        <div className="stack">
          <ProcessCanvas process={process} selected={selected} onSelect={setSelected} firstLook={process.stages[0]?.id} height={520} />
          <section className="card">
            <SideTabs label={t('process.details')} tabs={details} active={open} onActive={setOpen}>
              {open === 'measure' && <MeasureFacts measure={process.measure} />}
              {open === 'forms' && <FormPreview process={process} />}
              {open === 'versions' && <Versions process={process.id} />}
            </SideTabs>
          </section>
        </div>
        <aside ref={side} className="card" aria-label={t('process.side')} style={{ maxHeight: 'calc(100vh - 32px)', overflow: 'auto', position: 'sticky', top: 16 }}>
          {step ? <StepDetails process={process} step={step} onClose={() => setSelected(undefined)} /> : <p className="soft" style={{ marginTop: 0 }}>{t('process.pick')}</p>}
          <h2>{t('canvas.outline')}</h2>
          <Outline process={process} selected={selected} onSelect={setSelected} />
        </aside>
      </div>
    </>
  );
}
