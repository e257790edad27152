import ELK from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import type { Process } from '../../../model/process.ts';
import { laidOut, layoutGraph, placesIn } from './layoutGraph.ts';
import { plainLayout } from './plainLayout.ts';

/** So long may the layout engine take; then the plain layout stands in for it. */
const patienceMs = 3_000;

/** A process with all its steps put in order, the stages from left to right; `plainly` where the engine took too long or failed. Runs in a worker of its own. */
export async function autoLayout(process: Process): Promise<{ process: Process; plainly: boolean }> {
  const engine = new ELK({ workerFactory: () => new Worker(workerUrl) });
  let late: ReturnType<typeof setTimeout> | undefined;
  try {
    const patience = new Promise<undefined>((resolve) => {
      late = setTimeout(() => resolve(undefined), patienceMs);
    });
    const graph = await Promise.race([engine.layout(layoutGraph(process)).catch(() => undefined), patience]);
    return { process: laidOut(process, graph ? placesIn(graph) : plainLayout(process)), plainly: graph === undefined };
  } finally {
    clearTimeout(late);
    engine.terminateWorker();
  }
}
