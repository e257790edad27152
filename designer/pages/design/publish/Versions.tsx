import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { VersionSummary } from '../../../../model/api.ts';
import { dayWords } from '../../../language/moments.ts';
import { useText } from '../../../language/useText.ts';
import { api } from '../../../session/api.ts';
import { sentenceOf } from '../../../session/refusals.ts';
import { hasRole, useSession } from '../../../session/useSession.ts';
import { ActButton } from '../../../shell/ActButton.tsx';
import { announce } from '../../../shell/announce.ts';
import { Bones } from '../../../shell/Bones.tsx';
import { download } from '../../../shell/download.ts';
import { Failure } from '../../../shell/Failure.tsx';

/** Every version of a process, newest first: its day, its people, its note and its hash, and what can be done with it. */
export function Versions({ process }: { process: string }) {
  const { t } = useTranslation();
  const versions = useQuery({ queryKey: ['versions'], queryFn: api.versions });
  const [again, setAgain] = useState<VersionSummary>();
  if (versions.isPending) return <Bones />;
  if (versions.isError) return <Failure error={versions.error} onRetry={() => void versions.refetch()} />;
  const own = versions.data.items.filter(({ id }) => id === process).sort((a, b) => b.version - a.version);
  if (own.length === 0) return <p className="empty">{t('owner.publish.noVersions')}</p>;
  return (
    <>
      <ul className="plain-list stack">
        {own.map((version) => <VersionRow key={version.version} version={version} latest={own[0]?.version ?? 0} onAgain={() => setAgain(version)} />)}
      </ul>
      {again && <PublishAgain version={again} onClose={() => setAgain(undefined)} />}
    </>
  );
}

function VersionRow({ version: { id, name, version, hash, publishedAt, publishedBy, note, approval }, latest, onAgain }: { version: VersionSummary; latest: number; onAgain: () => void }) {
  const { t } = useTranslation();
  const { text, labelled, language } = useText();
  const owner = hasRole(useSession().data?.account, 'processOwner');
  const [error, setError] = useState<unknown>();
  const hand = async () => {
    setError(undefined);
    try {
      const { process } = await api.version(id, version);
      download(`${text(name)}-v${version}.json`, JSON.stringify(process, null, 2));
    } catch (failure) {
      setError(failure);
    }
  };
  const title = t('processes.version', { version });
  return (
    <li className="card proposal-row">
      <div className="proposal-head">
        <strong>{title}</strong>
        {version === latest && <span className="badge" style={{ color: 'var(--good)' }}>{t('owner.publish.current')}</span>}
        <span className="soft figures">{dayWords(publishedAt, language)}</span>
        <span className="mono soft" title={hash}>{hash.slice(0, 12)}</span>
      </div>
      <div className="note">{approval ? t('owner.publish.people', { proposedBy: approval.proposedBy.name, approvedBy: approval.approvedBy.name }) : publishedBy}{approval?.restores !== undefined && ` · ${t('owner.publish.restores', { version: approval.restores })}`}</div>
      <div>{note}</div>
      {approval && approval.waivers.length > 0 && (
        <details>
          <summary className="note">{t('owner.publish.waived')} ({approval.waivers.length})</summary>
          <ul>{approval.waivers.map(({ finding, reason }) => <li key={finding}><span className="mono">{labelled(finding, '')}</span>{reason}</li>)}</ul>
        </details>
      )}
      <div className="proposal-head">
        {version !== latest && owner && <Button size="small" aria-label={`${t('owner.publish.again')}: ${title}`} onClick={onAgain}>{t('owner.publish.again')}</Button>}
        <Link aria-label={`${t('owner.publish.compare')}: ${title}`} to={`/processes/${id}/compare?before=${version === latest ? Math.max(version - 1, 1) : version}&after=${latest}`}>{t('owner.publish.compare')}</Link>
        <Button size="small" aria-label={`${t('owner.publish.json')}: ${title}`} onClick={() => void hand()}>{t('owner.publish.json')}</Button>
      </div>
      {error !== undefined && <Alert role="alert" type="error" showIcon title={text(sentenceOf(error))} />}
    </li>
  );
}

/** Proposes an earlier version once more, under a new number. */
function PublishAgain({ version: { id, version }, onClose }: { version: VersionSummary; onClose: () => void }) {
  const { t } = useTranslation();
  const { text } = useText();
  const [note, setNote] = useState('');
  const client = useQueryClient();
  const propose = useMutation({
    mutationFn: () => api.propose(id, { version, note: note.trim(), waivers: [] }),
    onSuccess: async ({ proposal }) => {
      announce(t('owner.publish.proposed', { proposal }));
      onClose();
      await client.invalidateQueries({ queryKey: ['proposals'] });
    },
  });
  return (
    <Modal open title={t('owner.publish.againTitle', { version })} onCancel={onClose} footer={<ActButton type="primary" why={note.trim() === '' ? t('owner.publish.noteMissing') : undefined} loading={propose.isPending} onClick={() => propose.mutate()}>{t('owner.publish.proposeNow')}</ActButton>}>
      <p>{t('owner.publish.againWhat', { version })}</p>
      <label htmlFor="again-note">{t('owner.publish.note')}</label>
      <Input.TextArea id="again-note" rows={3} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
      {propose.isError && <Alert role="alert" type="error" showIcon title={text(sentenceOf(propose.error))} style={{ marginTop: 8 }} />}
    </Modal>
  );
}
