import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { openQuestions } from '../../../../model/rehearsal/openQuestions.ts';
import type { Rehearsal } from '../../../../model/rehearsal/rehearsal.ts';
import { OpenCheck } from './OpenCheck.tsx';
import { OpenTask } from './OpenTask.tsx';
import { StuckStep } from './StuckStep.tsx';
import { Time } from './Time.tsx';
import { WholeCase } from './WholeCase.tsx';

/** Everything by which the rehearsed case can go on: people's tasks, answers of the world, help, time, and what befalls the whole case. */
export function WhatIsOpen({ rehearsal }: { rehearsal: Rehearsal }) {
  const { t } = useTranslation();
  const open = useMemo(() => openQuestions(rehearsal), [rehearsal]);
  if (rehearsal.state.closed) return <p className="hint" role="note">{t('owner.rehearsal.over')}</p>;
  const nothing = open.tasks.length + open.checks.length + open.incidents.length === 0;
  return (
    <>
      <section aria-labelledby="rehearsal-open" className="stack">
        <h2 id="rehearsal-open">{t('owner.rehearsal.open')}</h2>
        {nothing && <p className="soft">{t('case.noTasks')}</p>}
        {open.incidents.map((incident) => <StuckStep key={incident.id} incident={incident} />)}
        {open.tasks.map((task) => <OpenTask key={task.task.task} rehearsal={rehearsal} open={task} />)}
        {open.checks.map((check) => <OpenCheck key={check.effect} rehearsal={rehearsal} open={check} />)}
      </section>
      <Time rehearsal={rehearsal} clocks={open.clocks} />
      <WholeCase rehearsal={rehearsal} messages={open.messages} />
    </>
  );
}
