import { isGrpcServiceError, WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { RunHistory, WhichRuns } from '../caseClient.ts';

const mostRuns = 1_000;

/** Runs of a case, first run first, by the chain in which each run names the one it was continued from, back to what is kept already; empty while the last is open, unless `open` ones are wanted. */
export async function readRuns(client: Client, caseId: string, { open = false, kept = new Set() }: WhichRuns = {}): Promise<RunHistory[]> {
  const last = await lastRun(client, caseId, open);
  const runs: RunHistory[] = [];
  for (let run = last; run !== undefined && run !== '' && !kept.has(run); ) {
    if (runs.length >= mostRuns) throw new Error(`${caseId} has more than ${mostRuns} runs`);
    try {
      const { before, ...read } = await readRun(client, caseId, run);
      runs.unshift(read);
      run = before;
    } catch (error) {
      // A part of the chain that retention has removed already cannot be had any more; keeping only the rest would hide that.
      if (isGrpcServiceError(error)) throw new Error(`run ${run} of ${caseId} cannot be read: ${error.details}`, { cause: error });
      throw error;
    }
  }
  return runs;
}

async function lastRun(client: Client, caseId: string, open: boolean): Promise<string | undefined> {
  try {
    const { status, runId } = await client.workflow.getHandle(caseId).describe();
    return !open && status.name === 'RUNNING' ? undefined : runId;
  } catch (error) {
    // Forgotten after its retention: where a closed case's runs are asked for, that is a failure.
    if (open && error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  }
}

/** One run, and the run that it was continued from. */
export async function readRun(client: Client, caseId: string, run: string): Promise<RunHistory & { before: string | undefined }> {
  const history = await client.workflow.getHandle(caseId, run).fetchHistory();
  // The message's own `toJSON`: names for enumerations, base64 for bytes, texts for 64-bit numbers; `History.fromObject` reads it back.
  return { run, history: JSON.parse(JSON.stringify(history)) as unknown, events: history.events?.length ?? 0, before: history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? undefined };
}

/** Runs that ended by handing over to a next one of the same case, as far as the engine still has them. */
export async function* handedOver(client: Client): AsyncIterable<{ case: string; run: string }> {
  for await (const { workflowId, runId } of client.workflow.list({ query: "WorkflowType = 'runCase' AND ExecutionStatus = 'ContinuedAsNew'" })) yield { case: workflowId, run: runId };
}
