import { createContext, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Draft } from '../../../model/api.ts';
import { api } from '../../session/api.ts';
import type { EditorStore } from '../editorStore.ts';
import { createDraftKeeper, type DraftKeeper, type DraftState } from './draftKeeper.ts';

/** Who keeps the open draft. */
export const DraftContext = createContext<DraftKeeper | undefined>(undefined);

/** Who keeps the open draft; there is somebody wherever the editor is drawn. */
export function useDraftKeeper(): DraftKeeper {
  const keeper = useContext(DraftContext);
  if (!keeper) throw new Error('the editor is drawn without anybody who keeps its draft');
  return keeper;
}

/** A part of how the open draft is kept, drawn anew when that part changes. */
export function useDraft<T>(part: (state: DraftState) => T): T {
  return useStore(useDraftKeeper().store, part);
}

/** Keeps the open draft as long as the page shows it: at the server, and in this browser while the server does not have it. */
export function useDraftSync(editor: EditorStore, draft: Draft, account: string): DraftKeeper {
  const [keeper] = useState(() => createDraftKeeper(editor, account, draft, api));
  useEffect(() => {
    const stop = keeper.watch();
    const online = () => void (keeper.store.getState().keeping === 'offline' && keeper.save());
    window.addEventListener('pagehide', keeper.keepNow);
    document.addEventListener('visibilitychange', keeper.keepNow);
    window.addEventListener('online', online);
    return () => {
      window.removeEventListener('pagehide', keeper.keepNow);
      document.removeEventListener('visibilitychange', keeper.keepNow);
      window.removeEventListener('online', online);
      stop();
    };
  }, [keeper]);
  return keeper;
}
