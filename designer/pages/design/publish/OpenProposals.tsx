import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../session/api.ts';
import { hasRole, useSession } from '../../../session/useSession.ts';
import { ProposalList } from './ProposalList.tsx';
import './publish.css';

const filter = { state: 'open' };

/** The proposals that wait for a second process owner, for those who may read them; nothing where none waits. */
export function OpenProposals() {
  const { t } = useTranslation();
  const reads = hasRole(useSession().data?.account, 'processOwner', 'auditor', 'administrator');
  const open = useQuery({ queryKey: ['proposals', filter], queryFn: () => api.proposals(filter), enabled: reads });
  if (!open.data || open.data.items.length === 0) return null;
  return (
    <section aria-labelledby="open-proposals" style={{ marginBottom: 24 }}>
      <h2 id="open-proposals">{t('owner.publish.waitingAll')} ({open.data.items.length})</h2>
      <ProposalList filter={filter} named />
    </section>
  );
}
