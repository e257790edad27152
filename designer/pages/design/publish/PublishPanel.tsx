import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor } from '../../../editor/useEditor.ts';
import { SideTabs } from '../../../shell/SideTabs.tsx';
import './publish.css';
import { ProposalList } from './ProposalList.tsx';
import { Propose } from './Propose.tsx';
import { Versions } from './Versions.tsx';

const parts = ['propose', 'proposals', 'versions'] as const;

/** From draft to published version: what stands against it, who proposes and who approves, and what was published before. */
export default function PublishPanel() {
  const { t } = useTranslation();
  const process = useEditor((state) => state.history.process.id);
  const [open, setOpen] = useState<string>('propose');
  return (
    <SideTabs label={t('owner.publish.propose')} tabs={parts.map((key) => ({ key, title: t(`owner.publish.${key}`) }))} active={open} onActive={setOpen}>
      {/* What was typed into a proposal stays while one looks at the others. */}
      <div hidden={open !== 'propose'}><Propose /></div>
      {open === 'proposals' && <ProposalList filter={{ process }} />}
      {open === 'versions' && <Versions process={process} />}
    </SideTabs>
  );
}
