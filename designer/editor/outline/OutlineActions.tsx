import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { indexOf } from '../../../model/processIndex.ts';
import type { StageId } from '../../../model/steps/defineStep.ts';
import { useText } from '../../language/useText.ts';
import { ActButton } from '../../shell/ActButton.tsx';
import { takenAlong } from '../canvas/dropping.ts';
import { commands, selected, type CommandKey } from '../commands/commands.ts';
import { useCommandTools } from '../commands/useCommandTools.ts';
import { useEditor, useEditorStore } from '../useEditor.ts';

const acts: CommandKey[] = ['quickAdd', 'connect', 'inspect', 'duplicate', 'group', 'ungroup', 'remove'];

/** What can be done with what is chosen in the outline, in words. */
export function OutlineActions() {
  const { t } = useTranslation();
  const { text } = useText();
  const store = useEditorStore();
  const tools = useCommandTools();
  const state = useEditor((whole) => whole);
  const { history: { process } } = state;
  const { steps } = selected(state);
  const toStage = (stage: StageId) => {
    const index = indexOf(process);
    const moves = [...takenAlong(process, steps)].flatMap((id) => {
      const step = index.steps.get(id);
      return step && step.stage !== stage ? [{ step: id, ...step.position, stage }] : [];
    });
    if (moves.length > 0) store.getState().perform({ edit: 'moveSteps', moves });
  };
  return (
    <div role="toolbar" aria-label={t('design.outlineActions')} className="outline-actions">
      {acts.map((key) => {
        const command = commands.find((candidate) => candidate.key === key)!; // every name is a command
        return <ActButton key={key} size="small" why={text(command.why?.(state)) || undefined} onClick={() => command.run(tools)}>{t(`design.command.${key}`)}</ActButton>;
      })}
      <Dropdown trigger={['click']} disabled={steps.length === 0} menu={{ items: process.stages.map((stage) => ({ key: stage.id, label: text(stage.name), onClick: () => toStage(stage.id) })) }}>
        <Button size="small">{t('design.toStage')}</Button>
      </Dropdown>
    </div>
  );
}
