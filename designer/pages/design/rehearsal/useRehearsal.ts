import { useStore } from 'zustand';
import { useEditorStore } from '../../../editor/useEditor.ts';
import { rehearsalOf, type RehearsalState } from './rehearsalStore.ts';

/** A part of the rehearsal that belongs to the open draft, drawn anew when that part changes. */
export function useRehearsal<T>(part: (state: RehearsalState) => T): T {
  return useStore(rehearsalOf(useEditorStore()), part);
}
