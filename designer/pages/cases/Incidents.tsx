import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../model/api.ts';
import { useText } from '../../language/useText.ts';
import { api } from '../../session/api.ts';
import { sentenceOf } from '../../session/refusals.ts';

/** Why the case cannot go on by itself, with the ways to help it on. */
export function Incidents({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { text } = useText();
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const resolve = useMutation({
    mutationFn: ({ incident, how }: { incident: string; how: 'retry' | 'skip' }) => api.resolveIncident(view.case, incident, how, reason.trim()),
    onSuccess: () => client.invalidateQueries(),
  });
  if (view.incidentList.length === 0) return null;
  const may = view.may.resolve;
  return (
    <section className="card" aria-labelledby="incidents">
      <h2 id="incidents">{t('incident.title')}</h2>
      <div className="stack">
        {view.incidentList.map((incident) => <Alert key={incident.id} type="error" showIcon title={text(incident.message)} description={may === true ? (
          <div style={{ display: 'flex', gap: 8 }}>
            <Button disabled={reason.trim() === ''} loading={resolve.isPending} onClick={() => resolve.mutate({ incident: incident.id, how: 'retry' })}>{t('incident.retry')}</Button>
            <Button disabled={reason.trim() === ''} loading={resolve.isPending} onClick={() => resolve.mutate({ incident: incident.id, how: 'skip' })}>{t('incident.skip')}</Button>
          </div>
        ) : text(may.message)} />)}
        {may === true && (
          <div>
            <label htmlFor="incident-reason">{t('reason')}</label>
            <Input.TextArea id="incident-reason" rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
          </div>
        )}
        {resolve.isError && <Alert role="alert" type="error" showIcon title={text(sentenceOf(resolve.error))} />}
      </div>
    </section>
  );
}
