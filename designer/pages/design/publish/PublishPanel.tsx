import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useEditor } from '../../../editor/useEditor.ts';
import './publish.css';
import { ProposalList } from './ProposalList.tsx';
import { Propose } from './Propose.tsx';
import { Versions } from './Versions.tsx';

/** From draft to published version: what stands against it, who proposes and who approves, and what was published before. */
export default function PublishPanel() {
  const { t } = useTranslation();
  const process = useEditor((state) => state.history.process.id);
  return (
    <Tabs
      size="small"
      items={[
        { key: 'propose', label: t('owner.publish.propose'), children: <Propose /> },
        { key: 'proposals', label: t('owner.publish.proposals'), children: <ProposalList filter={{ process }} /> },
        { key: 'versions', label: t('owner.publish.versions'), children: <Versions process={process} /> },
      ]}
    />
  );
}
