import { Client, Connection, type WorkflowHandleWithFirstExecutionRunId } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { randomUUID } from 'node:crypto';
import type { Activities, Projection } from '../../activities/contracts.ts';
import { createActivities } from '../../activities/index.ts';
import type { Outside } from '../../activities/outside.ts';
import type { Actor } from '../../model/case.ts';
import type { Process } from '../../model/process.ts';
import { calendars } from '../../measures/calendars.ts';
import { act, type Act, type ActAnswer, type CaseResult, type RunCaseInput } from '../../workflows/messages.ts';
import { bundleWorkflows } from '../../server/temporal/workflowBundle.ts';
import { temporalAddress } from '../setup/temporal.ts';

let bundle: ReturnType<typeof bundleWorkflows> | undefined;

/** The real workflow on a real Temporal server, over a given world; a second of real time is a day of case time. */
export class TemporalWorld {
  /** Every projection written by this world's own worker, by case. */
  readonly projections = new Map<string, Projection[]>();
  private constructor(
    readonly client: Client,
    readonly queue: string,
    private readonly connection: NativeConnection,
    private readonly outside: Outside,
    private readonly instead: Partial<Activities>,
  ) {}

  /** `instead` are activities that take the place of those over the world. */
  static async open(outside: Outside, queue = `test-${randomUUID()}`, instead: Partial<Activities> = {}): Promise<TemporalWorld> {
    const address = process.env['TEMPORAL_ADDRESS'] || temporalAddress();
    const connection = await NativeConnection.connect({ address });
    const client = new Client({ connection: await Connection.connect({ address }) });
    return new TemporalWorld(client, queue, connection, outside, instead);
  }

  private get activities(): Activities {
    const write = async (projection: Projection): Promise<void> => {
      this.projections.set(projection.case, [...(this.projections.get(projection.case) ?? []), projection]);
      await this.outside.projection.write(projection);
    };
    return { ...createActivities({ ...this.outside, projection: { write } }), ...this.instead };
  }

  /** Waits until the store shows this task as open, as a page would. */
  async seen(running: RunningCase, task: string): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      if (this.projections.get(running.id)?.at(-1)?.state.tasks.some((open) => open.task === task)) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`The task ${task} of ${running.id} did not open within five seconds.`);
  }

  /** A worker that runs until it is shut down. */
  async worker(options: { maxCachedWorkflows?: number } = {}): Promise<{ stop(): Promise<void> }> {
    bundle ??= bundleWorkflows();
    const worker = await Worker.create({
      connection: this.connection,
      taskQueue: this.queue,
      workflowBundle: await bundle,
      activities: { ...this.activities },
      maxCachedWorkflows: options.maxCachedWorkflows ?? 50,
      stickyQueueScheduleToStartTimeout: '500ms',
      shutdownGraceTime: '1s',
    });
    const run = worker.run();
    return {
      async stop() {
        worker.shutdown();
        await run;
      },
    };
  }

  async start(definition: Process, input: Partial<RunCaseInput> & { actor: Actor }): Promise<RunningCase> {
    const id = input.case ?? `T-${randomUUID()}`;
    const args: RunCaseInput = {
      case: id,
      process: definition,
      version: 1,
      hash: 'test',
      revision: 1,
      applicant: { creditCode: '91440300FAKE00021C', name: '深圳虚构横岗眼镜直播基地管理有限公司' },
      instalment: 1,
      data: { declaration: {} },
      calendar: calendars,
      clock: { start: '2026-03-02T09:00:00.000+08:00', realStart: Date.now(), factor: 86_400 },
      ...input,
    };
    const handle = await this.client.workflow.start<(input: RunCaseInput) => Promise<CaseResult>>('runCase', { workflowId: id, taskQueue: this.queue, args: [args] });
    return new RunningCase(id, handle);
  }

  async close(): Promise<void> {
    await this.client.connection.close();
    await this.connection.close();
  }
}

/** One case that runs on the server. */
export class RunningCase {
  constructor(
    readonly id: string,
    readonly handle: WorkflowHandleWithFirstExecutionRunId,
  ) {}

  get firstRun(): string {
    return this.handle.firstExecutionRunId;
  }

  act(what: Act, key: string = randomUUID(), body = JSON.stringify(what)): Promise<ActAnswer> {
    return this.handle.executeUpdate(act, { args: [{ key, body, act: what }], updateId: key });
  }

  async cost(): Promise<{ events: number; transitions: number }> {
    const { raw } = await this.handle.describe();
    const info = raw.workflowExecutionInfo;
    return { events: Number(info?.historyLength ?? 0), transitions: Number(info?.stateTransitionCount ?? 0) };
  }
}
