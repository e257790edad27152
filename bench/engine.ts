import { join } from 'node:path';
import { baseline, caseId, costOf, engine, inLanes, largeEngine, wholeCase, type Contestant } from './contestants.ts';
import { Fleet } from './fleet.ts';
import { scaled } from './scale.ts';
import type { Section } from './section.ts';
import { figure, median, percentile } from './statistics.ts';
import { onTestbed, type Testbed } from './testbed.ts';

const rounds = 5;

/** What the store has of one case's story at its end: the start, three answers, three acts, the timer. */
const entries = 8;

const loads = [
  { atOnce: 1, cases: 60 },
  { atOnce: 8, cases: 200 },
  { atOnce: 32, cases: 320 },
];

interface Round {
  perSecond: number;
  cpuMs: number;
  acts: number[];
}

async function round(testbed: Testbed, fleet: Fleet, contestant: Contestant, cases: number, atOnce: number): Promise<Round> {
  const acts: number[] = [];
  const closed: Promise<unknown>[] = [];
  const before = await fleet.usage();
  const since = performance.now();
  await inLanes(cases, atOnce, async () => {
    const one = await wholeCase(testbed, fleet, contestant);
    acts.push(...one.acts);
    closed.push(one.closed);
  });
  await Promise.all(closed);
  const seconds = (performance.now() - since) / 1_000;
  const after = await fleet.usage();
  const cpu = after.reduce((sum, { cpuMs }, place) => sum + cpuMs - (before[place]?.cpuMs ?? 0), 0);
  return { perSecond: cases / seconds, cpuMs: cpu / cases, acts };
}

/** The engine against a hand-written workflow of the same path, in turns on one server, one store and one worker process. */
export async function run(): Promise<Section> {
  return onTestbed((testbed) =>
    Fleet.with(testbed, { count: 1, store: { folder: join(testbed.folder, 'store') }, baseline: true }, async (fleet) => {
      const contestants = [engine(testbed, fleet), baseline(testbed, fleet), largeEngine(testbed, fleet)];
      const costs: Awaited<ReturnType<typeof costOf>>[] = [];
      for (const contestant of contestants) {
        await round(testbed, fleet, contestant, scaled(40, 4), 4);
        const id = caseId();
        await (await wholeCase(testbed, fleet, contestant, id)).closed;
        if (fleet.entriesOf(id) !== entries) throw new Error(`${contestant.name} wrote ${String(fleet.entriesOf(id))} entries of the trail, not ${entries}: it did not do the same work`);
        costs.push(await costOf(testbed, id));
      }
      const rows: string[][] = [];
      for (const { atOnce, cases } of loads) {
        const done: Round[][] = contestants.map(() => []);
        for (let turn = 0; turn < scaled(rounds, 2); turn += 1) {
          // Who comes first changes, so that nobody always meets the other's left-over work.
          const order = contestants.map((_, place) => (place + turn) % contestants.length);
          for (const place of order) {
            const contestant = contestants[place];
            if (contestant) done[place]?.push(await round(testbed, fleet, contestant, scaled(cases, atOnce), atOnce));
          }
        }
        const speeds = done.map((each) => median(each.map(({ perSecond }) => perSecond)));
        contestants.forEach(({ name }, place) => {
          const mine = done[place] ?? [];
          const cost = costs[place];
          const perRound = mine.map(({ perSecond }, turn) => perSecond / (done[1]?.[turn]?.perSecond ?? Number.NaN));
          rows.push([
            String(atOnce), name, figure(speeds[place] ?? Number.NaN), place === 1 ? '1' : `${figure((speeds[place] ?? Number.NaN) / (speeds[1] ?? Number.NaN))} (${figure(Math.min(...perRound))} … ${figure(Math.max(...perRound))})`,
            figure(median(mine.map(({ cpuMs }) => cpuMs))), figure(percentile(mine.flatMap(({ acts }) => acts), 0.5)), String(cost?.events), String(cost?.transitions), figure((cost?.bytes ?? 0) / 1_024),
          ]);
        });
      }
      const [mine, theirs] = costs;
      return {
        title: 'The engine against a hand-written Temporal workflow of the same path',
        table: { head: ['at once', 'workflow', 'cases/s', 'of hand-written (rounds)', 'worker CPU ms/case', 'act p50 ms', 'events', 'transitions', 'history KiB'], rows },
        notes: [
          `Aims: at least 0.9 of the hand-written cases/s; at most 1.1 times its events (${figure((mine?.events ?? 0) / (theirs?.events ?? 0))}) and transitions (${figure((mine?.transitions ?? 0) / (theirs?.transitions ?? 0))}).`,
          'Both run in turns, in one worker process with one store; medians of the rounds. Worker CPU counts the store too, which is embedded in that process.',
          'A case is three look-ups, three acts of persons who answer at once, and a timer, which nobody waits for before the next case begins: the server fires timers up to a second late. Cases per second count until the last one is closed, that second included.',
          '“Large definition” is the same path in a process as large as measure M02: what carrying the whole published version in the input costs.',
        ],
      };
    }),
  );
}
