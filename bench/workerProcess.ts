/**
 * A worker in a process of its own: the engine's queue and, where asked, the baseline's, over one store. It tells its parent of each write,
 * and on `usage` what it has used. Started by `fleet.ts`; ends when its parent says `stop` or is gone.
 */
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { createActivities } from '../activities/index.ts';
import { createOutside } from '../server/outside/createOutside.ts';
import { seedStore } from '../server/seed.ts';
import { createStore } from '../server/store/createStore.ts';
import { openDatabase } from '../server/store/openStore.ts';
import { temporalCaseClient } from '../server/temporal/caseClient.ts';
import { Connection } from '@temporalio/client';
import { createClaimActivities } from './baseline/activities.ts';
import type { FromWorker, ToWorker, WorkerOrder } from './workerMessages.ts';
import { largePath, path } from './path.ts';

const order = JSON.parse(process.env['BENCH_ORDER'] ?? '{}') as WorkerOrder; // the parent wrote it
const tell = (message: FromWorker): void => void process.send?.(message);

Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: { metrics: { prometheus: { bindAddress: `127.0.0.1:${order.metricsPort}` } } },
  shutdownSignals: [],
});

const database = await openDatabase(order.store);
const store = createStore(database.db);
await seedStore(store, false);
for (const process of [path(), largePath()]) await store.versions.seed(process, 'bench', 'bench');
if (order.tellWrites) store.written.on('written', ({ case: id, seq }) => tell({ says: 'written', case: id, seq }));

const connection = await NativeConnection.connect({ address: order.address });
const client = await Connection.connect({ address: order.address });
const outside = createOutside({
  store,
  cases: temporalCaseClient(client, order.namespace),
  offices: (connector) => {
    throw new Error(`the benchmark's path asks no office, and ${connector} was asked`);
  },
  now: () => Date.now(),
});
const settings = { connection, namespace: order.namespace, maxCachedWorkflows: order.cache, stickyQueueScheduleToStartTimeout: '500ms', shutdownGraceTime: '1s' } as const;
const workers = [await Worker.create({ ...settings, taskQueue: order.queues.engine, workflowBundle: { codePath: order.bundles.engine }, activities: { ...createActivities(outside) } })];
if (order.bundles.baseline !== undefined) {
  const activities = { ...(await createClaimActivities(store)) };
  workers.push(await Worker.create({ ...settings, taskQueue: order.queues.baseline, workflowBundle: { codePath: order.bundles.baseline }, activities }));
}
const running = Promise.all(workers.map((worker) => worker.run()));

let stopping = false;
const stop = async (): Promise<void> => {
  if (stopping) return;
  stopping = true;
  for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  await running;
  await connection.close();
  await client.close();
  await database.close();
  process.exit(0);
};

process.on('message', (message: ToWorker) => {
  if (message.asks === 'stop') return void stop();
  const { user, system } = process.cpuUsage();
  tell({ says: 'usage', cpuMs: (user + system) / 1_000, rssMb: process.memoryUsage().rss / 1_048_576 });
});
process.on('disconnect', () => void stop());
running.catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
tell({ says: 'ready' });
