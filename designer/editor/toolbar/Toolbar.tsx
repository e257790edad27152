import {
  AimOutlined, AlignCenterOutlined, BlockOutlined, CopyOutlined, DeleteOutlined, ExpandOutlined, GroupOutlined, HistoryOutlined, NodeIndexOutlined, PartitionOutlined, PlusOutlined, QuestionOutlined, RedoOutlined, ScissorOutlined,
  SearchOutlined, ShareAltOutlined, SnippetsOutlined, UndoOutlined, UngroupOutlined, ZoomInOutlined, ZoomOutOutlined,
} from '@ant-design/icons';
import { Button, Dropdown, Modal, Popover, Tooltip } from 'antd';
import { memo, useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../language/useText.ts';
import { commands, type CommandKey } from '../commands/commands.ts';
import { useCommandTools } from '../commands/useCommandTools.ts';
import { useAutoLayout } from '../layout/useAutoLayout.ts';
import { useEditor } from '../useEditor.ts';
import { HistoryMenu } from './HistoryMenu.tsx';

const groups: [CommandKey, ReactNode][][] = [
  [['undo', <UndoOutlined />], ['redo', <RedoOutlined />]],
  [['quickAdd', <PlusOutlined />], ['connect', <ShareAltOutlined />], ['makeDefault', <NodeIndexOutlined />]],
  [['copy', <CopyOutlined />], ['cut', <ScissorOutlined />], ['paste', <SnippetsOutlined />], ['duplicate', <BlockOutlined />], ['remove', <DeleteOutlined />]],
  [['group', <GroupOutlined />], ['ungroup', <UngroupOutlined />]],
  [['find', <SearchOutlined />], ['whole', <ExpandOutlined />], ['toSelected', <AimOutlined />], ['closer', <ZoomInOutlined />], ['further', <ZoomOutOutlined />]],
];
const lining: CommandKey[] = ['alignLeft', 'alignCentre', 'alignRight', 'alignTop', 'alignMiddle', 'alignBottom', 'distributeAcross', 'distributeDown'];

/** What can be done with the draft as a whole and with what is selected; what cannot be done now says why. */
export function Toolbar({ children }: { children?: ReactNode }) {
  const { t } = useTranslation();
  const { text } = useText();
  const tools = useCommandTools();
  const { busy, layOut } = useAutoLayout();
  const [help, setHelp] = useState(false);
  const state = useEditor((whole) => whole);
  const { history: { process } } = state;
  const changes: { [key in CommandKey]?: string } = { undo: text(state.history.past.at(-1)?.name), redo: text(state.history.future[0]?.name) };
  const run = useCallback((key: CommandKey) => commands.find((candidate) => candidate.key === key)?.run(tools), [tools]);
  const button = ([key, icon]: [CommandKey, ReactNode]) => {
    const command = commands.find((candidate) => candidate.key === key)!; // every name is a command
    return <ToolButton key={key} command={key} icon={icon} why={text(command.why?.(state))} name={[t(`design.command.${key}`), changes[key] ? `“${changes[key]}”` : '', `(${command.shortcut})`].filter(Boolean).join(' ')} onRun={run} />;
  };
  return (
    <div className="design-bar">
      <Link className="design-back" to={`/processes/${process.id}`} aria-label={t('design.back')} title={t('design.back')}>←</Link>
      <h1 title={text(process.name)}>{process.measure.number} {text(process.name)}</h1>
      <div role="toolbar" aria-label={t('design.toolbar')} className="design-tools">
        {groups.map((group) => <span key={group[0]?.[0]} className="design-tool-group">{group.map(button)}</span>)}
        <Dropdown trigger={['click']} menu={{
          items: lining.map((key) => {
            const command = commands.find((candidate) => candidate.key === key)!; // every name is a command
            return { key, label: `${t(`design.command.${key}`)} (${command.shortcut})`, disabled: command.why?.(state) !== undefined, onClick: () => command.run(tools) };
          }),
        }}>
          <Button size="small" type="text" icon={<AlignCenterOutlined />} aria-label={t('design.align')} title={t('design.align')} />
        </Dropdown>
        <Button size="small" icon={<PartitionOutlined />} loading={busy} onClick={layOut}>{t('design.layout')}</Button>
        <Popover trigger="click" placement="bottom" content={<HistoryMenu />} destroyOnHidden>
          <Button size="small" type="text" icon={<HistoryOutlined />} aria-label={t('design.history')} title={t('design.history')} />
        </Popover>
        <Button size="small" type="text" icon={<QuestionOutlined />} aria-label={t('design.help')} title={t('design.help')} onClick={() => setHelp(true)} />
      </div>
      <div className="design-status">{children}</div>
      <Modal open={help} onCancel={() => setHelp(false)} footer={null} title={t('design.help')}>
        <table className="design-keys"><tbody>
          {commands.map(({ key, shortcut }) => <tr key={key}><th scope="row">{t(`design.command.${key}`)}</th><td><kbd>{shortcut}</kbd></td></tr>)}
          <tr><th scope="row">{t('design.keysMove')}</th><td><kbd>← → ↑ ↓</kbd></td></tr>
          <tr><th scope="row">{t('design.keysWalk')}</th><td><kbd>Alt+← → ↑ ↓</kbd></td></tr>
          <tr><th scope="row">{t('design.keysMany')}</th><td><kbd>Shift</kbd></td></tr>
        </tbody></table>
      </Modal>
    </div>
  );
}

const ToolButton = memo(function ToolButton({ command, icon, name, why, onRun }: { command: CommandKey; icon: ReactNode; name: string; why: string; onRun: (command: CommandKey) => void }) {
  return (
    <Tooltip title={why ? <>{name}<br />{why}</> : name}>
      <Button size="small" type="text" icon={icon} aria-label={name} className={why ? 'is-barred' : ''} aria-disabled={why !== ''} aria-description={why} onClick={() => why === '' && onRun(command)} />
    </Tooltip>
  );
});
