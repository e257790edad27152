import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Avatar, Tooltip } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../language/useText.ts';
import { api } from '../../session/api.ts';
import { useSession } from '../../session/useSession.ts';
import { announce } from '../../shell/announce.ts';
import { useDraft } from './useDraft.ts';

const heartbeatMs = 20_000;

/** Who else has this process open: a letter for each, the names in words, and a sentence when somebody comes or goes. */
export default function Present() {
  const { t } = useTranslation();
  const { list } = useText();
  const id = useDraft((state) => state.standing.id);
  const me = useSession().data?.account?.id;
  const client = useQueryClient();
  const present = useQuery({ queryKey: ['presence', id], queryFn: () => api.presence(id, true), refetchInterval: heartbeatMs, refetchIntervalInBackground: true });
  useEffect(() => () => {
    void api.presence(id, false).catch(() => undefined); // whoever cannot say goodbye is gone after a while by itself
    client.removeQueries({ queryKey: ['presence', id] });
  }, [id, client]);
  const others = (present.data?.items ?? []).filter((person) => person.id !== me);
  const names = list(others.map(({ name }) => name));
  const before = useRef('');
  useEffect(() => {
    if (names !== before.current) announce(names ? t('owner.draft.present', { names }) : t('owner.draft.alone'));
    before.current = names;
  }, [names, t]);
  if (others.length === 0) return null;
  return (
    <Tooltip title={t('owner.draft.present', { names })} trigger={['hover', 'focus']}>
      <span tabIndex={0} role="img" aria-label={t('owner.draft.present', { names })}>
        <Avatar.Group size="small" max={{ count: 4 }}>
          {others.map(({ id: person, name }) => <Avatar key={person} style={{ background: 'var(--accent)', color: 'var(--accent-ink)' }}>{name.slice(0, 1)}</Avatar>)}
        </Avatar.Group>
      </span>
    </Tooltip>
  );
}
