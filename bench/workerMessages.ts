import type { StorePlace } from '../server/store/openStore.ts';

/** With what a worker process is started. */
export interface WorkerOrder {
  address: string;
  namespace: string;
  store: StorePlace;
  queues: { engine: string; baseline: string };
  /** Paths of the bundles; without the baseline's its queue is not worked on. */
  bundles: { engine: string; baseline?: string };
  cache: number;
  metricsPort: number;
  /** Whether each write to the store is told to the parent. */
  tellWrites: boolean;
}

/** What a worker process says. */
export type FromWorker = { says: 'ready' } | { says: 'written'; case: string; seq: number } | { says: 'usage'; cpuMs: number; rssMb: number };

/** What a worker process is asked. */
export type ToWorker = { asks: 'usage' } | { asks: 'stop' };
