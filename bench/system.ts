import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../server/setup/port.mjs';
import type { Testbed } from './testbed.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const patienceMs = 120_000;

/** Lets work run against the product's own server (door, worker, offices; on the embedded store where no PostgreSQL is named) in a process of its own; case time is real time. */
export async function withServer<T>({ address, namespace, folder }: Testbed, work: (origin: string) => Promise<T>, databaseUrl?: string): Promise<T> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const { DATABASE_URL: _production, ...env } = process.env;
  const profile = env['BENCH_CPU_PROF'];
  const child = spawn(
    process.execPath,
    [...(profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]), '--import', 'tsx', join(root, 'server/start.ts'), '--port', String(port), '--data', join(folder, 'server'), '--day', '86400000', '--no-page'],
    { cwd: root, env: { ...env, TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, SHENPI_LOG: 'warn', ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }) }, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const gone = new Promise<never>((_, reject) => child.once('exit', (code) => reject(new Error(`the server ended with ${String(code)}`))));
  gone.catch(() => undefined); // after the work its end is what we ask for
  try {
    return await Promise.race([gone, ready(origin).then(() => work(origin))]);
  } finally {
    const ended = new Promise((resolve) => (child.exitCode === null && child.signalCode === null ? child.once('exit', resolve) : resolve(undefined)));
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 20_000);
    await ended;
    clearTimeout(late);
  }
}

async function ready(origin: string): Promise<void> {
  for (const until = Date.now() + patienceMs; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    if (await fetch(`${origin}/readyz`).then(({ ok }) => ok, () => false)) return;
    if (Date.now() > until) throw new Error(`the server at ${origin} was not ready within ${patienceMs / 1_000} s`);
  }
}
