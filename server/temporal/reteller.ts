import proto from '@temporalio/proto';
import { Worker, type ReplayResult } from '@temporalio/worker';
import { fileURLToPath } from 'node:url';
import type { Projection } from '../../activities/contracts.ts';
import type { RunHistory } from '../caseClient.ts';
import { bundleWorkflows } from './workflowBundle.ts';

/** Reads histories again and tells what their cases wrote of themselves. */
export interface Reteller {
  /** What a case has written by these runs, first run first: the last projection, with every entry of the trail; nothing where it has not begun. */
  tell(caseId: string, runs: RunHistory[]): Promise<Projection | undefined>;
  close(): Promise<void>;
}

const interceptorsPath = fileURLToPath(new URL('../../workflows/retell.ts', import.meta.url));

/** Made once for a process: it takes seconds. */
let bundled: ReturnType<typeof bundleWorkflows> | undefined;

/**
 * A reteller over the code of today. It replays, one history at a time, what workflow tasks committed, and hears what the case asked to have
 * written meanwhile: so the rows come from the history by the very code that wrote them. Throws where a history does not replay.
 */
export async function openReteller(): Promise<Reteller> {
  const bundle = await (bundled ??= bundleWorkflows({ workflowInterceptorModules: [interceptorsPath] }));
  let told: Projection[] = [];
  let next: { workflowId: string; history: unknown } | undefined;
  async function* asked(): AsyncGenerator<{ workflowId: string; history: unknown }> {
    for (let one = next; one !== undefined; one = next) {
      next = undefined;
      yield one;
    }
  }
  // The projection comes out of the replay's own realm: its arrays would not be ours.
  const hear = (_info: unknown, projection: Projection) => void told.push(JSON.parse(JSON.stringify(projection)) as Projection);
  const results: AsyncIterator<ReplayResult> = Worker.runReplayHistories(
    { workflowBundle: bundle, replayName: 'retelling', sinks: { retelling: { projection: { fn: hear, callDuringReplay: true } } } },
    asked(),
  )[Symbol.asyncIterator]();

  const tell = async (caseId: string, runs: RunHistory[]): Promise<Projection | undefined> => {
    told = [];
    for (const { history } of runs) {
      const committed = committedPart(history as JsonHistory); // as `RunHistory` says
      if (!committed) continue;
      next = { workflowId: caseId, history: proto.temporal.api.history.v1.History.fromObject(committed) };
      const { value } = (await results.next()) as { value?: ReplayResult };
      if (value?.error) throw value.error;
    }
    return whole(told);
  };
  let turn: Promise<unknown> = Promise.resolve();
  return {
    tell(caseId, runs) {
      const mine = turn.then(() => tell(caseId, runs));
      turn = mine.catch(() => undefined);
      return mine;
    },
    async close() {
      await turn;
      await results.next(); // nothing is asked any more, which ends it
    },
  };
}

interface JsonHistory {
  events?: { [attributes: string]: unknown; workflowTaskCompletedEventAttributes?: unknown; eventId?: unknown }[];
}

/**
 * The history up to the last workflow task that was completed, with the commands it gave: what came after, the case has not taken in, and
 * what it would answer nobody has committed. Nothing where no workflow task was completed.
 */
function committedPart({ events = [] }: JsonHistory): JsonHistory | undefined {
  const last = events.findLastIndex((event) => event.workflowTaskCompletedEventAttributes);
  const completed = events[last];
  if (!completed) return undefined;
  let end = last + 1;
  while (end < events.length && isCommandOf(events[end] ?? {}, String(completed.eventId))) end += 1;
  return { events: events.slice(0, end) };
}

/** Answers to updates are written with the workflow task too, though they do not name it. */
function isCommandOf(event: { [attributes: string]: unknown }, completed: string): boolean {
  return Object.entries(event).some(([name, attributes]) => {
    if (name.startsWith('workflowExecutionUpdate') && name !== 'workflowExecutionUpdateAdmittedEventAttributes') return true;
    return typeof attributes === 'object' && attributes !== null && 'workflowTaskCompletedEventId' in attributes && String(attributes.workflowTaskCompletedEventId) === completed;
  });
}

function whole(told: Projection[]): Projection | undefined {
  const last = told.at(-1);
  if (!last) return undefined;
  const trail: Projection['trail'] = [];
  for (const projection of told) {
    const from = projection.trail[0]?.seq ?? projection.state.seq + 1;
    while ((trail.at(-1)?.seq ?? -1) >= from) trail.pop();
    trail.push(...projection.trail);
  }
  return { ...last, trail };
}
