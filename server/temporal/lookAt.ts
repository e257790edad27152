import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { EngineLook } from '../caseClient.ts';

/** A worker that is killed costs an attempt or two; from here on the fault is in the program or the case. */
const toleratedAttempts = 2;

/** How the engine stands to a case: its status, and whether the latest workflow task fails again and again. */
export async function lookAt(client: Client, caseId: string): Promise<EngineLook> {
  const handle = client.workflow.getHandle(caseId);
  try {
    const { status, closeTime, runId, raw } = await handle.describe();
    if (status.name !== 'RUNNING') return { stands: 'ended', how: status.name.toLowerCase(), since: closeTime ?? new Date(), why: await lastWord(client, caseId, runId) };
    const pending = raw.pendingWorkflowTask;
    const attempt = pending?.attempt ?? 1;
    if (attempt <= toleratedAttempts) return { stands: 'running' };
    return { stands: 'failing', attempt, since: new Date(Number(pending?.originalScheduledTime?.seconds ?? 0) * 1_000), why: await lastWord(client, caseId, runId) };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return { stands: 'unknown' };
    throw error;
  }
}

/** What the latest events of a run say of its end, or of the failure of its workflow task. */
async function lastWord(client: Client, workflowId: string, runId: string): Promise<string> {
  const { history } = await client.workflowService.getWorkflowExecutionHistoryReverse({ namespace: client.options.namespace, execution: { workflowId, runId }, maximumPageSize: 20 });
  for (const event of history?.events ?? []) {
    const { workflowTaskFailedEventAttributes: task, workflowExecutionFailedEventAttributes: failed, workflowExecutionTerminatedEventAttributes: terminated } = event;
    const said = terminated?.reason ?? failed?.failure?.message ?? task?.failure?.message;
    if (said) return said.slice(0, 1_000);
  }
  return '';
}

/** Every case that the engine knows, each once however many runs it had. */
export async function* everyCase(client: Client): AsyncIterable<string> {
  const seen = new Set<string>();
  for await (const { workflowId } of client.workflow.list({ query: "WorkflowType = 'runCase'" })) {
    if (seen.has(workflowId)) continue;
    seen.add(workflowId);
    yield workflowId;
  }
}
