import { useEffect } from 'react';
import type { Problem } from '../../../model/problem.ts';
import type { Process } from '../../../model/process.ts';
import { proofProblems } from '../../../model/soundness/proofProblem.ts';
import type { Proof } from '../../../model/soundness/proveSound.ts';
import { useEditorStore } from '../useEditor.ts';
import { patchOf } from './draftPatch.ts';
import type { ToRules } from './problems.worker.ts';

/** A proof is begun when nothing was changed for so long: it may take a second. */
const pauseMs = 500;

/** What rules and proof found, together: where a rule already says what is wrong at a place, the proof need not say it again. */
function together(problems: readonly Problem[], proof: Proof | undefined): readonly Problem[] {
  if (!proof) return problems;
  const said = new Set(problems.filter(({ severity }) => severity === 'error').map(({ where }) => where.step ?? where.flow));
  return [...problems, ...proofProblems(proof).filter(({ where }) => !said.has(where.step ?? where.flow))];
}

/** Lets the rules and the proof look at every draft, off the main thread; only what was found in the latest draft is taken. */
export function useProblems(): void {
  const store = useEditorStore();
  useEffect(() => {
    const rules = new Worker(new URL('./problems.worker.ts', import.meta.url), { type: 'module' });
    const newProver = () => new Worker(new URL('./proof.worker.ts', import.meta.url), { type: 'module' });
    let prover: Worker | undefined;
    let busy = false;
    let turn = 0;
    let sent: Process | undefined;
    let byRules: readonly Problem[] = [];
    let pause: ReturnType<typeof setTimeout> | undefined;

    const prove = (process: Process) => {
      // What is no longer the draft is not proved to its end.
      if (busy) prover?.terminate();
      if (busy || !prover) {
        prover = newProver();
        prover.onmessage = ({ data }: MessageEvent<{ turn: number; proof: Proof }>) => {
          busy = false;
          if (data.turn !== turn) return;
          store.getState().proved(data.proof);
          if (data.proof.findings.length > 0) store.getState().found(together(byRules, data.proof));
        };
      }
      busy = true;
      prover.postMessage({ turn, process });
    };
    const ask = () => {
      const { process } = store.getState().history;
      turn += 1;
      if (store.getState().proof) store.getState().proved(undefined);
      const message: ToRules = sent ? { turn, patch: patchOf(sent, process) } : { turn, process };
      rules.postMessage(message);
      sent = process;
      clearTimeout(pause);
      pause = setTimeout(() => prove(process), pauseMs);
    };
    rules.onmessage = ({ data }: MessageEvent<{ turn: number; problems: Problem[] }>) => {
      if (data.turn !== turn) return;
      byRules = data.problems;
      store.getState().found(together(byRules, store.getState().proof));
    };
    ask();
    const stop = store.subscribe((state, before) => state.history.process !== before.history.process && ask());
    return () => {
      stop();
      clearTimeout(pause);
      rules.terminate();
      prover?.terminate();
    };
  }, [store]);
}
