// @ts-check
// `npm run temporal`: Temporal's server on PostgreSQL in the foreground, for machines without Docker.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { entry } from './entry.mjs';
import { Fault } from './exitCodes.mjs';
import { interruption } from './interruption.mjs';
import { root } from './places.mjs';
import { say } from './say.mjs';
import { startTemporalOnPostgres } from './temporalOnPostgres.mjs';

const usage = 'TEMPORAL_DATABASE_URL=postgres://… npm run temporal -- [--port 7233] [--data FOLDER] [--database temporal]';

await entry(async () => {
  const { port, data, database } = wantedFrom(process.argv.slice(2));
  const postgres = process.env.TEMPORAL_DATABASE_URL ?? '';
  if (!/^postgres(ql)?:\/\//.test(postgres) || !URL.canParse(postgres)) throw new Fault('usage', { what: 'TEMPORAL_DATABASE_URL', usage });
  const { signal, goTo } = interruption();
  const server = await startTemporalOnPostgres({ postgres, folder: data, database, port, say, signal });
  /** @type {Promise<undefined>} */
  const asked = new Promise((settle) => goTo(() => settle(undefined)));
  const log = join(data, 'temporal.log');
  say(`Temporal 正在运行：${server.address}（日志：${log}）`, `Temporal serves at ${server.address} (its log: ${log})`);
  const died = await Promise.race([asked, server.ended]);
  await server.stop();
  if (died === undefined) return 0;
  throw new Fault('temporalUnreachable', { address: server.address, why: died });
});

/** @param {string[]} args */
function wantedFrom(args) {
  try {
    const { values } = parseArgs({ args, options: { port: { type: 'string', default: '7233' }, data: { type: 'string', default: join(root, '.shenpi', 'temporal') }, database: { type: 'string', default: 'temporal' } } });
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) < 1 || Number(values.port) > 65_535) throw new Error(`--port ${values.port}`);
    return { ...values, port: Number(values.port) };
  } catch (error) {
    throw new Fault('usage', { what: error instanceof Error ? error.message : String(error), usage });
  }
}
