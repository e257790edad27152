import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../language/useText.ts';
import { announce } from '../../shell/announce.ts';
import { useEditorStore } from '../useEditor.ts';
import { useSay } from './useSay.ts';

const patience = 900;

/** Tells people who listen what just happened to the draft, with how much is wrong with it once that is known: “Connect A to B; 2 problems”. */
export function useAnnouncements(): void {
  const { t } = useTranslation();
  const { text } = useText();
  const store = useEditorStore();
  const say = useSay();
  useEffect(() => {
    let happened: string | undefined;
    let late: ReturnType<typeof setTimeout> | undefined;
    const tell = (count?: number) => {
      clearTimeout(late);
      if (happened !== undefined) announce(count === undefined ? happened : t('design.happened', { what: happened, problems: count === 0 ? t('design.noProblems') : t('design.problemCount', { count }) }));
      happened = undefined;
    };
    const stop = store.subscribe((state, before) => {
      if (state.refusal && state.refusal !== before.refusal) say(state.refusal);
      if (state.problems !== before.problems) tell(state.problems.length);
      if (state.history === before.history) return;
      const undone = state.history.future.length > before.history.future.length;
      const change = undone ? state.history.future[0] : state.history.past.at(-1);
      if (!change) return;
      happened = undone ? t('design.undone', { what: text(change.name) }) : text(change.name);
      clearTimeout(late);
      late = setTimeout(tell, patience);
    });
    return () => {
      stop();
      clearTimeout(late);
    };
  }, [store, t, text, say]);
}
