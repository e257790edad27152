import type { Worker } from '@temporalio/worker';
import type { Outside } from '../../activities/outside.ts';
import { msOf } from '../../model/instant.ts';
import { freePort } from '../setup/port.mjs';
import { slots } from '../worker.ts';
import type { Figures } from './figures.ts';

/** The same world, which times how long after what happened the rows of a case are written. */
export function timed(outside: Outside, figures: Figures, now: () => number): Outside {
  return {
    ...outside,
    projection: {
      async write(projection) {
        await outside.projection.write(projection);
        const last = projection.trail.at(-1);
        if (!last) return; // shown again, though nothing happened
        const { start, realStart, factor } = projection.clock;
        const happened = realStart + (msOf(last.event.at) - msOf(start)) / factor;
        figures.projected(Math.max(0, now() - happened) / 1_000);
      },
    },
  };
}

/** Tells what a worker has under way, and what it could have. */
export function watchWorker(figures: Figures, worker: Worker): void {
  figures.gauge('shenpi_worker_busy', 'Under way in the worker of this process', 'kind', () => {
    const { numInFlightWorkflowActivations: workflows, numInFlightNonLocalActivities: activities, numInFlightLocalActivities: localActivities, numCachedWorkflows: cached } = worker.getStatus();
    return { workflows, activities, localActivities, cached };
  });
  figures.gauge('shenpi_worker_slots', 'As many at once it takes', 'kind', () => slots);
}

/** Where the SDK is to show figures of its own (slots, polls, cache), and how they are read from there. */
export async function sdkMetrics(): Promise<{ address: string; read: () => Promise<string> }> {
  const address = `127.0.0.1:${await freePort()}`;
  return { address, read: async () => (await fetch(`http://${address}/metrics`)).text() };
}
