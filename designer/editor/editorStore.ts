import { createStore, type StoreApi } from 'zustand/vanilla';
import { allowed, type Edit } from '../../model/edits/index.ts';
import { begin, perform, redo, undo, type History } from '../../model/edits/history.ts';
import type { Place, Problem } from '../../model/problem.ts';
import type { Process } from '../../model/process.ts';
import type { Proof } from '../../model/soundness/proveSound.ts';
import type { Text } from '../../model/text.ts';
import type { Layer } from '../canvas/layer.ts';

/** What an open draft is, without React: the draft with its history, what is selected, what is wrong with it. */
export interface EditorState {
  history: History;
  /** Ids of the selected steps and flows, in the order of selecting. */
  selection: readonly string[];
  /** What the rules found in the draft as it is now, or a moment ago while they are at work. */
  problems: readonly Problem[];
  /** What is known of all cases that the draft as it is now can have; absent while that is being found out. */
  proof: Proof | undefined;
  /** Why the last edit was not made; gone with the next that is. */
  refusal: Text | undefined;
  readOnly: boolean;
  /** Where somebody asked to be taken: the canvas goes there, the inspector focuses the field. A new object for each asking. */
  sought: { place: Place } | undefined;
  /** What is shown on top of the canvas: a rehearsal, a counterexample, a comparison. */
  layer: Layer | undefined;
  /** Makes an edit where it is allowed; says whether it was. `continues`: it belongs to the last undo entry, as typing in one field does. */
  perform(edit: Edit, continues?: boolean): boolean;
  undo(): void;
  redo(): void;
  select(ids: readonly string[]): void;
  /** Takes the reader to a place: selects its step or flow, shows it, focuses its field. */
  seek(place: Place): void;
  /** Lays something on top of the canvas, or takes it away. */
  show(layer: Layer | undefined): void;
  /** Another draft takes the place of this one: loaded anew, or taken from a colleague. Nothing of before can be undone. */
  load(process: Process): void;
  found(problems: readonly Problem[]): void;
  proved(proof: Proof | undefined): void;
}

/** A store of one open draft. */
export type EditorStore = StoreApi<EditorState>;

/** Opens a draft for editing. */
export function createEditorStore(process: Process, { readOnly = false }: { readOnly?: boolean } = {}): EditorStore {
  return createStore<EditorState>((set, get) => {
    const still = (history: History): readonly string[] => {
      const known = new Set([...history.process.steps, ...history.process.flows].map(({ id }) => id));
      const { selection } = get();
      return selection.every((id) => known.has(id)) ? selection : selection.filter((id) => known.has(id));
    };
    const take = (history: History): void => {
      if (history !== get().history) set({ history, selection: still(history), refusal: undefined });
    };
    return {
      history: begin(process),
      selection: [],
      problems: [],
      proof: undefined,
      refusal: undefined,
      readOnly,
      sought: undefined,
      layer: undefined,
      perform(edit, continues) {
        if (get().readOnly) return false;
        const refusal = allowed(get().history.process, edit);
        if (refusal) {
          set({ refusal });
          return false;
        }
        take(perform(get().history, edit, continues));
        return true;
      },
      undo: () => take(undo(get().history)),
      redo: () => take(redo(get().history)),
      select: (selection) => set({ selection }),
      seek(place) {
        const id = place.step ?? place.flow;
        set({ sought: { place }, ...(id === undefined ? {} : { selection: [id] }) });
      },
      show: (layer) => set({ layer }),
      load: (next) => set({ history: begin(next), selection: [], problems: [], proof: undefined, refusal: undefined, sought: undefined, layer: undefined }),
      found: (problems) => set({ problems }),
      proved: (proof) => set({ proof }),
    };
  });
}
