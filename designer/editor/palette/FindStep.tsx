import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { allowed } from '../../../model/edits/index.ts';
import { kindOf } from '../../../model/steps/index.ts';
import { useText } from '../../language/useText.ts';
import { StageBadge } from '../../shell/badges.tsx';
import { useCanvasParts, useGesture } from '../canvas/useCanvasParts.ts';
import { useEditor, useEditorStore } from '../useEditor.ts';
import { KindIcon } from './kinds.tsx';
import { SearchList, type Choice } from './SearchList.tsx';

/** The list in which a step is searched by name, identifier, kind or role: to go there, or to connect the selected step to it. */
export function FindStep() {
  const { t } = useTranslation();
  const { text } = useText();
  const store = useEditorStore();
  const { gestures } = useCanvasParts();
  const finding = useGesture((gesture) => gesture.finding);
  const process = useEditor((state) => state.history.process);
  const from = useEditor((state) => state.selection.at(-1));
  const choices = useMemo((): Choice[] => {
    if (finding === undefined) return [];
    const roleNames = new Map(process.roles.map((role) => [role.id, role.name]));
    return process.steps.filter((step) => finding === 'go' || step.id !== from).map((step) => {
      const kind = kindOf(step);
      const roles = kind.roles(step).map((role) => `${role} ${roleNames.get(role)?.zh ?? ''} ${roleNames.get(role)?.en ?? ''}`).join(' ');
      return {
        key: step.id,
        words: `${step.name.zh} ${step.name.en} ${step.id} ${kind.title.zh} ${kind.title.en} ${step.kind} ${roles}`,
        shown: <><KindIcon kind={step.kind} /><span>{text(step.name)}</span><span className="mono soft">{step.id}</span><StageBadge stage={step.stage} /></>,
        why: finding === 'connect' && from !== undefined ? text(allowed(process, { edit: 'connect', from, to: step.id })) || undefined : undefined,
      };
    });
  }, [finding, process, from, text]);
  if (finding === undefined) return null;
  const close = () => gestures.setState({ finding: undefined });
  const choose = (step: string) => {
    close();
    if (finding === 'connect' && from !== undefined) store.getState().perform({ edit: 'connect', from, to: step });
    else store.getState().seek({ step });
  };
  const source = process.steps.find((step) => step.id === from);
  const label = finding === 'go' ? t('design.find') : t('design.connectTo', { name: text(source?.name) });
  return <SearchList label={label} placeholder={t('design.findHint')} choices={choices} onChoose={choose} onClose={close} none={t('design.noneFound')} more={(count) => t('design.moreFound', { count })} />;
}
