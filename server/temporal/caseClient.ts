import {
  Client,
  isGrpcServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type ClientInterceptors,
  type Connection,
} from '@temporalio/client';
import { ApplicationFailure, WorkflowIdReusePolicy } from '@temporalio/common';
import { refusalCodes, type Refusal, type RefusalCode } from '../../model/refusal.ts';
import { textSchema } from '../../model/text.ts';
import { act as actUpdate, showAgain, type ActAnswer, type ActInput, type RunCaseInput } from '../../workflows/messages.ts';
import type { CaseClient } from '../caseClient.ts';
import { Refused, refuse } from '../refusals.ts';
import { everyCase, lookAt } from './lookAt.ts';
import { handedOver, readRun, readRuns } from './readRuns.ts';

/** The queue from which workers of this product take their work. */
export const taskQueue = 'shenpi';

const patienceMs = 20_000;
const pauseMs = 250;

/** Cases as Temporal workflows: workflow id = case id, update id = the act's key. */
export function temporalCaseClient(connection: Connection, namespace: string, queue = taskQueue, interceptors: ClientInterceptors = {}): CaseClient {
  const client = new Client({ connection, namespace, interceptors });

  return {
    async start(input: RunCaseInput, delayMs = 0) {
      await persist(() =>
        client.workflow
          .start('runCase', {
            workflowId: input.case,
            taskQueue: queue,
            args: [input],
            workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
            ...(delayMs > 0 ? { startDelay: delayMs } : {}),
          })
          .catch(unlessStarted),
      );
    },
    async restart(input: RunCaseInput) {
      await persist(() => client.workflow.start('runCase', { workflowId: input.case, taskQueue: queue, args: [input], workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE }).catch(unlessStarted));
    },
    async act(caseId: string, input: ActInput): Promise<ActAnswer> {
      const handle = client.workflow.getHandle(caseId);
      // Until it is completed an update may be lost with a server; the same id asks for the same act.
      return persist(() => connection.withDeadline(Date.now() + 10_000, () => handle.executeUpdate(actUpdate, { updateId: input.key, args: [input] })));
    },
    async showAgain(caseId) {
      await persist(() =>
        client.workflow
          .getHandle(caseId)
          .signal(showAgain)
          .catch((error: unknown) => {
            // It has ended, and its last write came before its end.
            if (!(error instanceof WorkflowNotFoundError)) throw error;
          }),
      );
    },
    runs: (caseId, which) => readRuns(client, caseId, which),
    run: (caseId, run) => readRun(client, caseId, run),
    handedOver: () => handedOver(client),
    look: (caseId) => lookAt(client, caseId),
    all: () => everyCase(client),
    async answers() {
      try {
        await connection.withDeadline(Date.now() + 2_000, () => connection.workflowService.describeNamespace({ namespace }));
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** A repeat: the first attempt got through. */
function unlessStarted(error: unknown): void {
  if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
}

/** Tries again while the server cannot be reached, for a bounded time; what the case itself says is passed on at once. */
async function persist<T>(work: () => Promise<T>): Promise<T> {
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const refused = refusedOf(error);
      if (refused) throw refused;
      if (!isPassing(error)) throw error;
      if (Date.now() >= until) {
        throw refuse('notReady', '办理引擎暂时没有应答。您的操作不会重复生效，请用同一请求稍后重试。', 'The engine does not answer just now. Repeat the same request later; it will not take effect twice.');
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

function refusedOf(error: unknown): Refused | undefined {
  if (error instanceof WorkflowNotFoundError) {
    return refuse('caseClosed', '案件已经结束，不能再办理。', 'The case is closed; nothing more can be done on it.');
  }
  if (!(error instanceof WorkflowUpdateFailedError) || !(error.cause instanceof ApplicationFailure)) return undefined;
  const { type, message, details } = error.cause;
  if (!isRefusalCode(type)) return undefined;
  return new Refused(refusalIn(details?.[0]) ?? { code: type, message: { zh: message, en: message } });
}

const isRefusalCode = (code: unknown): code is RefusalCode => refusalCodes.some((known) => known === code);

/** The refusal that the case put into its failure's details, where it has that shape. */
function refusalIn(detail: unknown): Refusal | undefined {
  const { code, message, where } = (detail ?? {}) as { code?: unknown; message?: unknown; where?: unknown };
  const text = textSchema.safeParse(message);
  if (!isRefusalCode(code) || !text.success) return undefined;
  return { code, message: text.data, ...(typeof where === 'string' ? { where } : {}) };
}

// Cancelled, deadline, exhausted, failed precondition (the workflow task that carried the update failed), aborted, internal, unavailable.
const passingCodes = new Set([1, 4, 8, 9, 10, 13, 14]);

function isPassing(error: unknown): boolean {
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return true;
  if (isGrpcServiceError(error)) return passingCodes.has(Number(error.code));
  return error instanceof Error && error.cause !== undefined && error.cause !== error && isPassing(error.cause);
}
