import { pino } from 'pino';
import { Runtime, DefaultLogger } from '@temporalio/worker';
import { entry } from '../setup/entry.mjs';
import { Fault } from '../setup/exitCodes.mjs';
import { say } from '../setup/say.mjs';
import { readSettings, type Settings } from '../settings.ts';
import { createStore } from '../store/createStore.ts';
import { openDatabase } from '../store/openStore.ts';
import { temporalCaseClient } from '../temporal/caseClient.ts';
import { connectTemporal } from '../temporal/connect.ts';
import { askControl } from './control.ts';
import { rebuild, type Progress } from './rebuild.ts';

const tell = ({ done, of }: Progress): void => say(`已处理 ${done}/${of} 个案件`, `${done} of ${of} cases`);

// `npm run rebuild`: writes what the lists show anew from the histories, while the system runs.
await entry(async () => {
  const settings = readSettings(process.argv.slice(2), process.env);
  const done = settings.databaseUrl === undefined ? await askControl(settings.data, tell) : await overPostgres(settings, settings.databaseUrl);
  if (!done) throw new Fault('serverNotRunning', { data: settings.data });
  for (const { case: id, why } of done.failed) say(`${id}：${why}`, `${id}: ${why}`);
  if (done.failed.length > 0) throw new Fault('rebuildIncomplete', { failed: done.failed.length, of: done.of });
  say(`已由历史重建 ${done.written} 个案件的记录；${done.left} 个尚未开始的案件保持不变。`, `the rows of ${done.written} cases were rebuilt from their histories; ${done.left} cases that have not begun stay as they are.`);
  return 0;
});
process.exit();

async function overPostgres(settings: Settings, url: string): Promise<Progress> {
  const log = pino({ level: 'warn' });
  Runtime.install({ logger: new DefaultLogger('WARN', ({ message, meta }) => log.warn({ ...meta }, message)), shutdownSignals: [] });
  const database = await openDatabase({ url, pool: 2 });
  const temporal = await connectTemporal(settings.temporal, log);
  try {
    const store = createStore(database.db, () => new Date(), settings.claimMs);
    return await rebuild({ store, cases: temporalCaseClient(temporal.connection, settings.temporal.namespace), tell });
  } finally {
    await temporal.close();
    await database.close();
  }
}
