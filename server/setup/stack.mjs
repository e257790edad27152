// @ts-check
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join, resolve } from 'node:path';
import { Fault } from './exitCodes.mjs';
import { tryLock } from './lockFile.mjs';
import { root } from './places.mjs';
import { soonFree } from './port.mjs';
import { end, gone, identityOf, lives } from './processIdentity.mjs';
import { findTemporalCli } from './temporal.mjs';
import { startTemporal } from './temporalServer.mjs';

const drainMs = 20_000;
const readyMs = 120_000;

/**
 * @typedef {object} Wanted
 * @property {number} port of the API and the page, on 127.0.0.1
 * @property {string} data the folder for everything that is kept
 * @property {readonly string[]} rest arguments for the server itself
 */

/**
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Wanted}
 */
export function wantedFrom(args, env = process.env) {
  const usage = 'npm start -- [--port 7788] [--data FOLDER]';
  const rest = [];
  let port = env.PORT || '7788';
  let data = env.SHENPI_DATA || join(root, '.shenpi', 'data');
  for (let i = 0; i < args.length; i += 1) {
    const [name, attached] = (args[i] ?? '').split(/=(.*)/s);
    if (name !== '--port' && name !== '--data') {
      rest.push(args[i] ?? '');
      continue;
    }
    const value = attached ?? args[i += 1];
    if (value === undefined || value === '') throw new Fault('usage', { what: `${name} …`, usage });
    if (name === '--port') port = value;
    else data = value;
  }
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535) throw new Fault('usage', { what: `--port ${port}`, usage });
  return { port: Number(port), data: resolve(data), rest };
}

/**
 * @typedef {object} Stack
 * @property {string} origin
 * @property {Promise<number>} ended the server's exit code, once it ended and Temporal is stopped
 * @property {() => Promise<boolean>} ready waits until the server says so itself; false where it ended instead
 * @property {(signal: NodeJS.Signals) => void} stop asks the server to drain; asked twice, it is killed
 */

/**
 * Temporal and the server (API, worker and page in one process), held together: what this starts or takes over, it stops.
 * @param {Wanted & { say: import('./say.mjs').Say, program?: readonly string[], signal?: AbortSignal }} options `program` is what Node runs as the
 * server; `signal` breaks the start off for as long as there is no server to be asked
 * @returns {Promise<Stack>}
 */
export async function startStack({ port, data, rest, say, signal, program = ['--import', 'tsx', join(root, 'server', 'start.ts')] }) {
  mkdirSync(data, { recursive: true });
  const held = tryLock(join(data, 'running.json'));
  if ('holder' in held) throw new Fault('alreadyRunning', { data, pid: held.holder.pid });
  /** @type {import('./temporalServer.mjs').RunningTemporal | undefined} */
  let temporal;
  /** @type {NodeJS.Timeout | undefined} */
  let watch;
  /** @type {Promise<void> | undefined} */
  let restart;
  const serverRecord = join(data, 'server.json');
  const tidy = async () => {
    clearInterval(watch);
    await restart; // else the one that is just being started would stay behind
    rmSync(serverRecord, { force: true });
    await temporal?.stop();
    held.release();
  };
  /**
   * @param {string} cli
   * @param {import('./temporalServer.mjs').RunningTemporal} dead
   */
  const startAgain = async (cli, dead) => {
    try {
      say('Temporal 意外结束，正在重新启动……', 'Temporal ended unexpectedly, starting it again …');
      temporal = await startTemporal({ cli, dataFolder: data, port: Number(dead.address.split(':')[1]), say });
    } catch (error) {
      say('Temporal 暂时无法启动，稍后再试。', `Temporal could not be started, trying again: ${error instanceof Error ? error.message : error}`);
    }
  };

  try {
    await endLeftServer(serverRecord, say);
    signal?.throwIfAborted();
    if (!await soonFree(port)) throw new Fault('portInUse', { port });
    const given = process.env.TEMPORAL_ADDRESS;
    const cli = given ? undefined : await findTemporalCli({ say, signal });
    if (cli !== undefined) temporal = await startTemporal({ cli, dataFolder: data, say, signal });
    signal?.throwIfAborted();
    const address = given || temporal?.address;

    const child = spawn(process.execPath, ['--import', new URL('followParent.mjs', import.meta.url).href, ...program, ...rest], {
      cwd: root,
      env: { ...(cli === undefined ? process.env : withoutTemporal(process.env, data)), TEMPORAL_ADDRESS: address, SHENPI_DATA: data, PORT: String(port) },
      // Its own group: a terminal's Ctrl-C reaches it once, through stop(), and not twice.
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    if (child.pid !== undefined) writeFileSync(serverRecord, JSON.stringify(identityOf(child.pid) ?? {}));
    /** @type {number | undefined} */
    let code;
    /** @type {Promise<number>} */
    const ended = new Promise((settle) => {
      child.once('error', () => settle(1));
      child.once('exit', (exit, signal) => settle(exit ?? 128 + (signal === null ? 0 : constants.signals[signal])));
    }).then(async (exit) => {
      code = exit;
      await tidy();
      return exit;
    });
    if (cli !== undefined) {
      watch = setInterval(() => {
        if (restart === undefined && temporal !== undefined && !lives(temporal)) restart = startAgain(cli, temporal).finally(() => { restart = undefined; });
      }, 1_000);
    }

    const origin = `http://127.0.0.1:${port}`;
    let asked = false;
    return {
      origin,
      ended,
      ready: async () => {
        const until = Date.now() + readyMs;
        while (!await says200(`${origin}/readyz`)) {
          if (code !== undefined) return false;
          if (Date.now() > until) throw new Fault('notReady', { seconds: readyMs / 1000, address: origin });
          await new Promise((settle) => setTimeout(settle, 200));
        }
        return true;
      },
      stop: (signal) => {
        child.kill(asked ? 'SIGKILL' : signal);
        if (!asked) setTimeout(() => child.kill('SIGKILL'), drainMs).unref();
        asked = true;
      },
    };
  } catch (error) {
    await tidy();
    throw error;
  }
}

/**
 * What the user has set for another Temporal, in variables or a profile file, is not meant for ours.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} data where a profile file of ours would be
 * @returns {NodeJS.ProcessEnv}
 */
export function withoutTemporal(env, data) {
  return { ...Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('TEMPORAL_'))), TEMPORAL_CONFIG_FILE: join(data, 'temporal.toml') };
}

/** @param {string} url */
export async function says200(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).status === 200;
  } catch {
    return false; // nobody there yet
  }
}

/**
 * A server whose starter was killed is draining, or hangs: it is given its time, then ended.
 * @param {string} path
 * @param {import('./say.mjs').Say} say
 */
async function endLeftServer(path, say) {
  let left;
  try {
    left = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return; // none was left
  }
  if (typeof left?.pid !== 'number' || !lives(left)) return;
  say(`等待上一个服务器进程（${left.pid}）结束……`, `waiting for the former server (process ${left.pid}) to end …`);
  if (await gone(left, drainMs) || await end(left, 5_000)) return;
  throw new Fault('cleanUpFailed', { pid: left.pid, why: 'it ignores SIGTERM and SIGKILL' });
}
