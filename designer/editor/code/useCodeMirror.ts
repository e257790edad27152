import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** The part in which two texts differ, as one change. */
export function changeBetween(before: string, after: string): { from: number; to: number; insert: string } {
  let from = 0;
  while (from < before.length && from < after.length && before[from] === after[from]) from += 1;
  let [to, end] = [before.length, after.length];
  while (to > from && end > from && before[to - 1] === after[end - 1]) {
    to -= 1;
    end -= 1;
  }
  return { from, to, insert: after.slice(from, end) };
}

/**
 * A code editor in an element. `text` from outside replaces what differs and leaves the cursor where it was; `onText` hears what the person types.
 * `extensions` are those of the first drawing: what changes later goes through references.
 */
export function useCodeMirror({ text, onText, extensions }: { text: string; onText: (text: string) => void; extensions: () => Extension }): { parent: RefObject<HTMLDivElement | null>; view: EditorView | undefined } {
  const parent = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView>();
  const hear = useRef(onText);
  const first = useRef({ text, extensions });
  useLayoutEffect(() => {
    hear.current = onText;
  });
  useEffect(() => {
    if (!parent.current) return undefined;
    const made = new EditorView({
      parent: parent.current,
      state: EditorState.create({
        doc: first.current.text,
        extensions: [
          first.current.extensions(),
          EditorView.updateListener.of((update) => {
            if (update.docChanged && !update.transactions.some((transaction) => transaction.isUserEvent('outside'))) hear.current(update.state.doc.toString());
          }),
        ],
      }),
    });
    setView(made);
    return () => {
      setView(undefined);
      made.destroy();
    };
  }, []);
  useEffect(() => {
    if (!view) return;
    const before = view.state.doc.toString();
    if (before !== text) view.dispatch({ changes: changeBetween(before, text), userEvent: 'outside' });
  }, [view, text]);
  return { parent, view };
}
