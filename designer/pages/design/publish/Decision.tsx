import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../../../model/api.ts';
import { useText } from '../../../language/useText.ts';
import { api } from '../../../session/api.ts';
import { Refused, sentenceOf } from '../../../session/refusals.ts';
import { hasRole, useSession } from '../../../session/useSession.ts';
import { ActButton } from '../../../shell/ActButton.tsx';
import { announce } from '../../../shell/announce.ts';

type Yes = 'approve' | 'reject' | 'withdraw';

/** Approving, rejecting or taking back a proposal; who may not reads why. */
export function Decision({ view }: { view: ProposalView }) {
  const { t } = useTranslation();
  const { text } = useText();
  const account = useSession().data?.account;
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const decide = useMutation<unknown, Error, Yes>({
    mutationFn: (what) => (what === 'approve' ? api.approve(view.proposal) : what === 'reject' ? api.reject(view.proposal, reason.trim()) : api.withdrawProposal(view.proposal)),
    onSuccess: async (_answer, what) => {
      announce(t(`owner.publish.done.${what}`));
      await Promise.all([['proposal'], ['proposals'], ['versions'], ['version', view.id, 'latest'], ['measures']].map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
  if (view.state !== 'open') {
    return (
      <p className="hint" role="note">
        {view.decidedBy && t(`owner.publish.decided.${view.state}`, { name: view.decidedBy.name })}
        {view.version !== undefined && ` · ${t('processes.version', { version: view.version })}`}
        {view.reason && ` · ${t('reason')}：${view.reason}`}
      </p>
    );
  }
  const mine = account?.id === view.proposedBy.id;
  const touched = mine || account?.id === view.lastEditor?.id;
  const stranger = hasRole(account, 'processOwner') ? undefined : t('owner.publish.ownersOnly');
  const obstacles = decide.error instanceof Refused ? decide.error.problem.obstacles : undefined;
  return (
    <div className="stack" style={{ marginTop: 12 }}>
      {!mine && (
        <div style={{ maxWidth: 640 }}>
          <label htmlFor="reject-reason">{t('owner.publish.rejectReason')}</label>
          <Input.TextArea id="reject-reason" rows={2} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
        </div>
      )}
      <div className="proposal-head">
        <Popconfirm title={t('owner.publish.approveTitle', { name: text(view.name) })} description={t('owner.publish.approveWhat')} okText={t('owner.publish.approve')} disabled={touched || stranger !== undefined} onConfirm={() => decide.mutate('approve')}>
          <ActButton type="primary" why={stranger ?? (touched ? t('owner.publish.notYourOwn') : undefined)} loading={decide.isPending && decide.variables === 'approve'}>{t('owner.publish.approve')}</ActButton>
        </Popconfirm>
        {!mine && <ActButton danger why={stranger ?? (reason.trim() === '' ? t('owner.publish.reasonFirst') : undefined)} loading={decide.isPending && decide.variables === 'reject'} onClick={() => decide.mutate('reject')}>{t('owner.publish.reject')}</ActButton>}
        {mine && <ActButton loading={decide.isPending && decide.variables === 'withdraw'} onClick={() => decide.mutate('withdraw')}>{t('owner.publish.withdraw')}</ActButton>}
      </div>
      {decide.isError && (
        <Alert
          role="alert"
          type="error"
          showIcon
          title={text(sentenceOf(decide.error))}
          description={obstacles && <ul>{[...obstacles.problems, ...obstacles.findings, ...obstacles.scenarios.flatMap(({ faults }) => faults)].map(({ message }, index) => <li key={index}>{text(message)}</li>)}</ul>}
        />
      )}
    </div>
  );
}
