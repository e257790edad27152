// @ts-check
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtWithGo } from './builtWithGo.mjs';
import { Fault } from './exitCodes.mjs';
import { freePort, isFree } from './port.mjs';
import { end, identityOf } from './processIdentity.mjs';
import { lastWord, run } from './run.mjs';
import { findTemporalCli } from './temporal.mjs';
import { healthy, hermetic, retention, tail } from './temporalServer.mjs';

/** The server inside the command that `temporal.mjs` gets. */
const version = 'v1.29.1';
const module = 'go.temporal.io/server';
const plugin = 'postgres12';
const patienceMs = 120_000;

/**
 * Each case belongs to one of them for ever. A cluster takes hundreds; one machine is slowed down by many.
 */
const shards = 4;

/**
 * Temporal's own server and the tool for its schema, built from their Go module unless the cache has them.
 * @param {{ say: import('./say.mjs').Say, env?: NodeJS.ProcessEnv, signal?: AbortSignal | undefined }} options
 * @returns {Promise<{ server: string, sqlTool: string }>}
 */
export async function findTemporalServer({ say, env = process.env, signal }) {
  const got = await builtWithGo({
    name: 'temporal-server',
    version,
    programs: [['server', '--version'], ['sql', '--version']],
    minutes: '4',
    say,
    env,
    signal,
    async build(folder, how) {
      const built = await run('go', ['install', `${module}/cmd/server@${version}`, `${module}/cmd/tools/sql@${version}`], { ...how, env: { ...how.env, GOBIN: folder } });
      return built.code === 0 ? undefined : `go install failed (${lastWord(built)})`;
    },
  });
  if ('why' in got) throw new Fault('noTemporal', { why: got.why });
  return { server: join(got.folder, 'server'), sqlTool: join(got.folder, 'sql') };
}

/**
 * @typedef {object} TemporalOnPostgres
 * @property {string} address host:port of its gRPC service
 * @property {number} pid
 * @property {Promise<string>} ended why it ended, once it has
 * @property {() => Promise<void>} stop safe to call twice
 */

/**
 * Starts Temporal's server on a PostgreSQL: both databases and their schemas as the version wants them, the namespace
 * `default`, all services in one process, on loopback addresses only.
 * @param {object} options
 * @param {string} options.postgres URL of a role that may create databases, or owns those that are there
 * @param {string} options.folder for its configuration (which holds the password: readable by its owner alone) and its log
 * @param {string} [options.database] name of its database; the one that lists cases is named after it
 * @param {number} [options.port] of its gRPC service; any where not given
 * @param {import('./say.mjs').Say} options.say
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {AbortSignal} [options.signal] breaks the start off
 * @returns {Promise<TemporalOnPostgres>}
 */
