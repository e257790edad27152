import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MeasureSummary } from '../../../model/api.ts';
import { diagramOfSketch } from '../../canvas/diagramOf.ts';
import { grouped } from '../../canvas/grouped.ts';
import { Thumbnail } from '../../canvas/Thumbnail.tsx';
import { useText } from '../../language/useText.ts';
import { api } from '../../session/api.ts';
import { OriginBadge } from '../../shell/badges.tsx';
import { Bones } from '../../shell/Bones.tsx';
import { Failure } from '../../shell/Failure.tsx';
import { OpenProposals } from '../design/publish/OpenProposals.tsx';
import { useTitle } from '../useTitle.ts';

/** All measures as small diagrams, by the four aspects of the programme. */
export default function ProcessesPage() {
  const { t } = useTranslation();
  const { text } = useText();
  const measures = useQuery({ queryKey: ['measures'], queryFn: api.measures, staleTime: 60_000 });
  useTitle(t('nav.processes'));
  return (
    <>
      <div className="page-head">
        <h1>{t('nav.processes')}</h1>
        <span className="soft">{t('processes.what')}</span>
      </div>
      <OpenProposals />
      {measures.isPending && <Bones rows={8} />}
      {measures.isError && <Failure error={measures.error} onRetry={() => void measures.refetch()} />}
      {measures.data && measures.data.items.length === 0 && <p className="empty">{t('processes.empty')}</p>}
      {[...grouped(measures.data?.items ?? [], (measure) => measure.aspect)].sort(([a], [b]) => a - b).map(([aspect, items]) => (
        <section key={aspect} aria-labelledby={`aspect-${aspect}`} style={{ marginBottom: 24 }}>
          <h2 id={`aspect-${aspect}`}>{aspect}. {text(items[0]?.aspectName)}</h2>
          <div className="gallery gallery-wide">
            {items.map((measure) => <MeasureCard key={measure.number} measure={measure} />)}
          </div>
        </section>
      ))}
    </>
  );
}

// The figures that come first say how much; the others are on the page of the measure.
const shownFigures = 2;

function MeasureCard({ measure }: { measure: MeasureSummary }) {
  const { t } = useTranslation();
  const { text, list, language } = useText();
  const never = measure.sketch.steps.filter((step) => step.required === 'never');
  const diagram = useMemo(() => diagramOfSketch(measure.sketch), [measure.sketch]);
  return (
    <Link className="card" to={`/processes/${measure.process}`}>
      <div style={{ display: 'flex', gap: 8, justifyContent: 'space-between', alignItems: 'baseline' }}>
        <strong>{measure.number} {text(measure.name)}</strong>
        <span className="note">{measure.enabled ? t('processes.version', { version: measure.version }) : t('processes.off')}</span>
      </div>
      <Thumbnail diagram={diagram} language={language} label={t('processes.picture', { name: text(measure.name), steps: measure.sketch.steps.length })} />
      <div className="note">{text(measure.summary)}</div>
      <ul className="plain-list card-figures">
        {measure.figures.slice(0, shownFigures).map((figure) => (
          <li key={figure.id}><span className="soft">{text(figure.name)}</span> <strong className="figures">{text(figure.value)}</strong> <OriginBadge origin={figure.origin} /></li>
        ))}
        {measure.figures.length > shownFigures && <li className="note">{t('processes.moreFigures', { count: measure.figures.length - shownFigures })}</li>}
      </ul>
      {never.length > 0 && <div className="note">{t('processes.never', { names: list(never.map((step) => text(step.name))) })}</div>}
    </Link>
  );
}
