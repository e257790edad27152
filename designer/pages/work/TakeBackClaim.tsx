import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../../model/api.ts';
import { useText } from '../../language/useText.ts';
import { api } from '../../session/api.ts';
import { sentenceOf } from '../../session/refusals.ts';
import { ActButton } from '../../shell/ActButton.tsx';

/** An administrator takes a claim from somebody who cannot give it back, and says why. */
export function TakeBackClaim({ task, holder }: { task: TaskView; holder: string }) {
  const { t } = useTranslation();
  const { text } = useText();
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const act = useMutation({ mutationFn: () => api.release(task.case, task.task, reason.trim()), onSettled: () => client.invalidateQueries() });
  const field = `take-back-${task.task}`;
  return (
    <div className="stack">
      <span className="note">{t('task.claimedBy', { who: holder })}</span>
      <div>
        <label htmlFor={field}>{t('reason')}</label>
        <Input id={field} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      <div><ActButton why={reason.trim() === '' ? t('task.takeBackReason') : undefined} onClick={() => act.mutate()}>{t('task.takeBack')}</ActButton></div>
      {act.isError && <Alert role="alert" type="error" showIcon title={text(sentenceOf(act.error))} />}
    </div>
  );
}