export async function startTemporalOnPostgres({ postgres, folder, database = 'temporal', port, say, env = process.env, signal }) {
  const { server, sqlTool } = await findTemporalServer({ say, env, signal });
  const cli = await findTemporalCli({ say, env, signal });
  const place = placeOf(postgres);
  const databases = { temporal: database, visibility: `${database}_visibility` };
  for (const [part, name] of Object.entries(databases)) await bringUpSchema(sqlTool, place, name, `postgresql/v12/${part}`);

  if (port !== undefined && !await isFree(port)) throw new Fault('portInUse', { port });
  const grpc = port ?? await freePort();
  mkdirSync(join(folder, 'config'), { recursive: true });
  const root = resolve(folder);
  // JSON is YAML.
  writeFileSync(join(root, 'config', 'shenpi.yaml'), JSON.stringify(await configuration(place, databases, grpc), undefined, 2), { mode: 0o600 });
  const logFile = join(root, 'temporal.log');
  const log = openSync(logFile, 'w');
  const child = spawn(server, ['--root', root, '--config', 'config', '--env', 'shenpi', '--allow-no-auth', 'start'], { cwd: root, detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  /** @type {string | undefined} */
  let gone;
  /** @type {Promise<string>} */
  const ended = new Promise((settle) => {
    child.once('error', (error) => settle(error.message));
    child.once('exit', (code, signal) => settle(`it ended by ${signal ?? `exit code ${code}`}: ${tail(logFile)}`));
  });
  void ended.then((why) => { gone = why; });
  const identity = child.pid === undefined ? undefined : identityOf(child.pid);
  const address = `127.0.0.1:${grpc}`;
  const stop = async () => {
    if (identity !== undefined && !await end(identity, 15_000)) throw new Fault('cleanUpFailed', { pid: identity.pid, why: 'it ignores SIGTERM and SIGKILL' });
  };
  try {
    const until = Date.now() + patienceMs;
    while (!await healthy(cli, grpc)) {
      signal?.throwIfAborted();
      if (gone !== undefined || Date.now() > until) throw new Fault('temporalUnreachable', { address, why: gone ?? `no answer in ${patienceMs / 1000} s: ${tail(logFile)}` });
      await new Promise((settle) => setTimeout(settle, 200));
    }
    await makeNamespace(cli, address);
    signal?.throwIfAborted();
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, pid: identity?.pid ?? 0, ended, stop };
}

/** @typedef {{ host: string, port: string, user: string, password: string }} Place */

/**
 * @param {string} url
 * @returns {Place}
 */
function placeOf(url) {
  const { hostname, port, username, password } = new URL(url);
  return { host: hostname, port: port || '5432', user: decodeURIComponent(username), password: decodeURIComponent(password) };
}

/**
 * Brings the database up to this version's schema, and creates it first where it is missing; what is there already stays.
 * @param {string} tool
 * @param {Place} place
 * @param {string} name
 * @param {string} schema
 */
async function bringUpSchema(tool, { host, port, user, password }, name, schema) {
  const env = { ...process.env, SQL_PLUGIN: plugin, SQL_HOST: host, SQL_PORT: port, SQL_USER: user, SQL_PASSWORD: password, SQL_DATABASE: name };
  const ask = (/** @type {readonly string[]} */ ...args) => run(tool, args, { env, timeoutMs: 60_000 });
  const begin = () => ask('setup-schema', '-v', '0.0');
  let done = await begin();
  // An owner of what is there need not be allowed to create more.
  if (done.code !== 0 && reasonIn(done).includes('does not exist')) {
    done = await ask('create');
    if (done.code === 0) done = await begin();
  }
  if (done.code === 0) done = await ask('update-schema', '--schema-name', schema);
  if (done.code !== 0) throw new Fault('storeNotOpenable', { store: `${host}:${port}/${name}`, why: reasonIn(done) });
}

/**
 * The tool tells the cause first, and at the end only that it could not do its work.
 * @param {import('./run.mjs').Ran} ran
 * @returns {string}
 */
function reasonIn(ran) {
  const [, told] = /"error":\s*("(?:[^"\\]|\\.)*")/.exec(ran.output) ?? [];
  return told === undefined ? lastWord(ran) : JSON.parse(told);
}

/**
 * @param {Place} place
 * @param {{ temporal: string, visibility: string }} databases
 * @param {number} grpcPort
 */
async function configuration({ host, port, user, password }, databases, grpcPort) {
  const rpc = async (/** @type {number | undefined} */ grpc) => ({ rpc: { grpcPort: grpc ?? await freePort(), membershipPort: await freePort(), bindOnIP: '127.0.0.1' } });
  const sql = (/** @type {string} */ databaseName, /** @type {number} */ maxConns) => ({
    sql: { pluginName: plugin, databaseName, connectAddr: `${host}:${port}`, connectProtocol: 'tcp', user, password, maxConns, maxIdleConns: maxConns, maxConnLifetime: '1h' },
  });
  return {
    log: { stdout: true, level: 'error' },
    persistence: { defaultStore: 'default', visibilityStore: 'visibility', numHistoryShards: shards, datastores: { default: sql(databases.temporal, 20), visibility: sql(databases.visibility, 4) } },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: { frontend: await rpc(grpcPort), matching: await rpc(undefined), history: await rpc(undefined), worker: await rpc(undefined) },
    clusterMetadata: {
      enableGlobalNamespace: false, failoverVersionIncrement: 10, masterClusterName: 'active', currentClusterName: 'active',
      clusterInformation: { active: { enabled: true, initialFailoverVersion: 1, rpcName: 'frontend', rpcAddress: `127.0.0.1:${grpcPort}` } },
    },
    dcRedirectionPolicy: { policy: 'noop' },
    dynamicConfigClient: { filepath: fileURLToPath(new URL('temporalLimits.yaml', import.meta.url)), pollInterval: '60s' },
  };
}

/**
 * @param {string} cli
 * @param {string} address
 */
async function makeNamespace(cli, address) {
  const ask = (/** @type {readonly string[]} */ args) => run(cli, ['operator', 'namespace', ...args, '--namespace', 'default', '--address', address, ...hermetic], { timeoutMs: 20_000 });
  const until = Date.now() + patienceMs;
  for (;;) {
    if ((await ask(['describe'])).code === 0) break;
    const made = await ask(['create', '--retention', retention]);
    if (made.code === 0) continue; // described once more: it is known only when every service has heard of it
    if (Date.now() > until) throw new Fault('temporalUnreachable', { address, why: lastWord(made) });
    await new Promise((settle) => setTimeout(settle, 500)); // it serves before its history service does
  }
}
