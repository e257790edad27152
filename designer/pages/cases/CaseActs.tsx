import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../model/api.ts';
import { useText } from '../../language/useText.ts';
import { api, type CaseAct } from '../../session/api.ts';
import { sentenceOf } from '../../session/refusals.ts';
import { ActButton } from '../../shell/ActButton.tsx';
import { announce } from '../../shell/announce.ts';

const acts: CaseAct[] = ['withdraw', 'suspend', 'resume', 'terminate'];

/** The acts on the whole case; what is not possible says why, what is asks for a reason and names the consequence. */
export function CaseActs({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { text } = useText();
  const [asking, setAsking] = useState<CaseAct>();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: (which: CaseAct) => api.act(view.case, which, reason.trim()),
    onSuccess: async (_row, which) => {
      setAsking(undefined);
      setReason('');
      announce(t(`act.${which}.done`, { case: view.case }));
      await client.invalidateQueries();
    },
  });
  const reasonFault = tried && asking && reason.trim() === '' ? t('act.reasonMissing') : undefined;
  return (
    <section className="card" aria-labelledby="acts">
      <h2 id="acts">{t('case.acts')}</h2>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
        {acts.map((which) => {
          const may = view.may[which];
          const open = () => {
            act.reset();
            setTried(false);
            setAsking(which);
          };
          const why = may === true ? undefined : text(may.message);
          return <ActButton key={which} why={why} danger={!why && (which === 'terminate' || which === 'withdraw')} onClick={open}>{t(`act.${which}.name`)}</ActButton>;
        })}
      </div>
      <Modal
        open={asking !== undefined}
        title={asking && t(`act.${asking}.title`, { case: view.case, applicant: view.applicant.name })}
        okText={asking && t(`act.${asking}.name`)}
        okButtonProps={{ danger: asking === 'terminate' || asking === 'withdraw', loading: act.isPending }}
        onOk={() => {
          setTried(true);
          if (asking && reason.trim() !== '') act.mutate(asking);
        }}
        onCancel={() => setAsking(undefined)}
      >
        <p>{asking && t(`act.${asking}.consequence`)}</p>
        <label htmlFor="act-reason">{t('reason')}</label>
        <Input.TextArea id="act-reason" rows={3} maxLength={2000} value={reason} status={reasonFault ? 'error' : ''} aria-invalid={Boolean(reasonFault)} aria-describedby="act-reason-fault" onChange={(event) => setReason(event.target.value)} />
        <div id="act-reason-fault" role="alert" style={{ color: 'var(--danger)' }}>{reasonFault}</div>
        {act.isError && <Alert role="alert" type="error" showIcon title={text(sentenceOf(act.error))} style={{ marginTop: 8 }} />}
      </Modal>
    </section>
  );
}
