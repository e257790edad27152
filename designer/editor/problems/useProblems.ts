import { useEffect } from 'react';
import type { Problem } from '../../../model/problem.ts';
import { useEditorStore } from '../useEditor.ts';

/** Lets the rules look at every draft, off the main thread; only what was found in the latest draft is taken. */
export function useProblems(): void {
  const store = useEditorStore();
  useEffect(() => {
    const worker = new Worker(new URL('./problems.worker.ts', import.meta.url), { type: 'module' });
    let turn = 0;
    const ask = () => worker.postMessage({ turn: (turn += 1), process: store.getState().history.process });
    worker.onmessage = ({ data }: MessageEvent<{ turn: number; problems: Problem[] }>) => data.turn === turn && store.getState().found(data.problems);
    ask();
    const stop = store.subscribe((state, before) => state.history.process !== before.history.process && ask());
    return () => {
      stop();
      worker.terminate();
    };
  }, [store]);
}
