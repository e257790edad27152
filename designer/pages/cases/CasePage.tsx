import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { caseLayer } from '../../canvas/caseLayer.ts';
import { Outline } from '../../canvas/Outline.tsx';
import { stageStates } from '../../canvas/stageStates.ts';
import { ProcessCanvas } from '../../canvas/ProcessCanvas.tsx';
import { useText } from '../../language/useText.ts';
import { api } from '../../session/api.ts';
import { StatusBadge } from '../../shell/badges.tsx';
import { Bones } from '../../shell/Bones.tsx';
import { Failure } from '../../shell/Failure.tsx';
import { Trail } from '../../trail/Trail.tsx';
import { StepDetails } from '../processes/StepDetails.tsx';
import { useTitle } from '../useTitle.ts';
import { TaskPanel } from '../work/TaskPanel.tsx';
import { CaseActs } from './CaseActs.tsx';
import { CaseFacts } from './CaseFacts.tsx';
import { Incidents } from './Incidents.tsx';
import { StageBar } from './StageBar.tsx';
import { Stoppage } from './Stoppage.tsx';

/** One case: where it stands on top, what is to do, its facts at the side, its story below. */
export default function CasePage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const { text } = useText();
  const [selected, setSelected] = useState<string>();
  const [openTask, setOpenTask] = useState<string>();
  const view = useQuery({ queryKey: ['case', id], queryFn: () => api.case(id) });
  const trail = useQuery({ queryKey: ['case', id, 'trail'], queryFn: () => api.trail(id) });
  const version = useQuery({
    queryKey: ['version', view.data?.process, view.data?.version],
    queryFn: () => api.version(view.data?.process ?? '', view.data?.version ?? 0),
    enabled: view.data !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  useTitle(id);
  const process = version.data?.process;
  const entries = trail.data?.items;
  const layer = useMemo(() => (process && view.data && entries ? caseLayer(process, view.data, entries) : undefined), [process, view.data, entries]);
  // When the task that had the focus is finished, the focus stays with the tasks.
  const tasksHeading = useRef<HTMLHeadingElement>(null);
  const taskNames = view.data?.tasks.map((task) => task.task).join(' ');
  const before = useRef(taskNames);
  useEffect(() => {
    if (before.current && before.current !== taskNames && document.activeElement === document.body) tasksHeading.current?.focus();
    before.current = taskNames;
  }, [taskNames]);
  if (view.isError) return <Failure error={view.error} onRetry={() => void view.refetch()} />;
  if (version.isError) return <Failure error={version.error} onRetry={() => void version.refetch()} />;
  if (!view.data || !process) return <Bones rows={10} />;
  const step = process.steps.find((candidate) => candidate.id === selected);
  const closed = view.data.status === 'closed';
  const shownTask = view.data.tasks.find((task) => task.task === openTask) ?? view.data.tasks.find((task) => task.can) ?? view.data.tasks[0];
  return (
    <div data-case={id} className="stack">
      <div className="page-head" style={{ marginBottom: 0 }}>
        <h1>{id}</h1>
        <StatusBadge status={view.data.status} outcome={view.data.outcome} />
        <span><Link to={`/processes/${view.data.process}`}>{view.data.measure} {text(view.data.name)}</Link> · {view.data.applicant.name}</span>
        <span className="soft">{t('processes.version', { version: view.data.version })}{view.data.instalment > 1 && ` · ${t('case.instalment', { number: view.data.instalment })}`}</span>
      </div>
      {layer && <StageBar states={stageStates(process, layer)} />}
      {layer ? (
        <ProcessCanvas process={process} layer={layer} selected={selected} onSelect={setSelected} firstLook={view.data.stage} height="min(46vh, 440px)" />
      ) : trail.isError ? <Failure error={trail.error} onRetry={() => void trail.refetch()} /> : <Bones rows={6} />}
      <div className="split">
        <div className="stack">
          <Stoppage view={view.data} />
          <Incidents view={view.data} />
          <section aria-labelledby="tasks" className="card">
            <h2 id="tasks" ref={tasksHeading} tabIndex={-1}>{t('case.tasks')}</h2>
            {view.data.tasks.length === 0 && <p className="soft">{closed ? t('case.noTasksClosed') : t('case.noTasks')}</p>}
            <div className="stack">
              {view.data.tasks.map((task) => <TaskPanel key={task.task} task={task} level={3} open={task === shownTask} onOpen={() => setOpenTask(task.task)} />)}
            </div>
          </section>
          <section aria-labelledby="trail" className="card">
            <h2 id="trail">{t('trail.title')}</h2>
            {entries ? <Trail process={process} entries={entries} /> : <Bones />}
          </section>
        </div>
        <aside className="stack" aria-label={t('case.facts')}>
          {step && <div className="card"><StepDetails process={process} step={step} onClose={() => setSelected(undefined)} /></div>}
          <CaseActs view={view.data} />
          <CaseFacts view={view.data} process={process} />
          <details className="card">
            <summary>{t('canvas.outline')}</summary>
            <Outline process={process} layer={layer} selected={selected} onSelect={setSelected} />
          </details>
        </aside>
      </div>
    </div>
  );
}
