import { isGrpcServiceError, type Connection } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Settings } from '../settings.ts';

/** Between two looks: until this build is settled, and from then on. */
const soonMs = 250;
const laterMs = 15_000;

/** A worker that waits for work asks anew at least every minute; one that has not asked for so long is gone. */
const goneMs = 75_000;

const workflowQueue = 1;
const notFound = 5;

/** How a build stands to the cases: takes them, leaves them to another build, or is not known to the server yet. */
export type Standing = 'current' | 'idle' | 'unknown';

/** What is rolled out, and how. */
export interface RollingOut {
  connection: Connection;
  namespace: string;
  /** Name of the deployment; the queue has the same. */
  deployment: string;
  build: string;
  mode: Exclude<Settings['rollout'], 'off'>;
  log: Logger;
  /** Real time, in milliseconds since 1970-01-01T00:00Z. */
  now: () => number;
}

/** A roll-out under way. */
export interface Rollout {
  readonly standing: Standing;
  stop(): void;
}

/** Whether the server tells builds of workers apart; an old one does not, and a namespace can forbid it. */
export async function tellsBuildsApart(connection: Connection, namespace: string, log: Logger): Promise<boolean> {
  try {
    await connection.workflowService.listWorkerDeployments({ namespace, pageSize: 1 });
    return true;
  } catch (error) {
    if (!isGrpcServiceError(error)) throw error;
    log.warn(`Temporal 不支持区分 worker 的版本（${error.details}）：升级时请先停止旧版，再启动新版 / Temporal does not tell builds of the worker apart (${error.details}): stop the old build before you start a new one`);
    return false;
  }
}

/**
 * Sees to it that some live build takes the cases. A build takes over when it is newer than the one that has them (the server noted it
 * later), when none has them, and when the one that has them is gone: an old worker that is started again does not take them back from
 * a newer one, and a newer one that vanishes strands no case. Looks by itself until it is stopped.
 */
export function startRollout(rolling: RollingOut): Rollout {
  const { log, build } = rolling;
  let standing: Standing = 'unknown';
  let forced = rolling.mode === 'always';
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const look = async (): Promise<void> => {
    try {
      const found = await judge(rolling, forced);
      if (found !== 'unknown') forced = false;
      if (found !== standing && found === 'current') log.info({ build }, '本版本的 worker 开始办理案件 / this build of the worker takes the cases');
      if (found !== standing && found === 'idle') log.warn({ build }, '另有版本的 worker 在办理案件，本版本待命 / another build of the worker has the cases, and this one stands by');
      standing = found;
    } catch (error) {
      log.warn({ err: error, build }, 'worker 的版本状况暂时无法查明，稍后再试 / how this build of the worker stands cannot be told just now, and is looked at again');
    }
    if (!stopped) timer = setTimeout(() => void look(), standing === 'unknown' ? soonMs : laterMs);
  };
  void look();
  return {
    get standing() {
      return standing;
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

async function judge(rolling: RollingOut, forced: boolean): Promise<Standing> {
  const { connection, namespace, deployment: deploymentName, build: buildId, mode } = rolling;
  let answer;
  try {
    answer = await connection.workflowService.describeWorkerDeployment({ namespace, deploymentName });
  } catch (error) {
    if (isGrpcServiceError(error) && Number(error.code) === notFound) return 'unknown';
    throw error;
  }
  const builds = new Map((answer.workerDeploymentInfo?.versionSummaries ?? []).map((version) => [version.deploymentVersion?.buildId ?? '', msOf(version.createTime)]));
  const noted = builds.get(buildId);
  if (noted === undefined) return 'unknown';
  const current = answer.workerDeploymentInfo?.routingConfig?.currentDeploymentVersion?.buildId;
  if (current === buildId) return 'current';
  if (!forced && current && (mode === 'byHand' || ((builds.get(current) ?? 0) >= noted && (await lives(rolling, current))))) return 'idle';
  if (!forced && !current && mode === 'byHand') return 'idle';
  await connection.workflowService.setWorkerDeploymentCurrentVersion({ namespace, deploymentName, buildId, conflictToken: answer.conflictToken ?? null, identity: `shenpi/${buildId}` });
  return 'current';
}

/** Whether some worker of a build asked for work of late. */
async function lives({ connection, namespace, deployment, now }: RollingOut, build: string): Promise<boolean> {
  const { pollers } = await connection.workflowService.describeTaskQueue({ namespace, taskQueue: { name: deployment }, taskQueueType: workflowQueue });
  return (pollers ?? []).some(({ deploymentOptions, lastAccessTime }) => deploymentOptions?.buildId === build && now() - msOf(lastAccessTime) < goneMs);
}

const msOf = (time: { seconds?: unknown; nanos?: number | null } | null | undefined): number => Number(String(time?.seconds ?? 0)) * 1_000 + (time?.nanos ?? 0) / 1_000_000;
