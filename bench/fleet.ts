import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { freePort } from '../server/setup/port.mjs';
import type { StorePlace } from '../server/store/openStore.ts';
import type { FromWorker, ToWorker, WorkerOrder } from './workerMessages.ts';
import type { Testbed } from './testbed.ts';

/** What one worker process used so far. */
export interface Usage {
  cpuMs: number;
  rssMb: number;
}

/** How a fleet is made. */
export interface FleetOptions {
  count: number;
  store: StorePlace;
  cache?: number;
  baseline?: boolean;
}

/** As `server/worker.ts` sets it. */
const usualCache = 300;

/** Worker processes on the same queues and the same store. */
export class Fleet {
  readonly queues = { engine: `bench-engine-${randomUUID()}`, baseline: `bench-baseline-${randomUUID()}` };
  private readonly members: { child: ChildProcess; metricsPort: number }[] = [];
  private readonly seen = new Map<string, number>();
  private readonly waiting = new Map<string, (() => void)[]>();

  private constructor(private readonly testbed: Testbed) {}

  /** Starts the processes and waits until each polls; lets work run with them, and stops them. */
  static async with<T>(testbed: Testbed, options: FleetOptions, work: (fleet: Fleet) => Promise<T>): Promise<T> {
    const fleet = new Fleet(testbed);
    try {
      for (let place = 0; place < options.count; place += 1) await fleet.add(options);
      return await work(fleet);
    } finally {
      await fleet.stop();
    }
  }

  private async add({ store, cache = usualCache, baseline = false }: FleetOptions): Promise<void> {
    const { address, namespace, bundle } = this.testbed;
    const metricsPort = await freePort();
    const bundles = { engine: await bundle('engine'), ...(baseline ? { baseline: await bundle('baseline') } : {}) };
    const order: WorkerOrder = { address, namespace, store, queues: this.queues, bundles, cache, metricsPort, tellWrites: true };
    const profile = process.env['BENCH_CPU_PROF'];
    const child = fork(fileURLToPath(new URL('./workerProcess.ts', import.meta.url)), [], {
      env: { ...process.env, BENCH_ORDER: JSON.stringify(order) },
      execArgv: ['--import', 'tsx', ...(profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`])],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.members.push({ child, metricsPort });
    await new Promise<void>((resolve, reject) => {
      child.on('message', (message: FromWorker) => {
        if (message.says === 'ready') resolve();
        if (message.says === 'written') this.written(message.case, message.seq);
      });
      child.once('exit', (code) => reject(new Error(`a worker process ended with ${String(code)}`)));
    });
  }

  private written(id: string, seq: number): void {
    this.seen.set(id, seq);
    for (const resolve of this.waiting.get(id) ?? []) resolve();
    this.waiting.delete(id);
  }

  /** Resolves when the store has the case's first rows, so that its first task can be done. */
  begun(id: string): Promise<void> {
    if (this.seen.has(id)) return Promise.resolve();
    return new Promise((resolve) => this.waiting.set(id, [...(this.waiting.get(id) ?? []), resolve]));
  }

  /** How many entries of the trail a case has written. */
  entriesOf(id: string): number | undefined {
    return this.seen.get(id);
  }

  /** How many cases have written rows. */
  get begunCases(): number {
    return this.seen.size;
  }

  /** What all processes together used so far. */
  async usage(): Promise<Usage[]> {
    return Promise.all(
      this.members.map(
        ({ child }) =>
          new Promise<Usage>((resolve) => {
            const listen = (message: FromWorker): void => {
              if (message.says !== 'usage') return;
              child.off('message', listen);
              resolve(message);
            };
            child.on('message', listen);
            child.send({ asks: 'usage' } satisfies ToWorker);
          }),
      ),
    );
  }

  /** Sum over all processes of one of the SDK's own counters or gauges (without prefix). */
  async metric(name: string): Promise<number> {
    const texts = await Promise.all(this.members.map(async ({ metricsPort }) => (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()));
    const line = new RegExp(`^temporal_${name}(?:_total)?(?:\\{[^}]*\\})? (\\S+)$`, 'gm');
    return texts.flatMap((text) => [...text.matchAll(line)]).reduce((sum, [, value]) => sum + Number(value), 0);
  }

  private async stop(): Promise<void> {
    await Promise.all(
      this.members.map(async ({ child }) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const gone = new Promise((resolve) => child.once('exit', resolve));
        const late = setTimeout(() => child.kill('SIGKILL'), 20_000);
        child.send({ asks: 'stop' } satisfies ToWorker);
        await gone;
        clearTimeout(late);
      }),
    );
  }
}
