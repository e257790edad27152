import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CalendarYear } from '../../../../model/calendar/calendarYear.ts';
import type { Process } from '../../../../model/process.ts';
import { act } from '../../../../model/rehearsal/act.ts';
import type { Rehearsal } from '../../../../model/rehearsal/rehearsal.ts';
import type { HappeningLine, ScenarioStart } from '../../../../model/scenario/scenario.ts';
import type { Text } from '../../../../model/text.ts';
import type { EditorStore } from '../../../editor/editorStore.ts';
import { playLines } from './playLines.ts';

/** The rehearsal beside an open draft: it outlives the panel, so that looking elsewhere ends nothing. */
export interface RehearsalState {
  /** The rehearsal after each line so far, the beginning first; empty while none is played. */
  past: readonly Rehearsal[];
  /** The draft that is played; another one than the open draft once that was changed. */
  draft: Process | undefined;
  calendars: readonly CalendarYear[];
  /** Why the last line was not played, or where playing again ended. */
  told: Text | undefined;
  play(draft: Process, start: ScenarioStart, lines: readonly HappeningLine[], calendars: readonly CalendarYear[], told?: Text): void;
  act(line: HappeningLine): boolean;
  /** One line back. */
  back(): void;
  /** To the beginning. */
  restart(): void;
  /** What was played is played again on a changed draft, as far as it can be. */
  again(draft: Process): void;
  end(): void;
}

/** A store of one rehearsal. */
export type RehearsalStore = StoreApi<RehearsalState>;

/** A store in which nothing is rehearsed yet. */
export function createRehearsalStore(): RehearsalStore {
  return createStore<RehearsalState>((set, get) => ({
    past: [],
    draft: undefined,
    calendars: [],
    told: undefined,
    play(draft, start, lines, calendars, told) {
      const { past, stopped } = playLines(draft, start, lines, calendars);
      set({ past, draft, calendars, told: stopped ? whyStopped(stopped.refusal.message, stopped.left) : told });
    },
    act(line) {
      const { past } = get();
      const latest = past.at(-1);
      if (!latest) return false;
      const { rehearsal, refusal } = act(latest, line);
      set(refusal ? { told: refusal.message } : { past: [...past, rehearsal], told: undefined });
      return !refusal;
    },
    back: () => set(({ past }) => ({ past: past.length > 1 ? past.slice(0, -1) : past, told: undefined })),
    restart: () => set(({ past }) => ({ past: past.slice(0, 1), told: undefined })),
    again(draft) {
      const { past, calendars, play } = get();
      const latest = past.at(-1);
      if (latest) play(draft, latest.start, latest.lines, calendars);
    },
    end: () => set({ past: [], draft: undefined, told: undefined }),
  }));
}

function whyStopped({ zh, en }: Text, left: number): Text {
  return { zh: `演练到此为止，还有 ${left} 步没有重放：${zh}`, en: `The play stopped here, with ${left} ${left === 1 ? 'line' : 'lines'} left: ${en}` };
}

const stores = new WeakMap<EditorStore, RehearsalStore>();

/** The rehearsal that belongs to an open draft. */
export function rehearsalOf(editor: EditorStore): RehearsalStore {
  const found = stores.get(editor) ?? createRehearsalStore();
  stores.set(editor, found);
  return found;
}
