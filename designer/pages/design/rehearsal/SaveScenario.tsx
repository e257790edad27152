import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toScenario, type Rehearsal } from '../../../../model/rehearsal/rehearsal.ts';
import { useEditor } from '../../../editor/useEditor.ts';
import { useText } from '../../../language/useText.ts';
import { api } from '../../../session/api.ts';
import { sentenceOf } from '../../../session/refusals.ts';
import { announce } from '../../../shell/announce.ts';

/** Keeps the rehearsal under a name: how the case went, and that it stands as it stands now. */
export function SaveScenario({ rehearsal }: { rehearsal: Rehearsal }) {
  const { t } = useTranslation();
  const { text } = useText();
  const process = useEditor((state) => state.history.process.id);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (called: string) => api.putScenario(process, crypto.randomUUID(), toScenario(rehearsal, { zh: called, en: called })),
    onSuccess: async (_kept, called) => {
      setOpen(false);
      setName('');
      setTried(false);
      announce(t('owner.rehearsal.saved', { name: called }));
      await client.invalidateQueries({ queryKey: ['scenarios', process] });
    },
  });
  const fault = tried && name.trim() === '' ? t('owner.rehearsal.nameMissing') : undefined;
  return (
    <>
      <Button size="small" onClick={() => { save.reset(); setOpen(true); }}>{t('owner.rehearsal.save')}</Button>
      <Modal
        open={open}
        title={t('owner.rehearsal.saveTitle')}
        okText={t('owner.rehearsal.save')}
        okButtonProps={{ loading: save.isPending }}
        onOk={() => {
          setTried(true);
          if (name.trim()) save.mutate(name.trim());
        }}
        onCancel={() => setOpen(false)}
      >
        <p>{t('owner.rehearsal.saveWhat')}</p>
        <label htmlFor="scenario-name">{t('owner.rehearsal.name')}</label>
        <Input id="scenario-name" value={name} maxLength={200} status={fault ? 'error' : ''} aria-invalid={Boolean(fault)} aria-describedby="scenario-name-fault" onChange={(event) => setName(event.target.value)} />
        <div id="scenario-name-fault" role="alert" style={{ color: 'var(--danger)' }}>{fault}</div>
        {save.isError && <Alert role="alert" type="error" showIcon title={text(sentenceOf(save.error))} style={{ marginTop: 8 }} />}
      </Modal>
    </>
  );
}
