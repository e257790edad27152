/**
 * `npm run histories -- --data FOLDER`: keeps the histories of a store's demonstration for this release, to be replayed for ever.
 * The system has to be running on that data folder.
 */
import { Client, Connection } from '@temporalio/client';
import proto from '@temporalio/proto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

const { values } = parseArgs({ options: { data: { type: 'string', default: '.shenpi/data' } } });
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }; // our own package.json
const { address } = addressIn(join(values.data, 'temporal.json'));
const folder = new URL(`histories/${version}/`, import.meta.url);
mkdirSync(folder, { recursive: true });

const client = new Client({ connection: await Connection.connect({ address }) });
let count = 0;
for await (const { workflowId, runId } of client.workflow.list({ query: 'WorkflowType = "runCase" AND ExecutionStatus = "Completed"' })) {
  const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
  const json = proto.temporal.api.history.v1.History.toObject(proto.temporal.api.history.v1.History.fromObject(history), { longs: String, bytes: String, enums: String });
  writeFileSync(new URL(`${workflowId}.json.gz`, folder), gzipSync(JSON.stringify({ workflowId, history: json }), { level: 9 }));
  count += 1;
  console.log(`${workflowId}: ${history.events?.length ?? 0} events`);
}
console.log(`${count} histories of release ${version}`);
await client.connection.close();

function addressIn(file: string): { address: string } {
  const { port } = JSON.parse(readFileSync(file, 'utf8')) as { port: number }; // written when the server was started
  return { address: `127.0.0.1:${port}` };
}
