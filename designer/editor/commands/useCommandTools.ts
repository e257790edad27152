import { useMemo } from 'react';
import { useCanvasParts } from '../canvas/useCanvasParts.ts';
import { useView } from '../canvas/useView.ts';
import { useEditorStore } from '../useEditor.ts';
import type { CommandTools } from './commands.ts';
import { useSay } from './useSay.ts';

/** What commands need in this page: the draft, the canvas, the browser's clipboard, and somebody who tells. */
export function useCommandTools(): CommandTools {
  const store = useEditorStore();
  const { gestures } = useCanvasParts();
  const say = useSay();
  const view = useView();
  return useMemo(() => ({
    store,
    gestures,
    view,
    say,
    clipboard: { write: (content) => navigator.clipboard.writeText(content), read: () => navigator.clipboard.readText() },
  }), [store, gestures, view, say]);
}
