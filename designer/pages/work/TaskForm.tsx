import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../../../model/api.ts';
import { validateForm, type FormFault } from '../../../model/form/validateForm.ts';
import { focusFault } from '../../form/focusFault.ts';
import { SchemaForm } from '../../form/SchemaForm.tsx';
import { useDraft } from '../../form/useDraft.ts';
import { useText } from '../../language/useText.ts';
import { api } from '../../session/api.ts';
import { fieldFaults, sentenceOf } from '../../session/refusals.ts';
import { announce } from '../../shell/announce.ts';

type Outcome = TaskDetail['outcomes'][number];

/** The form of a task with one button for each outcome; what is wrong stands beside its field, a refusal on top. */
export function TaskForm({ task }: { task: TaskDetail }) {
  const { t } = useTranslation();
  const { text, list } = useText();
  const draft = useDraft(`shenpi.draft.task.${task.case}.${task.task}`, task.prefill);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState<Outcome>();
  const client = useQueryClient();
  const { message } = App.useApp();
  const complete = useMutation({
    mutationFn: (outcome: Outcome) => api.complete(task.case, task.task, outcome.id, outcome.needsForm ? draft.answers : {}, reason.trim() || undefined),
    onSuccess: async (_done, outcome) => {
      draft.forget();
      const done = t('task.done', { task: text(task.name), outcome: text(outcome.name), case: task.case });
      announce(done);
      void message.success(done);
      // The finished task itself is gone; asking for it again would only be refused.
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'task' });
    },
  });
  const form = task.form;
  const own: FormFault[] = tried?.needsForm && form ? validateForm(form.schema, draft.answers) : [];
  const fromDoor = fieldFaults(complete.error).map((fault) => ({ ...fault, pointer: fault.pointer.replace(/^\/data(?=\/|$)/, '') }));
  const faults = own.length ? own : fromDoor.filter((fault) => fault.pointer !== '/reason');
  const reasonFault = tried?.needsReason && reason.trim() === '' ? t('task.reasonMissing', { outcome: text(tried.name) }) : fromDoor.filter((fault) => fault.pointer === '/reason').map((fault) => text(fault.message))[0];
  const wantsReason = task.outcomes.some((outcome) => outcome.needsReason);
  const formId = `task-${task.task}`;
  const reasonId = `reason-${task.task}`;
  const finish = (outcome: Outcome) => {
    setTried(outcome);
    complete.reset();
    const wrong = outcome.needsForm && form ? validateForm(form.schema, draft.answers) : [];
    if (wrong.length > 0) focusFault(formId, wrong);
    else if (outcome.needsReason && reason.trim() === '') document.getElementById(reasonId)?.focus();
    else complete.mutate(outcome);
  };
  return (
    <div>
      {complete.isError && <Alert role="alert" type="error" showIcon title={text(sentenceOf(complete.error))} style={{ marginBottom: 16 }} />}
      {form && (
        <div style={{ maxWidth: 760 }}>
          <SchemaForm id={formId} schema={form.schema} answers={draft.answers} onChange={draft.keep} faults={faults} disabled={complete.isPending} />
        </div>
      )}
      {wantsReason && (
        <div style={{ maxWidth: 760, marginBottom: 16 }}>
          <label htmlFor={reasonId}>{t('reason')}</label> <span className="note">{t('task.reasonFor', { outcomes: list(task.outcomes.filter((outcome) => outcome.needsReason).map((outcome) => text(outcome.name))) })}</span>
          <Input.TextArea id={reasonId} rows={2} maxLength={2000} value={reason} status={reasonFault ? 'error' : ''} aria-invalid={Boolean(reasonFault)} aria-describedby={`${reasonId}-fault`} onChange={(event) => setReason(event.target.value)} />
          <div id={`${reasonId}-fault`} role="alert" style={{ color: 'var(--danger)' }}>{reasonFault}</div>
        </div>
      )}
      {own.length > 0 && <p role="alert" style={{ color: 'var(--danger)' }}>{t('form.faults', { count: own.length })}</p>}
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
        {task.outcomes.map((outcome, index) => (
          <Button key={outcome.id} type={index === 0 ? 'primary' : 'default'} loading={complete.isPending && complete.variables.id === outcome.id} disabled={complete.isPending && complete.variables.id !== outcome.id} onClick={() => finish(outcome)}>
            {text(outcome.name)}
          </Button>
        ))}
      </div>
    </div>
  );
}
