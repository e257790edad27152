import { cpus } from 'node:os';
import { caseId, costOf, engine, inLanes, wholeCase } from './contestants.ts';
import { Fleet } from './fleet.ts';
import { onPostgres } from './postgres.ts';
import { scaled } from './scale.ts';
import type { Section } from './section.ts';
import { figure, median } from './statistics.ts';
import { onTestbed, type Testbed } from './testbed.ts';

const atOnce = 32;
const counts = [1, 2, 4];
const rates = [1, 10, 100];

/** A core that is more than this busy makes people wait. */
const busy = 0.6;

interface Measured {
  perSecond: number;
  cpuMs: number;
  cost: Awaited<ReturnType<typeof costOf>>;
}

function withWorkers(testbed: Testbed, url: string, count: number): Promise<Measured> {
  return Fleet.with(testbed, { count, store: { url } }, async (fleet) => {
    const contestant = engine(testbed, fleet);
    const round = async (cases: number): Promise<number> => {
      const closed: Promise<unknown>[] = [];
      const since = performance.now();
      await inLanes(cases, atOnce, async () => void closed.push((await wholeCase(testbed, fleet, contestant)).closed));
      await Promise.all(closed);
      return cases / ((performance.now() - since) / 1_000);
    };
    await round(scaled(64, 8));
    const cpu = async (): Promise<number> => (await fleet.usage()).reduce((sum, { cpuMs }) => sum + cpuMs, 0);
    const cases = scaled(320, 8);
    const before = await cpu();
    const speeds = [];
    for (let turn = 0; turn < 3; turn += 1) speeds.push(await round(cases));
    const cpuMs = ((await cpu()) - before) / (3 * cases);
    const id = caseId();
    await (await wholeCase(testbed, fleet, contestant, id)).closed;
    return { perSecond: median(speeds), cpuMs, cost: await costOf(testbed, id) };
  });
}

/** Several worker processes on one server and one PostgreSQL, and what a cluster needs by these figures. */
export async function run(): Promise<Section> {
  return onPostgres(({ url, version }) =>
    onTestbed(async (testbed) => {
      const rows: string[][] = [];
      let first: Measured | undefined;
      for (const count of counts) {
        const measured = await withWorkers(testbed, url, count);
        first ??= measured;
        const { perSecond, cpuMs, cost } = measured;
        rows.push([`measured: ${count} ${count === 1 ? 'worker' : 'workers'}`, figure(perSecond), figure(perSecond / first.perSecond), figure(cpuMs), figure(perSecond * cost.transitions), '']);
      }
      const { cpuMs = 0, cost = { transitions: 0, events: 0, bytes: 0 } } = first ?? {};
      for (const rate of rates) {
        const cores = (rate * cpuMs) / 1_000 / busy;
        rows.push([`on paper: ${rate} cases/s`, figure(rate), '', figure(cpuMs), figure(rate * cost.transitions), `${figure(cores)} cores of workers, ${figure((rate * 86_400 * cost.bytes) / 1_073_741_824)} GiB of history a day`]);
      }
      return {
        title: 'One, two and four workers on one server, and what a cluster needs',
        table: { head: ['', 'cases/s', 'of one worker', 'worker CPU ms/case', 'transitions/s', 'needs'], rows },
        notes: [
          `${atOnce} cases at once, medians of three rounds, PostgreSQL ${version}; Temporal's ${testbed.own ? 'development server (SQLite, one shard)' : 'server of TEMPORAL_ADDRESS'}, the workers, the store and the people who act share ${cpus().length} cores: more workers than free cores only compete.`,
          `On paper: ${cost.transitions} state transitions and ${cost.events} events a case as measured, workers at most ${busy * 100} % busy. A Temporal cluster is sized by transitions a second, which are what its database commits; each case also makes five writes of rows to the store.`,
          'A whole measure has more tasks and checks than this path: its transitions a case are what `temporal workflow describe` says of one.',
        ],
      };
    }),
  );
}
