import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Draft, DraftStanding } from '../../../model/api.ts';
import { processSchema, type Process } from '../../../model/process.ts';
import type { Text } from '../../../model/text.ts';
import { Refused, sentenceOf } from '../../session/refusals.ts';
import type { EditorStore } from '../editorStore.ts';
import { forgetCopy, keepCopy, keptCopy, type LocalCopy } from './localCopy.ts';

/** How the open draft is kept: at the server, on the way there, in this browser alone, or in the way of somebody else's. */
export type Keeping = 'saved' | 'waiting' | 'saving' | 'offline' | 'refused' | 'stale';

/** What is known of how the open draft is kept. */
export interface DraftState {
  keeping: Keeping;
  /** The server's draft from which the open one was changed. */
  from: { revision: number; process: Process };
  standing: DraftStanding;
  /** When the server took the draft last, ISO 8601; absent where it did not since the page was opened. */
  savedAt?: string | undefined;
  /** Whether this browser had room for its own copy. */
  keptHere: boolean;
  /** The draft as somebody else made it meanwhile, where theirs and this one have to be brought together. */
  theirs?: Draft | undefined;
  /** What was kept in this browser and never reached the server. */
  found?: LocalCopy | undefined;
  /** Why the server does not take the draft. */
  why?: Text | undefined;
}

/** Keeps an open draft; made by {@link createDraftKeeper}. */
export interface DraftKeeper {
  store: StoreApi<DraftState>;
  /** Begins to watch the draft; ends with what it gives back. */
  watch(): () => void;
  /** The page may be gone in a moment: what is not saved is kept in this browser, and sent where nothing stands against it. */
  keepNow(): void;
  /** Sends what is not saved yet, now. */
  save(): Promise<void>;
  /** Goes on with what was found in this browser, or forgets it. */
  takeFound(take: boolean): void;
  /** Ends a meeting of two drafts: this process, whatever of both it holds, goes on from theirs. */
  settle(process: Process): void;
  /** Takes the server's draft in the place of the open one, where nothing here is unsaved; says whether it did. */
  refresh(draft: Draft): boolean;
  /** The draft was thrown away: the latest version stands in its place. */
  reset(draft: Draft): void;
}

/** What the keeper asks of the door. */
export interface DraftDoor {
  putDraft(process: string, revision: number, content: Process): Promise<DraftStanding>;
}

const saveAfterMs = 1_000;
const copyAfterMs = 250;
const retryAfterMs = [2_000, 5_000, 15_000, 30_000];

/** Whether two processes say the same, whatever the order in which their parts were written. */
function isSame(one: Process, other: Process): boolean {
  return JSON.stringify(processSchema.safeParse(one).data) === JSON.stringify(processSchema.safeParse(other).data);
}

/** Keeps an open draft at the server a second after its last change, and in this browser until the server has it. */
export function createDraftKeeper(editor: EditorStore, account: string, draft: Draft, door: DraftDoor): DraftKeeper {
  const { id } = draft;
  const { process, ...standing } = draft;
  const found = keptCopy(account, id);
  const store = createStore<DraftState>(() => ({ keeping: 'saved', from: { revision: draft.revision, process }, standing, keptHere: true, found: found && !isSame(found.process, process) ? found : undefined }));
  const here = (): Process => editor.getState().history.process;
  let saving: ReturnType<typeof setTimeout> | undefined;
  let copying: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  let watching = false;
  /** A save got no answer: the server may have taken it, so that even going back has to be sent. */
  let unsure = false;

  const copy = () => {
    clearTimeout(copying);
    copying = undefined;
    const { from, found: undecided, keeping } = store.getState();
    if (undecided || keeping === 'saved') return;
    store.setState({ keptHere: keepCopy(account, id, { process: here(), from, keptAt: new Date().toISOString() }) });
  };
  const saveLater = (ms: number) => {
    clearTimeout(saving);
    saving = watching ? setTimeout(() => void save(), ms) : undefined;
  };
  const settled = () => {
    clearTimeout(saving);
    clearTimeout(copying);
    copying = undefined;
    forgetCopy(account, id);
    store.setState({ keeping: 'saved', why: undefined, keptHere: true });
  };
  const save = async (): Promise<void> => {
    clearTimeout(saving);
    const { keeping, from } = store.getState();
    if (keeping === 'saving' || keeping === 'stale') return;
    const sent = here();
    if (sent === from.process && !unsure) return settled();
    store.setState({ keeping: 'saving' });
    try {
      const now = await door.putDraft(id, from.revision, sent);
      tries = 0;
      unsure = false;
      store.setState({ standing: now, from: { revision: now.revision, process: sent }, savedAt: new Date().toISOString(), why: undefined });
      if (here() === sent) settled();
      else {
        store.setState({ keeping: 'waiting' });
        saveLater(saveAfterMs);
      }
    } catch (error) {
      copy();
      if (error instanceof Refused) {
        unsure = false;
        const theirs = error.problem.draft;
        store.setState(theirs ? { keeping: 'stale', theirs } : { keeping: 'refused', why: sentenceOf(error) });
      } else {
        unsure = true;
        store.setState({ keeping: 'offline', why: sentenceOf(error) });
        saveLater(retryAfterMs[Math.min(tries, retryAfterMs.length - 1)] ?? saveAfterMs);
        tries += 1;
      }
    }
  };
  const takeOver = ({ process: content, ...now }: Draft) => {
    store.setState({ standing: now, from: { revision: now.revision, process: content }, theirs: undefined });
    editor.getState().load(content);
    settled();
  };

  const keepNow = () => {
    copy();
    if (store.getState().keeping === 'waiting') void save();
  };

  return {
    store,
    watch() {
      watching = true;
      let seen = here();
      const stop = editor.subscribe(({ history, readOnly }) => {
        if (history.process === seen) return;
        seen = history.process;
        if (readOnly) return;
        const { keeping, from } = store.getState();
        if (seen === from.process && !unsure && keeping !== 'saving' && keeping !== 'stale') return settled();
        if (keeping === 'saved' || keeping === 'refused') store.setState({ keeping: 'waiting' });
        copying ??= setTimeout(copy, copyAfterMs);
        saveLater(saveAfterMs);
      });
      return () => {
        keepNow();
        stop();
        watching = false;
        clearTimeout(saving);
        clearTimeout(copying);
      };
    },
    keepNow,
    save,
    takeFound(take) {
      const copyFound = store.getState().found;
      store.setState({ found: undefined });
      if (!take || !copyFound) return forgetCopy(account, id);
      // It goes on from the draft that it was changed from: where that is not the newest, the server says so, and both are brought together.
      store.setState({ from: copyFound.from, keeping: 'waiting' });
      editor.getState().load(copyFound.process);
      void save();
    },
    settle(content) {
      const { theirs } = store.getState();
      if (!theirs) return;
      const { process: base, ...now } = theirs;
      store.setState({ theirs: undefined, standing: now, from: { revision: now.revision, process: base }, keeping: 'waiting' });
      if (content !== here()) editor.getState().load(content);
      void save();
    },
    refresh(newer) {
      const { keeping, from } = store.getState();
      if (newer.revision <= from.revision || keeping !== 'saved' || here() !== from.process) return false;
      takeOver(newer);
      return true;
    },
    reset: takeOver,
  };
}
