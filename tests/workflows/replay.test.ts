import { DeterminismViolationError } from '@temporalio/workflow';
import proto, { type temporal } from '@temporalio/proto';
import { Worker, type ReplayResult } from '@temporalio/worker';
import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { bundleWorkflows } from '../../server/temporal/workflowBundle.ts';

const folder = new URL('histories/', import.meta.url);

interface Recorded {
  name: string;
  workflowId: string;
  history: temporal.api.history.v1.IHistory;
}

/** Every recorded history, by release and case; each line of the file's JSON was Temporal's own. */
function recorded(): Recorded[] {
  return readdirSync(folder)
    .filter((release) => /^\d/.test(release))
    .flatMap((release) =>
      readdirSync(new URL(`${release}/`, folder)).map((file) => {
        const { workflowId, history } = JSON.parse(gunzipSync(readFileSync(new URL(`${release}/${file}`, folder))).toString('utf8')) as { workflowId: string; history: object }; // written by `npm run histories`
        return { name: `${release}/${file}`, workflowId, history: proto.temporal.api.history.v1.History.fromObject(history) };
      }),
    );
}

let workflowBundle: Awaited<ReturnType<typeof bundleWorkflows>>;
beforeAll(async () => {
  workflowBundle = await bundleWorkflows();
});

async function replay(histories: Recorded[]): Promise<ReplayResult[]> {
  const results: ReplayResult[] = [];
  for await (const result of Worker.runReplayHistories({ workflowBundle, replayName: 'recorded' }, histories)) results.push(result);
  return results;
}

test('every history ever recorded replays on today’s code', async () => {
  const histories = recorded();
  expect(histories.length).toBeGreaterThanOrEqual(14);
  const results = await replay(histories);
  expect(results).toHaveLength(histories.length);
  for (const [place, { error }] of results.entries()) expect(error, histories[place]?.name).toBeUndefined();
}, 240_000);

test('a history spoiled on purpose does not', async () => {
  const [first] = recorded();
  if (!first) throw new Error('There is no recorded history.');
  const scheduled = first.history.events?.find((event) => event.activityTaskScheduledEventAttributes)?.activityTaskScheduledEventAttributes;
  if (!scheduled?.activityType) throw new Error(`${first.name} has no activity to spoil.`);
  scheduled.activityType.name = 'somethingElse';
  const [result] = await replay([first]);
  expect(result?.error).toBeInstanceOf(DeterminismViolationError);
}, 120_000);
