import { useCallback, useEffect, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useReactFlow } from '@xyflow/react';
import { useText } from '../../language/useText.ts';
import { announce } from '../../shell/announce.ts';
import { useCanvasParts } from '../canvas/useCanvasParts.ts';
import { nudge } from '../canvas/dropping.ts';
import { useEditorStore } from '../useEditor.ts';
import { clipText, commandOf, pasteText, selected } from './commands.ts';
import { neighbour } from './neighbour.ts';
import { useCommandTools } from './useCommandTools.ts';

const arrows: { [key: string]: [number, number] } = { ArrowLeft: [-8, 0], ArrowRight: [8, 0], ArrowUp: [0, -8], ArrowDown: [0, 8] };

/** Whether somebody is typing there, so that keys are letters and not commands. */
export function typesIn(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}

/** The keys of the canvas: commands, arrows that move what is selected, Alt with arrows that go from step to step along the flows; and the clipboard. */
export function useCanvasKeys(root: RefObject<HTMLElement | null>): (event: KeyboardEvent) => void {
  const { t } = useTranslation();
  const { text, language } = useText();
  const store = useEditorStore();
  const parts = useCanvasParts();
  const canvas = useReactFlow();
  const tools = useCommandTools();

  useEffect(() => {
    const mine = (event: Event) => !typesIn(event.target) && (root.current?.contains(document.activeElement) || document.activeElement?.closest('[role="tree"]') || document.activeElement === document.body);
    const onCopy = (event: ClipboardEvent) => {
      const { steps, flows } = selected(store.getState());
      if (!mine(event) || steps.length === 0 || window.getSelection()?.toString()) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', clipText(store.getState()));
      if (event.type === 'cut') store.getState().perform({ edit: 'removeElements', steps, flows, bridge: true });
      else announce(t('design.copied', { count: steps.length }));
    };
    const onPaste = (event: ClipboardEvent) => {
      if (!mine(event)) return;
      event.preventDefault();
      pasteText(tools, event.clipboardData?.getData('text/plain') ?? '');
    };
    // Commands work wherever nobody is typing: also from the toolbar and the panels.
    const onKey = (event: globalThis.KeyboardEvent) => {
      const command = commandOf(event);
      const single = command && !/Ctrl|Alt/.test(command.shortcut);
      if (!command || event.defaultPrevented || typesIn(event.target) || (single && !mine(event))) return;
      if (command.key === 'selectAll' && !mine(event)) return;
      event.preventDefault();
      const why = command.why?.(store.getState());
      if (why) tools.say(why);
      else command.run(tools);
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    document.addEventListener('paste', onPaste);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCopy);
      document.removeEventListener('paste', onPaste);
      document.removeEventListener('keydown', onKey);
    };
  }, [store, tools, root, t]);

  return useCallback((event: KeyboardEvent) => {
    if (typesIn(event.target)) return;
    const arrow = arrows[event.key];
    const state = store.getState();
    if (event.key === 'Escape') state.select([]);
    else if (event.key === 'Enter' && state.selection.length > 0) {
      const { steps: [step], flows: [flow] } = selected(state);
      state.seek(step === undefined ? { ...(flow === undefined ? {} : { flow }), field: 'condition' } : { step, field: 'name' });
    } else if (arrow && event.altKey) {
      const next = neighbour(state.history.process, parts.drawing.at(state.history.process, language), state.selection[0], event.key);
      if (!next) return;
      state.seek({ step: next.id });
      announce(text(next.name));
    } else if (arrow && selected(state).steps.length > 0) {
      const factor = event.shiftKey ? 5 : 1;
      const last = state.history.past.at(-1);
      nudge(store, parts.drawing.at(state.history.process, language), arrow[0] * factor, arrow[1] * factor, event.repeat || last?.edit.edit === 'moveSteps');
    } else if (arrow) {
      const { x, y, zoom } = canvas.getViewport();
      void canvas.setViewport({ x: x - arrow[0] * 10, y: y - arrow[1] * 10, zoom });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }, [store, parts, language, canvas, text]);
}
