// @ts-check
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from './exitCodes.mjs';
import { lock } from './lockFile.mjs';
import { cacheFolder } from './places.mjs';
import { freePort, isFree, isOpen, soonFree } from './port.mjs';
import { end, everyProcess, identityOf, lives } from './processIdentity.mjs';
import { run } from './run.mjs';

/** Closed cases stay this long in Temporal: ample time for the archiver to store them. */
export const retention = '720h';
const customaryPort = 7233;
const patienceMs = 60_000;

/**
 * @typedef {object} RunningTemporal
 * @property {string} address host:port of its gRPC service
 * @property {number} pid
 * @property {string} born with the pid, its identity
 * @property {boolean} takenOver whether it was found running
 * @property {() => Promise<void>} stop ends it and removes its record; safe to call twice
 */

/** @typedef {import('./processIdentity.mjs').ProcessIdentity & { port: number, startedAt: string }} TemporalRecord */

/**
 * Starts Temporal's development server on a database file, or takes over the one that an earlier start left running on it:
 * two servers on one SQLite file would spoil it. It lives in its own process group, so that Ctrl-C in a terminal
 * does not take it away before the worker has drained.
 * @param {object} options
 * @param {string} options.cli path of the Temporal command
 * @param {string} options.dataFolder for the database, the log and the record `temporal.json`
 * @param {number} [options.port] this port or none; otherwise 7233 where free, else any
 * @param {boolean} [options.inMemory] keep nothing: for tests
 * @param {import('./say.mjs').Say} options.say
 * @param {AbortSignal} [options.signal] breaks the start off
 * @returns {Promise<RunningTemporal>}
 */
export async function startTemporal({ cli, dataFolder, port, inMemory = false, say, signal }) {
  mkdirSync(dataFolder, { recursive: true });
  const folder = realpathSync(dataFolder);
  const files = { db: join(folder, 'temporal.db'), record: join(folder, 'temporal.json'), log: join(folder, 'temporal.log') };

  for (const found of left(files)) {
    if ((port === undefined || port === found.port) && await healthy(cli, found.port)) {
      say(`接管已在运行的 Temporal（进程 ${found.pid}）`, `taking over the Temporal that is running already (process ${found.pid})`);
      return handle(found, files.record, true);
    }
    say(`结束没有应答的 Temporal（进程 ${found.pid}）`, `ending a Temporal that does not answer (process ${found.pid})`);
    if (!await end(found, 10_000)) throw new Fault('cleanUpFailed', { pid: found.pid, why: 'it ignores SIGTERM and SIGKILL' });
  }
  rmSync(files.record, { force: true });

  // One start at a time: of two that find the same port free, the second would take the first one's server for its own.
  const held = await lock(join(cacheFolder(), 'temporal-start.lock'), () => undefined, signal);
  try {
    return await startFresh({ cli, folder, files, port, inMemory, say, signal });
  } finally {
    held.release();
  }
}

/**
 * @param {object} options
 * @param {string} options.cli
 * @param {string} options.folder
 * @param {{ db: string, record: string, log: string }} options.files
 * @param {number | undefined} options.port
 * @param {boolean} options.inMemory
 * @param {import('./say.mjs').Say} options.say
 * @param {AbortSignal | undefined} options.signal
 * @returns {Promise<RunningTemporal>}
 */
