import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { caseId, engine, inLanes } from './contestants.ts';
import { Fleet } from './fleet.ts';
import { scaled } from './scale.ts';
import type { Section } from './section.ts';
import { figure, latencies, median } from './statistics.ts';
import { onTestbed, type Testbed } from './testbed.ts';

const cache = 10;
const filings = 16;

/** Acts on parked cases, one after the other at this pace (real milliseconds), so that none waits for another. */
const everyMs = 100;

async function failuresIn({ client }: Testbed, ids: string[]): Promise<number> {
  let failures = 0;
  await inLanes(ids.length, 8, async (place) => {
    const { events } = await client.workflow.getHandle(ids[place] ?? '').fetchHistory();
    failures += (events ?? []).filter((event) => event.workflowTaskFailedEventAttributes).length;
  });
  return failures;
}

async function withParked(parked: number): Promise<string[]> {
  return onTestbed((testbed) =>
    Fleet.with(testbed, { count: 1, store: { folder: join(testbed.folder, 'store') }, cache }, async (fleet) => {
      const contestant = engine(testbed, fleet);
      const ids = Array.from({ length: parked }, caseId);
      const [fresh] = await fleet.usage();
      const memory: number[] = [];
      const watch = setInterval(() => void fleet.usage().then(([usage]) => usage && memory.push(usage.rssMb)), 1_000);
      const since = performance.now();
      await inLanes(parked, filings, async (place) => {
        await contestant.start(ids[place] ?? '');
        await fleet.begun(ids[place] ?? '');
      });
      const filing = (performance.now() - since) / 1_000;

      const took: number[] = [];
      const errors: unknown[] = [];
      const chosen = new Set<string>();
      while (chosen.size < Math.min(parked, scaled(300, 20))) chosen.add(ids[randomInt(parked)] ?? '');
      await Promise.all(
        [...chosen].map(async (id, place) => {
          await new Promise((resolve) => setTimeout(resolve, place * everyMs));
          const begun = performance.now();
          await contestant.complete(id, 'first').then(() => took.push(performance.now() - begun), (error: unknown) => errors.push(error));
        }),
      );
      clearInterval(watch);
      const [after] = await fleet.usage();
      const evicted = await fleet.metric('sticky_cache_total_forced_eviction');
      const failed = (await fleet.metric('workflow_task_execution_failed')) + (await failuresIn(testbed, [...new Set([...chosen, ...ids.slice(0, 100)])]));
      await inLanes(parked, 32, (place) => testbed.client.workflow.getHandle(ids[place] ?? '').terminate('The benchmark is over.').then(() => undefined));
      return [
        String(parked), figure(parked / filing), String(took.length), String(errors.length), ...latencies(took), String(failed), String(evicted),
        figure(fresh?.rssMb ?? Number.NaN), figure(median(memory)), figure(Math.max(...memory, after?.rssMb ?? 0)),
      ];
    }),
  );
}

/** Parked cases by the thousand, a worker that remembers ten of them: do acts still answer, does anything fail, does memory grow. */
export async function run(): Promise<Section> {
  const rows = [];
  for (const parked of [1_000, 10_000]) rows.push(await withParked(scaled(parked, 30)));
  return {
    title: 'Parked cases, and a worker that remembers ten',
    table: { head: ['parked', 'filed/s', 'acts', 'unanswered', 'act p50', 'p95', 'p99', 'failed workflow tasks', 'evictions', 'worker MB fresh', 'median', 'most'], rows },
    notes: [
      `The worker caches ${cache} cases, so that nearly every act finds its case evicted and replays it; ten acts a second on cases drawn by lot.`,
      'Failed workflow tasks: the worker\'s own counter over all cases, and the events in the histories of every case acted on and of 100 others; the aim is 0.',
      'Worker memory includes the embedded store, which runs in the same process and keeps all rows.',
    ],
  };
}
