import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../../model/api.ts';
import { useText } from '../../language/useText.ts';
import { api } from '../../session/api.ts';
import { sentenceOf } from '../../session/refusals.ts';

/** Claiming keeps colleagues from doing the same work twice; releasing gives it back to the group. */
export function ClaimButtons({ task, me }: { task: TaskView; me: string }) {
  const { t } = useTranslation();
  const { text } = useText();
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: (how: 'claim' | 'release') => api[how](task.case, task.task),
    onSettled: () => Promise.all([['tasks'], ['task', task.case, task.task], ['case', task.case]].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
  return (
    <div style={{ marginBottom: 8 }}>
      {task.claimedBy === undefined && <Button size="small" loading={act.isPending} onClick={() => act.mutate('claim')}>{t('task.claim')}</Button>}
      {task.claimedBy === me && <><span className="note">{t('task.claimedByMe')} </span><Button size="small" loading={act.isPending} onClick={() => act.mutate('release')}>{t('task.release')}</Button></>}
      {task.claimedBy !== undefined && task.claimedBy !== me && <span className="note">{t('task.claimedBy', { who: task.claimedBy })}</span>}
      {act.isError && <Alert role="alert" type="error" showIcon title={text(sentenceOf(act.error))} />}
    </div>
  );
}
