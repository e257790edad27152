import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useMemo } from 'react';
import { closeView, wholeView } from '../../canvas/viewOf.ts';
import { useText } from '../../language/useText.ts';
import { useEditorStore } from '../useEditor.ts';
import { useCanvasParts } from './useCanvasParts.ts';

/** How long a change of view takes: no time for those who prefer it still. */
export const viewDuration = (): number => (window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200);

/** Looking at the whole draft, at what is selected, closer, from further away. */
export function useView(): { whole(): void; closer(): void; further(): void; selected(): void } {
  const canvas = useReactFlow();
  const flowStore = useStoreApi();
  const store = useEditorStore();
  const { drawing } = useCanvasParts();
  const { language } = useText();
  return useMemo(() => {
    const now = () => drawing.at(store.getState().history.process, language);
    return {
      whole: () => void canvas.setViewport(wholeView(now(), flowStore.getState()), { duration: viewDuration() }),
      closer: () => void canvas.zoomIn({ duration: viewDuration() }),
      further: () => void canvas.zoomOut({ duration: viewDuration() }),
      selected: () => {
        const boxes = store.getState().selection.flatMap((id) => now().boxes.get(id) ?? []);
        if (boxes.length > 0) void canvas.setViewport(closeView(boxes, now(), flowStore.getState()), { duration: viewDuration() });
      },
    };
  }, [canvas, flowStore, store, drawing, language]);
}
