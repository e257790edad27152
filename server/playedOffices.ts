import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { freePort } from './setup/port.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** So long a start waits for the offices before it goes on without them. */
const patienceMs = 30_000;
const firstPauseMs = 200;
const longestPauseMs = 10_000;

/** The offices of a sandbox, as a process of their own on this machine. */
export interface PlayedOffices {
  /** Where they are reached; another port after a restart only where the old one was taken. */
  url(): string;
  /** The process that plays them just now. */
  pid(): number | undefined;
  stop(): Promise<void>;
}

/** Starts the played offices and waits until they listen; whenever they end by themselves they are started again, with growing pauses. */
export async function playOffices(data: string, log?: Pick<Logger, 'warn'>): Promise<PlayedOffices> {
  let port = await freePort();
  let child = begin(data, port);
  let stopped = false;
  const stopping = new AbortController();
  let ready = listens(child);

  const watch = async (): Promise<void> => {
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
      const listened = await ready;
      if (listened) {
        pauseMs = firstPauseMs;
        await ended(child);
      }
      if (stopped) return;
      log?.warn({ code: child.exitCode, signal: child.signalCode, listened }, 'the played offices ended, and are started again');
      await pause(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopped) return;
      if (!listened) port = await freePort(); // most likely somebody else took it
      child = begin(data, port);
      ready = listens(child);
    }
  };
  const watching = watch();

  const waited = new AbortController();
  const up = await Promise.race([ready, pause(patienceMs, false, { signal: waited.signal, ref: false })]);
  waited.abort();
  if (!up) log?.warn('the played offices do not answer yet; checks are tried again until they do');
  return {
    url: () => `http://127.0.0.1:${port}`,
    pid: () => child.pid,
    async stop() {
      stopped = true;
      stopping.abort();
      await end(child);
      await watching;
    },
  };
}

function begin(data: string, port: number): ChildProcess {
  // Ends by itself when this process is killed, so that no played office is left behind.
  const followParent = new URL('./setup/followParent.mjs', import.meta.url).href;
  return spawn(process.execPath, ['--import', followParent, '--import', 'tsx', join(root, 'sandbox', 'start.ts')], {
    cwd: root,
    env: { ...process.env, SANDBOX_PORT: String(port), SANDBOX_ORDERS: join(data, 'orders.json') },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

/** Whether it came to listen, which it tells; false where it ended before. */
function listens(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    child.once('message', () => resolve(true));
    child.once('exit', () => resolve(false));
    child.once('error', () => resolve(false));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await gone;
  clearTimeout(late);
}
