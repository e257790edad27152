import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ProposalRow } from '../../../../model/api.ts';
import { dayWords } from '../../../language/moments.ts';
import { useText } from '../../../language/useText.ts';
import { api } from '../../../session/api.ts';
import { Bones } from '../../../shell/Bones.tsx';
import { Failure } from '../../../shell/Failure.tsx';
import { Glyph, type GlyphName } from '../../../theme/Glyph.tsx';

const looks: { [state in ProposalRow['state']]: { glyph: GlyphName; color: string } } = {
  open: { glyph: 'clock', color: 'var(--warn)' },
  approved: { glyph: 'check', color: 'var(--good)' },
  rejected: { glyph: 'cross', color: 'var(--danger)' },
  withdrawn: { glyph: 'returned', color: 'var(--ink-soft)' },
};

/** How a proposal stands, with icon and word. */
export function ProposalBadge({ state }: { state: ProposalRow['state'] }) {
  const { t } = useTranslation();
  return (
    <span className="badge" style={{ color: looks[state].color }}>
      <Glyph name={looks[state].glyph} size={13} />
      {t(`owner.publish.state.${state}`)}
    </span>
  );
}

/** Proposals to publish, newest first: whose, of what, and what became of them. */
export function ProposalList({ filter, named = false }: { filter: { process?: string; state?: string }; named?: boolean }) {
  const { t } = useTranslation();
  const { text, labelled, language } = useText();
  const proposals = useQuery({ queryKey: ['proposals', filter], queryFn: () => api.proposals(filter) });
  if (proposals.isPending) return <Bones />;
  if (proposals.isError) return <Failure error={proposals.error} onRetry={() => void proposals.refetch()} />;
  if (proposals.data.items.length === 0) return <p className="empty">{t('owner.publish.noProposals')}</p>;
  return (
    <ul className="plain-list stack">
      {proposals.data.items.map((row) => (
        <li key={row.proposal} className="card proposal-row">
          <div className="proposal-head">
            <Link to={`/proposals/${row.proposal}`}>{named && `${text(row.name)} · `}{t('owner.publish.number', { proposal: row.proposal })}</Link>
            <ProposalBadge state={row.state} />
          </div>
          <div className="note">
            {t('owner.publish.by', { name: row.proposedBy.name, day: dayWords(row.proposedAt, language) })}
            {row.restores !== undefined && ` · ${t('owner.publish.restores', { version: row.restores })}`}
            {row.decidedBy && ` · ${t(`owner.publish.decided.${row.state === 'open' ? 'approved' : row.state}`, { name: row.decidedBy.name })}`}
            {row.version !== undefined && ` · ${t('processes.version', { version: row.version })}`}
          </div>
          <div>{row.note}</div>
          {row.reason && <div className="note">{labelled(t('reason'), row.reason)}</div>}
        </li>
      ))}
    </ul>
  );
}
