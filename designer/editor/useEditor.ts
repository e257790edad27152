import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { EditorState, EditorStore } from './editorStore.ts';

/** The open draft that the editor's parts share. */
export const EditorContext = createContext<EditorStore | undefined>(undefined);

/** The store of the open draft; there is one wherever the editor is drawn. */
export function useEditorStore(): EditorStore {
  const store = useContext(EditorContext);
  if (!store) throw new Error('the editor is drawn without a draft');
  return store;
}

/** A part of the open draft's state, drawn anew when that part changes. */
export function useEditor<T>(part: (state: EditorState) => T): T {
  return useStore(useEditorStore(), part);
}
