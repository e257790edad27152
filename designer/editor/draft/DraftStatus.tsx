import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Modal, Tooltip } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { momentWords } from '../../language/moments.ts';
import { useText } from '../../language/useText.ts';
import { instantFromMs } from '../../../model/instant.ts';
import { api } from '../../session/api.ts';
import { sentenceOf } from '../../session/refusals.ts';
import { announce } from '../../shell/announce.ts';
import { Glyph, type GlyphName } from '../../theme/Glyph.tsx';
import { useEditor } from '../useEditor.ts';
import type { Keeping } from './draftKeeper.ts';
import { MeetTheirs } from './MeetTheirs.tsx';
import { useDraft, useDraftKeeper } from './useDraft.ts';

const looks: { [keeping in Keeping]: { glyph: GlyphName; color: string } } = {
  saved: { glyph: 'check', color: 'var(--good)' },
  waiting: { glyph: 'clock', color: 'var(--ink-soft)' },
  saving: { glyph: 'clock', color: 'var(--ink-soft)' },
  offline: { glyph: 'pause', color: 'var(--warn)' },
  refused: { glyph: 'error', color: 'var(--danger)' },
  stale: { glyph: 'users', color: 'var(--warn)' },
};

/** How the open draft is kept, in a word; what was found in this browser, and what somebody else changed meanwhile, is asked about. */
export default function DraftStatus() {
  const { t } = useTranslation();
  const { text } = useText();
  const keeping = useDraft((state) => state.keeping);
  const keptHere = useDraft((state) => state.keptHere);
  const why = useDraft((state) => state.why);
  const savedAt = useDraft((state) => state.savedAt);
  const standing = useDraft((state) => state.standing);
  const readOnly = useEditor((state) => state.readOnly);
  const word = t(`owner.draft.${keeping}`);
  // What is amiss is told; that it is being saved once more would be told at every letter.
  useEffect(() => {
    if (keeping === 'offline' || keeping === 'refused') announce(word);
  }, [keeping, word]);
  const detail = [text(why), keptHere ? '' : t('owner.draft.noRoom'), savedAt ? t('owner.draft.savedAt', { at: momentWords(instantFromMs(Date.parse(savedAt))) }) : standing.saved && standing.changedBy ? t('owner.draft.changedBy', { name: standing.changedBy.name }) : t('owner.draft.untouched', { version: standing.base })];
  if (readOnly) return <span className="badge" style={{ color: 'var(--ink-soft)' }}>{t('owner.draft.readOnly')}</span>;
  return (
    <>
      <Tooltip title={detail.filter(Boolean).join(' ')} trigger={['hover', 'focus']}>
        <span className="badge" role="status" tabIndex={0} data-keeping={keeping} style={{ color: keptHere ? looks[keeping].color : 'var(--danger)' }}>
          <Glyph name={looks[keeping].glyph} size={13} />
          {keeping !== 'saved' && !keptHere ? t('owner.draft.noRoom') : word}
        </span>
      </Tooltip>
      {standing.saved && <Discard />}
      <Found />
      <NewerDraft />
      <MeetTheirs />
    </>
  );
}

/** Throws the draft away, so that the latest version stands in its place. */
function Discard() {
  const { t } = useTranslation();
  const { text } = useText();
  const keeper = useDraftKeeper();
  const { id, base } = useDraft((state) => state.standing);
  const [asking, setAsking] = useState(false);
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>();
  const client = useQueryClient();
  const discard = async () => {
    setWorking(true);
    try {
      await api.discardDraft(id, keeper.store.getState().from.revision);
      keeper.reset(await api.draft(id));
      setAsking(false);
      announce(t('owner.draft.discarded'));
      await client.invalidateQueries({ queryKey: ['drafts'] });
    } catch (failure) {
      setError(failure);
    } finally {
      setWorking(false);
    }
  };
  return (
    <>
      <Button size="small" type="text" onClick={() => { setError(undefined); setAsking(true); }}>{t('owner.draft.discard')}</Button>
      <Modal open={asking} title={t('owner.draft.discardTitle')} okText={t('owner.draft.discard')} okButtonProps={{ danger: true, loading: working }} onOk={() => void discard()} onCancel={() => setAsking(false)}>
        <p>{t('owner.draft.discardWhat', { version: base })}</p>
        {error !== undefined && <Alert role="alert" type="error" showIcon title={text(sentenceOf(error))} />}
      </Modal>
    </>
  );
}

/** Offers back what this browser kept and the server never got. */
function Found() {
  const { t } = useTranslation();
  const keeper = useDraftKeeper();
  const found = useDraft((state) => state.found);
  return (
    <Modal
      open={found !== undefined}
      title={t('owner.draft.found')}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={[
        <Button key="forget" onClick={() => keeper.takeFound(false)}>{t('owner.draft.forget')}</Button>,
        <Button key="take" type="primary" onClick={() => keeper.takeFound(true)}>{t('owner.draft.take')}</Button>,
      ]}
    >
      {found && <p>{t('owner.draft.foundWhat', { at: momentWords(instantFromMs(Date.parse(found.keptAt))) })}</p>}
    </Modal>
  );
}

/** Takes in what a colleague saved, as long as nothing here is unsaved. */
function NewerDraft() {
  const { t } = useTranslation();
  const keeper = useDraftKeeper();
  const id = useDraft((state) => state.standing.id);
  // The event stream marks it as out of date whenever somebody saved.
  const newer = useQuery({
    queryKey: ['draft', id, 'newer'],
    queryFn: () => api.draft(id),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    initialData: () => ({ ...keeper.store.getState().standing, process: keeper.store.getState().from.process }),
  });
  const latest = newer.data;
  useEffect(() => {
    if (latest && keeper.refresh(latest)) announce(t('owner.draft.refreshed', { name: latest.changedBy?.name ?? '' }));
  }, [latest, keeper, t]);
  return null;
}
