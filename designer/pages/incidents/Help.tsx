import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentRow } from '../../../model/api.ts';
import { momentWords } from '../../language/moments.ts';
import { useText } from '../../language/useText.ts';
import { api, type IncidentHelp } from '../../session/api.ts';
import { sentenceOf } from '../../session/refusals.ts';
import { ActButton } from '../../shell/ActButton.tsx';
import { CorrectData } from './CorrectData.tsx';

type Help = IncidentHelp | 'restart' | 'close';
/** Which incident of which case, and what the reader may do about it. */
type Helped = Pick<IncidentRow, 'case' | 'incident' | 'may' | 'proposal'>;

/** Who proposes to skip is one person, who confirms it another: only what can be done next is offered, and the other says why not. */
function helpsOf({ incident, may, proposal }: Helped): Help[] {
  if (incident === undefined) return may.recover === undefined || (may.recover !== true && may.recover.code === 'notReady') ? [] : ['restart', 'close'];
  return proposal ? ['retry', 'skip'] : ['retry', 'proposeSkip'];
}

/** The ways to help one case on, each with a reason; what this person may not do says why. */
export function Help({ of: helped, name }: { of: Helped; name: string }) {
  const { t } = useTranslation();
  const { text } = useText();
  const [reason, setReason] = useState('');
  const [correcting, setCorrecting] = useState(false);
  const field = useId();
  const client = useQueryClient();
  const help = useMutation({
    mutationFn: (how: Help) => (how === 'restart' || how === 'close' ? api.recover(helped.case, how, reason.trim()) : api.helpIncident(helped.case, helped.incident ?? '', how, reason.trim())),
    onSuccess: () => {
      setReason('');
      return client.invalidateQueries();
    },
  });
  const allowed = (how: Help) => helped.may[how === 'restart' || how === 'close' ? 'recover' : how] ?? true;
  const why = (how: Help) => {
    const may = allowed(how);
    if (may !== true) return text(may.message);
    return reason.trim() === '' ? t('act.reasonMissing') : undefined;
  };
  const helps = helpsOf(helped);
  if (helps.length === 0) return null;
  return (
    <div className="stack">
      {helped.proposal && <p style={{ margin: 0 }}>{t('incident.proposed', { who: helped.proposal.name, at: momentWords(helped.proposal.at), reason: helped.proposal.reason })}</p>}
      {helps.some((how) => allowed(how) === true) && (
        <div>
          <label htmlFor={field}>{t('reason')}</label>
          <Input.TextArea id={field} aria-label={`${t('reason')}: ${name}`} rows={2} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
        </div>
      )}
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
        {helps.map((how) => <ActButton key={how} why={why(how)} danger={how === 'close' && why(how) === undefined} loading={help.isPending} onClick={() => help.mutate(how)}>{t(`incident.${how}`)}</ActButton>)}
        {helped.incident !== undefined && <ActButton why={helped.may.correct === undefined || helped.may.correct === true ? undefined : text(helped.may.correct.message)} onClick={() => setCorrecting(true)}>{t('incident.correct')}</ActButton>}
      </div>
      {correcting && helped.incident !== undefined && <CorrectData id={helped.case} incident={helped.incident} onClose={() => setCorrecting(false)} />}
      {help.isError && <Alert role="alert" type="error" showIcon title={text(sentenceOf(help.error))} />}
    </div>
  );
}
