import { isGrpcServiceError, type Client } from '@temporalio/client';
import type { RunHistory } from '../caseClient.ts';

const mostRuns = 1_000;

/** Every run of a closed case, first run first, by the chain in which each run names the one it was continued from; empty while the last is open. */
export async function readRuns(client: Client, caseId: string): Promise<RunHistory[]> {
  const description = await client.workflow.getHandle(caseId).describe();
  if (description.status.name === 'RUNNING') return [];
  const runs: RunHistory[] = [];
  for (let run: string | undefined = description.runId; run !== undefined && run !== ''; ) {
    if (runs.length >= mostRuns) throw new Error(`${caseId} has more than ${mostRuns} runs`);
    try {
      const history = await client.workflow.getHandle(caseId, run).fetchHistory();
      // The message's own `toJSON`: names for enumerations, base64 for bytes, texts for 64-bit numbers; `History.fromObject` reads it back.
      runs.unshift({ run, history: JSON.parse(JSON.stringify(history)) as unknown, events: history.events?.length ?? 0 });
      run = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? undefined;
    } catch (error) {
      // A part of the chain that retention has removed already cannot be had any more; keeping only the rest would hide that.
      if (isGrpcServiceError(error)) throw new Error(`run ${run} of ${caseId} cannot be read: ${error.details}`, { cause: error });
      throw error;
    }
  }
  return runs;
}
