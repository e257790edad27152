import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Input } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDraft } from '../../../editor/draft/useDraft.ts';
import { useEditor, useEditorStore } from '../../../editor/useEditor.ts';
import { useText } from '../../../language/useText.ts';
import { api } from '../../../session/api.ts';
import { Refused, sentenceOf } from '../../../session/refusals.ts';
import { ActButton } from '../../../shell/ActButton.tsx';
import { announce } from '../../../shell/announce.ts';
import { Bones } from '../../../shell/Bones.tsx';
import { Failure } from '../../../shell/Failure.tsx';
import { Checklist } from './Checklist.tsx';
import { useObstacles } from './useObstacles.ts';

/** Proposes the draft for publication: once nothing stands against it, with a note, and with a reason for each finding that is passed over. */
export function Propose() {
  const { t } = useTranslation();
  const { text } = useText();
  const editor = useEditorStore();
  const draft = useEditor((state) => state.history.process);
  const readOnly = useEditor((state) => state.readOnly);
  const keeping = useDraft((state) => state.keeping);
  const standing = useDraft((state) => state.standing);
  const revision = useDraft((state) => state.from.revision);
  const [note, setNote] = useState('');
  const [reasons, setReasons] = useState<{ [finding: string]: string }>({});
  const client = useQueryClient();
  const latest = useQuery({ queryKey: ['version', draft.id, 'latest'], queryFn: () => api.version(draft.id, 'latest'), retry: false });
  const open = useQuery({ queryKey: ['proposals', { process: draft.id, state: 'open' }], queryFn: () => api.proposals({ process: draft.id, state: 'open' }) });
  const { obstacles, scenarios, error } = useObstacles(draft, latest.data?.process);
  const waivers = useMemo(() => Object.entries(reasons).flatMap(([finding, reason]) => (reason.trim() ? [{ finding, reason: reason.trim() }] : [])), [reasons]);
  const propose = useMutation({
    mutationFn: () => api.propose(draft.id, { revision, note: note.trim(), waivers }),
    onSuccess: async ({ proposal }) => {
      setNote('');
      announce(t('owner.publish.proposed', { proposal }));
      await client.invalidateQueries({ queryKey: ['proposals'] });
    },
  });
  if (error) return <Failure error={error} />;
  // The door's list where it said no last, since it may know more than this page.
  const said = propose.error instanceof Refused ? propose.error.problem.obstacles : undefined;
  const shown = obstacles && said ? { ...obstacles, findings: [...obstacles.findings, ...said.findings.filter(({ key }) => !obstacles.findings.some((known) => known.key === key))] } : obstacles;
  const waived = new Set(waivers.map(({ finding }) => finding));
  const [waiting] = open.data?.items ?? [];
  const why = readOnly ? t('owner.draft.readOnly')
    : waiting ? t('owner.publish.waiting', { name: waiting.proposedBy.name })
      : !standing.saved ? t('owner.publish.noDraft')
        : keeping !== 'saved' ? t('owner.publish.notSaved')
          : !shown ? t('owner.publish.checking')
            : shown.problems.length > 0 || shown.scenarios.length > 0 || shown.findings.some(({ waivable }) => !waivable) ? t('owner.publish.obstacles')
              : shown.findings.some(({ key }) => !waived.has(key)) ? t('owner.publish.waiveFirst')
                : note.trim() === '' ? t('owner.publish.noteMissing')
                  : undefined;
  return (
    <div className="stack publish">
      {waiting && <Alert type="info" showIcon role="status" title={t('owner.publish.waiting', { name: waiting.proposedBy.name })} action={<Link to={`/proposals/${waiting.proposal}`}>{t('owner.publish.open')}</Link>} />}
      {shown ? <Checklist obstacles={shown} scenarios={scenarios ?? 0} before={latest.data} reasons={reasons} onReason={(finding, reason) => setReasons({ ...reasons, [finding]: reason })} onSeek={(where) => editor.getState().seek(where)} /> : <Bones />}
      <div>
        <label htmlFor="publish-note">{t('owner.publish.note')}</label>
        <Input.TextArea id="publish-note" rows={3} maxLength={2000} value={note} placeholder={t('owner.publish.noteHint')} onChange={(event) => setNote(event.target.value)} />
      </div>
      {propose.isError && <Alert role="alert" type="error" showIcon title={text(sentenceOf(propose.error))} />}
      <div><ActButton type="primary" why={why} loading={propose.isPending} onClick={() => propose.mutate()}>{t('owner.publish.proposeNow')}</ActButton></div>
      <p className="note">{t('owner.publish.fourEyes')}</p>
    </div>
  );
}
