import { Button, Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sampleAnswers } from '../../../../model/form/sampleAnswers.ts';
import { validateForm, type FormFault } from '../../../../model/form/validateForm.ts';
import type { OpenQuestions } from '../../../../model/rehearsal/openQuestions.ts';
import type { Rehearsal } from '../../../../model/rehearsal/rehearsal.ts';
import { prefillOf } from '../../../../model/prefill.ts';
import type { ActLine } from '../../../../model/scenario/scenario.ts';
import { judgeAct } from '../../../../model/rehearsal/act.ts';
import { focusFault } from '../../../form/focusFault.ts';
import { SchemaForm } from '../../../form/SchemaForm.tsx';
import { deadlineWords } from '../../../language/moments.ts';
import { useText } from '../../../language/useText.ts';
import { ActButton } from '../../../shell/ActButton.tsx';
import { candidatesFor } from './persons.ts';
import { useRehearsal } from './useRehearsal.ts';

type Open = OpenQuestions['tasks'][number];

/** One task of the rehearsed case: chosen who does it, filled in what they fill in, finished as they would. */
export function OpenTask({ rehearsal, open }: { rehearsal: Rehearsal; open: Open }) {
  const { t } = useTranslation();
  const { text } = useText();
  const play = useRehearsal((state) => state.act);
  const { task, step, definition, form } = open;
  const candidates = useMemo(() => candidatesFor(rehearsal, open), [rehearsal, open]);
  const [who, setWho] = useState<string>();
  const [answers, setAnswers] = useState(() => ({ ...(form ? sampleAnswers(form.schema) : {}), ...prefillOf(form, rehearsal.state, step.id) }));
  const [reason, setReason] = useState('');
  const [faults, setFaults] = useState<FormFault[]>([]);
  // Who is not named is the first person who may.
  const chosen = candidates.find(({ actor }) => actor.id === who);
  const someone = chosen ?? candidates.find(({ refusal }) => !refusal) ?? candidates[0];
  const lineOf = (outcome: Open['definition']['outcomes'][number]): ActLine => ({
    line: 'complete',
    step: step.id,
    task: task.task,
    ...(chosen ? { as: chosen.actor } : {}),
    outcome: outcome.id,
    data: { ...(outcome.needsForm ? answers : {}), ...(reason.trim() ? { reason: reason.trim() } : {}) },
  });
  const formId = `rehearse-${task.task.replaceAll(/[^\w-]/g, '-')}`;
  const finish = (outcome: Open['definition']['outcomes'][number]) => {
    const wrong = outcome.needsForm && form ? validateForm(form.schema, answers) : [];
    setFaults(wrong);
    if (wrong.length > 0) focusFault(formId, wrong);
    else play(lineOf(outcome));
  };
  const wantsReason = definition.outcomes.some((outcome) => outcome.needsReason);
  const role = text(rehearsal.process.roles.find(({ id }) => id === task.role)?.name) || task.role;
  return (
    <section className="card rehearsal-card" aria-label={text(step.name)}>
      <h3>{text(step.name)}{task.task.includes('.') && <span className="soft"> #{task.task.slice(task.task.lastIndexOf('.') + 1)}</span>}</h3>
      <p className="soft figures">{role}{task.due && ` · ${t('task.due', { at: deadlineWords(task.due) })}`}</p>
      <label htmlFor={`${formId}-who`}>{t('owner.rehearsal.who')}</label>
      <Select
        id={`${formId}-who`}
        style={{ width: '100%' }}
        value={someone?.actor.id}
        onChange={setWho}
        options={candidates.map(({ actor, refusal }) => ({
          value: actor.id,
          label: `${actor.name}${actor.roles[0] === task.role ? '' : t('owner.rehearsal.alsoAs', { role })}${refusal ? ` – ${t('owner.rehearsal.mayNot')}` : ''}`,
        }))}
      />
      {someone?.refusal && <p className="hint" role="note">{text(someone.refusal.message)}</p>}
      {form && (
        <details className="rehearsal-form" open={faults.length > 0 || undefined}>
          <summary>{text(form.name)}</summary>
          <SchemaForm id={formId} schema={form.schema} answers={answers} faults={faults} onChange={setAnswers} />
        </details>
      )}
      {wantsReason && (
        <>
          <label htmlFor={`${formId}-reason`}>{t('reason')}</label>
          <Input id={`${formId}-reason`} value={reason} maxLength={2000} onChange={(event) => setReason(event.target.value)} />
        </>
      )}
      {faults.length > 0 && <p role="alert" style={{ color: 'var(--danger)' }}>{t('form.faults', { count: faults.length })}</p>}
      <div className="rehearsal-bar">
        {definition.outcomes.map((outcome) => {
          const judged = judgeAct(rehearsal, lineOf(outcome));
          return <ActButton key={outcome.id} size="small" why={'refusal' in judged ? text(judged.refusal.message) : undefined} onClick={() => finish(outcome)}>{text(outcome.name)}</ActButton>;
        })}
      </div>
      {chosen && <Button size="small" type="link" onClick={() => setWho(undefined)}>{t('owner.rehearsal.anyone')}</Button>}
    </section>
  );
}
