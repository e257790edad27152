import { Worker, type NativeConnection } from '@temporalio/worker';
import { createActivities } from '../activities/index.ts';
import type { Outside } from '../activities/outside.ts';
import { taskQueue } from './temporal/caseClient.ts';
import { workflowBundle } from './temporal/workflowBundle.ts';

/** What a worker needs. */
export interface WorkerSetUp {
  connection: NativeConnection;
  namespace: string;
  outside: Outside;
}

/** A worker of this product: workflows from their source, activities over the given world. */
export function createWorker({ connection, namespace, outside }: WorkerSetUp): Promise<Worker> {
  return Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowsPath: workflowBundle.workflowsPath,
    bundlerOptions: { preloadModules: workflowBundle.preloadModules },
    activities: { ...createActivities(outside) },
    // Set, since the default grows with the heap until bundles with many objects exhaust it.
    maxCachedWorkflows: 300,
    // After a worker is gone its cached cases wait this long before another one takes them.
    stickyQueueScheduleToStartTimeout: '500ms',
    shutdownGraceTime: '5s',
  });
}
