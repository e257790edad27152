import { useCallback, useRef } from 'react';
import type { Edit } from '../../../model/edits/index.ts';
import type { Process } from '../../../model/process.ts';
import { useEditorStore } from '../useEditor.ts';

/** Makes edits of one field after another: what is typed into one field without a pause elsewhere is one entry of undo. */
export function useContinuedEdit(): { change: (field: string, edit: Edit, typing?: boolean) => boolean; pause: () => void } {
  const store = useEditorStore();
  const last = useRef<{ field: string; process: Process } | undefined>(undefined);
  const change = useCallback(
    (field: string, edit: Edit, typing = false) => {
      // Where somebody undid in between, or another field was changed, the draft is no longer what this field left.
      const continues = typing && last.current?.field === field && last.current.process === store.getState().history.process;
      const made = store.getState().perform(edit, continues);
      last.current = made && typing ? { field, process: store.getState().history.process } : undefined;
      return made;
    },
    [store],
  );
  const pause = useCallback(() => {
    last.current = undefined;
  }, []);
  return { change, pause };
}
