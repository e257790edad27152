import type { RunCaseInput } from '../../workflows/messages.ts';

interface Started {
  events?: { workflowExecutionStartedEventAttributes?: { input?: { payloads?: { data?: string }[] } } }[];
}

/** What a run was started with, as its kept history (JSON) has it; nothing where it is no history of a case. */
export function runInputOf(history: unknown): RunCaseInput | undefined {
  const data = (history as Started).events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0]?.data;
  return data === undefined ? undefined : (JSON.parse(Buffer.from(data, 'base64').toString('utf8')) as RunCaseInput); // written by `CaseClient.start`
}

/** Which run of its case a history is, from 1; nothing where it is no history of a case. */
export function runNumberOf(history: unknown): number | undefined {
  const input = runInputOf(history);
  return input && (input.carried?.run ?? 0) + 1;
}
