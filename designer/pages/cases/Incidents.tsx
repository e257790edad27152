import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../model/api.ts';
import { momentWords } from '../../language/moments.ts';
import { useText } from '../../language/useText.ts';
import { api, type IncidentHelp } from '../../session/api.ts';
import { sentenceOf } from '../../session/refusals.ts';
import { ActButton } from '../../shell/ActButton.tsx';

type Incident = CaseView['incidentList'][number];

/** Who proposes to skip is one person, who confirms it another: only what can be done next is offered, and the other says why not. */
const helpsOf = ({ proposal }: Incident): IncidentHelp[] => (proposal ? ['retry', 'skip'] : ['retry', 'proposeSkip']);

/** Why the case cannot go on by itself, who proposed what, and the ways to help it on. */
export function Incidents({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { text } = useText();
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const help = useMutation({
    mutationFn: ({ incident, how }: { incident: string; how: IncidentHelp }) => api.helpIncident(view.case, incident, how, reason.trim()),
    onSuccess: () => {
      setReason('');
      return client.invalidateQueries();
    },
  });
  if (view.incidentList.length === 0) return null;
  const some = view.incidentList.some((incident) => helpsOf(incident).some((how) => incident.may[how] === true));
  const why = ({ may }: Incident, how: IncidentHelp) => {
    const allowed = may[how];
    if (allowed !== true) return text(allowed.message);
    return reason.trim() === '' ? t('act.reasonMissing') : undefined;
  };
  return (
    <section className="card" aria-labelledby="incidents">
      <h2 id="incidents">{t('incident.title')}</h2>
      <div className="stack">
        {view.incidentList.map((incident) => (
          <Alert
            key={incident.id}
            type="error"
            showIcon
            title={text(incident.message)}
            description={(
              <>
                {incident.proposal && <p style={{ margin: '0 0 8px' }}>{t('incident.proposed', { who: incident.proposal.name, at: momentWords(incident.proposal.at), reason: incident.proposal.reason })}</p>}
                <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
                  {helpsOf(incident).map((how) => <ActButton key={how} why={why(incident, how)} onClick={() => help.mutate({ incident: incident.id, how })}>{t(`incident.${how}`)}</ActButton>)}
                </div>
              </>
            )}
          />
        ))}
        {some && (
          <div>
            <label htmlFor="incident-reason">{t('reason')}</label>
            <Input.TextArea id="incident-reason" rows={2} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
          </div>
        )}
        {help.isError && <Alert role="alert" type="error" showIcon title={text(sentenceOf(help.error))} />}
      </div>
    </section>
  );
}
