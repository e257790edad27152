import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { dayWords } from '../../../language/moments.ts';
import { useText } from '../../../language/useText.ts';
import { api } from '../../../session/api.ts';
import { Bones } from '../../../shell/Bones.tsx';
import { Failure } from '../../../shell/Failure.tsx';
import { useTitle } from '../../useTitle.ts';
import { Comparison } from '../compare/Comparison.tsx';
import { Decision } from './Decision.tsx';
import { ProposalBadge } from './ProposalList.tsx';
import './publish.css';

/** One proposal, for the second process owner: what it would change, why, what was passed over, and yes or no. */
export default function ProposalPage() {
  const { proposal: number = '' } = useParams();
  const { t } = useTranslation();
  const { text, labelled, language } = useText();
  const proposal = useQuery({ queryKey: ['proposal', number], queryFn: () => api.proposal(Number(number)) });
  useTitle(proposal.data ? t('owner.publish.titleOf', { name: text(proposal.data.name), proposal: number }) : '');
  if (proposal.isPending) return <Bones rows={8} />;
  if (proposal.isError) return <Failure error={proposal.error} onRetry={() => void proposal.refetch()} />;
  const view = proposal.data;
  return (
    <div className="stack">
      <div className="page-head" style={{ marginBottom: 0 }}>
        <h1>{t('owner.publish.titleOf', { name: text(view.name), proposal: view.proposal })}</h1>
        <ProposalBadge state={view.state} />
        <Link to={`/processes/${view.id}`}>{view.process.measure.number} {text(view.name)}</Link>
        <span className="mono soft" title={view.hash}>{view.hash.slice(0, 12)}</span>
      </div>
      <section className="card" aria-labelledby="proposal-what">
        <h2 id="proposal-what">{t('owner.publish.note')}</h2>
        <p className="proposal-note">{view.note}</p>
        <p className="soft">
          {t('owner.publish.by', { name: view.proposedBy.name, day: dayWords(view.proposedAt, language) })}
          {view.lastEditor && view.lastEditor.id !== view.proposedBy.id && ` · ${t('owner.draft.changedBy', { name: view.lastEditor.name })}`}
          {view.restores !== undefined && ` · ${t('owner.publish.restores', { version: view.restores })}`}
          {` · ${view.base > 0 ? t('owner.publish.againstVersion', { version: view.base }) : t('owner.publish.first')}`}
        </p>
        {view.waivers.length > 0 && (
          <>
            <h3>{t('owner.publish.waived')}</h3>
            <ul>{view.waivers.map(({ finding, reason }) => <li key={finding}><span className="mono">{labelled(finding, '')}</span>{reason}</li>)}</ul>
          </>
        )}
        <Decision view={view} />
      </section>
      {view.against ? <Comparison before={view.against} after={view.process} /> : <p className="hint" role="note">{t('owner.publish.nothingBefore')}</p>}
    </div>
  );
}