async function startFresh({ cli, folder, files, port, inMemory, say, signal }) {
  if (port !== undefined && !await soonFree(port)) throw new Fault('portInUse', { port });
  const chosen = port ?? (!inMemory && await isFree(customaryPort) ? customaryPort : await freePort());
  const log = openSync(files.log, 'w');
  const child = spawn(cli, [
    'server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', String(chosen), '--log-level', 'error',
    ...(inMemory ? [] : ['--db-filename', files.db, '--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=FULL']),
  ], { cwd: folder, detached: true, stdio: ['ignore', log, log] });
  closeSync(log); // the child has its own; a pipe would end with this process
  /** @type {string | undefined} */
  let ended;
  const died = new AbortController();
  child.on('error', (error) => { ended = error.message; });
  child.on('exit', (code, by) => {
    ended = `it ended by ${by ?? `exit code ${code}`}: ${tail(files.log)}`;
    died.abort();
  });
  child.unref();
  const identity = child.pid === undefined ? undefined : identityOf(child.pid);
  const address = `127.0.0.1:${chosen}`;
  if (identity === undefined) {
    await new Promise((resolve) => setTimeout(resolve, 50)); // lets the error arrive
    throw new Fault('temporalUnreachable', { address, why: ended ?? 'it did not start' });
  }
  /** @type {TemporalRecord} */
  const record = { ...identity, port: chosen, startedAt: new Date().toISOString() };
  writeFileSync(files.record, `${JSON.stringify(record, null, 2)}\n`);
  const running = handle(record, files.record, false);

  const until = Date.now() + patienceMs;
  while (!await healthy(cli, chosen)) {
    if (ended !== undefined || signal?.aborted || Date.now() > until) {
      await running.stop();
      signal?.throwIfAborted();
      throw new Fault('temporalUnreachable', { address, why: ended ?? `no answer in ${patienceMs / 1000} s: ${tail(files.log)}` });
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  if (!inMemory) await keepClosedCases(cli, address, say, died.signal);
  if (ended !== undefined) {
    await running.stop();
    throw new Fault('temporalUnreachable', { address, why: ended });
  }
  return running;
}

/**
 * The servers an earlier start left running on this folder: the recorded one, if that process still lives, and,
 * should the record be lost, every one whose arguments name the database.
 * @param {{ db: string, record: string }} files
 * @returns {TemporalRecord[]}
 */
function left({ db, record }) {
  /** @type {TemporalRecord[]} */
  const found = [];
  const recorded = recordIn(record);
  if (recorded !== undefined && lives(recorded)) found.push(recorded);
  for (const { pid, args } of everyProcess()) {
    const identity = identityOf(pid);
    const port = Number(args[args.indexOf('--port') + 1]);
    if (identity === undefined || !args.includes('start-dev') || !args.includes(db) || found.some((other) => other.pid === pid)) continue;
    found.push({ ...identity, port, startedAt: '' });
  }
  return found;
}

/**
 * @param {string} path
 * @returns {TemporalRecord | undefined} undefined where there is none that can be read
 */
export function recordIn(path) {
  try {
    const { pid, born, port, startedAt } = JSON.parse(readFileSync(path, 'utf8'));
    return typeof pid === 'number' && typeof born === 'string' && typeof port === 'number' ? { pid, born, port, startedAt } : undefined;
  } catch {
    return undefined; // no record, or one that was cut off: the search by arguments remains
  }
}

/**
 * @param {TemporalRecord} record
 * @param {string} path
 * @param {boolean} takenOver
 * @returns {RunningTemporal}
 */
function handle(record, path, takenOver) {
  return {
    address: `127.0.0.1:${record.port}`,
    pid: record.pid,
    born: record.born,
    takenOver,
    stop: async () => {
      if (!await end(record, 10_000)) throw new Fault('cleanUpFailed', { pid: record.pid, why: 'it ignores SIGTERM and SIGKILL' });
      if (recordIn(path)?.pid === record.pid) rmSync(path, { force: true });
    },
  };
}

/**
 * Whether the gRPC service serves, which is more than an open port. The port is asked first because it costs nothing.
 * @param {string} cli
 * @param {number} port
 */
export async function healthy(cli, port) {
  if (!await isOpen(port)) return false;
  const asked = await run(cli, ['operator', 'cluster', 'health', '--address', `127.0.0.1:${port}`, ...hermetic], { timeoutMs: 5_000 });
  return asked.code === 0 && asked.output.includes('SERVING') && !asked.output.includes('NOT_SERVING');
}

/** A person's own settings for the Temporal command (TLS, API key, another address) are not meant for our server. */
export const hermetic = ['--disable-config-file', '--disable-config-env'];

/**
 * @param {string} cli
 * @param {string} address
 * @param {import('./say.mjs').Say} say
 * @param {AbortSignal} died ends the attempts: nobody is there to be told any more
 */
async function keepClosedCases(cli, address, say, died) {
  const args = ['operator', 'namespace', 'update', '--namespace', 'default', '--retention', retention, '--address', address, ...hermetic];
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const asked = await run(cli, args, { timeoutMs: 10_000, signal: died }).catch(() => undefined);
    if (died.aborted || asked?.code === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 300)); // the namespace is registered shortly after the service serves
  }
  say('无法延长 Temporal 的保留期，结案记录将按其默认期限保留。', 'Temporal\'s retention could not be raised; closed cases stay for its default time.');
}

/**
 * The end of a log, on one line.
 * @param {string} path
 */
export function tail(path) {
  try {
    return readFileSync(path, 'utf8').trim().split('\n').slice(-3).join(' ').slice(-400) || 'its log is empty';
  } catch {
    return 'it left no log';
  }
}
