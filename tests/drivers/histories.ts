import type { Client } from '@temporalio/client';

type History = Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>;

/** The histories of all runs of a case, from its first on: each that continued as new names the next. */
export async function historiesOf(client: Client, id: string, firstRun: string): Promise<History[]> {
  const histories: History[] = [];
  for (let run: string | undefined = firstRun; run; ) {
    const history: History = await client.workflow.getHandle(id, run).fetchHistory();
    histories.push(history);
    run = history.events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId ?? undefined;
  }
  return histories;
}

/** Why workflow tasks failed in these histories: a sentence each; none where the code is sound. */
export function failedWorkflowTasks(histories: History[]): string[] {
  return histories.flatMap(({ events }) =>
    (events ?? []).flatMap(({ eventId, workflowTaskFailedEventAttributes: failed }) => (failed ? [`event ${String(eventId)}: ${failed.failure?.message ?? 'no message'}`] : [])),
  );
}
