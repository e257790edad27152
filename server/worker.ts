import { Worker, type NativeConnection, type WorkerOptions } from '@temporalio/worker';
import { createActivities } from '../activities/index.ts';
import type { Outside } from '../activities/outside.ts';
import { taskQueue } from './temporal/caseClient.ts';
import { keptBundle } from './temporal/workflowBundle.ts';

/** What a worker needs. */
export interface WorkerSetUp {
  connection: NativeConnection;
  namespace: string;
  outside: Outside;
  queue?: string;
  /** Name of this build, by which the server gives it cases or not; without one it takes what comes. */
  build?: string;
  /** What stands around each activity, as a tracer does. */
  aroundActivities?: NonNullable<WorkerOptions['interceptors']>['activity'];
}

/** So much a worker has under way at once. */
export const slots = { workflows: 40, activities: 100, localActivities: 100 } as const;

let bundle: ReturnType<typeof keptBundle> | undefined;

/** A worker of this product: workflows from their source, activities over the given world. */
export async function createWorker({ connection, namespace, outside, queue = taskQueue, build, aroundActivities }: WorkerSetUp): Promise<Worker> {
  bundle ??= keptBundle();
  return Worker.create({
    connection,
    namespace,
    taskQueue: queue,
    workflowBundle: await bundle,
    activities: { ...createActivities(outside) },
    ...(aroundActivities ? { interceptors: { activity: aroundActivities } } : {}),
    ...(build === undefined ? {} : { workerDeploymentOptions: { useWorkerVersioning: true, version: { deploymentName: queue, buildId: build }, defaultVersioningBehavior: 'AUTO_UPGRADE' as const } }),
    // Set, since the default grows with the heap until bundles with many objects exhaust it.
    maxCachedWorkflows: 300,
    maxConcurrentWorkflowTaskExecutions: slots.workflows,
    maxConcurrentActivityTaskExecutions: slots.activities,
    maxConcurrentLocalActivityExecutions: slots.localActivities,
    // After a worker is gone its cached cases wait this long before another one takes them.
    stickyQueueScheduleToStartTimeout: '500ms',
    shutdownGraceTime: '5s',
  });
}
