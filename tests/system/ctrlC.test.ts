import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { freePort, isOpen } from '../../server/setup/port.mjs';
import { everyProcess, identityOf, lives } from '../../server/setup/processIdentity.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every process that uses the port or the folder, by its arguments or its environment: starter, server, Temporal, offices. */
function processesOf(port: number, data: string): { pid: number; born: string; what: string }[] {
  return everyProcess().flatMap(({ pid, args }) => {
    let environment = '';
    try {
      environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
    } catch {
      // Another user's, or it ended meanwhile, or there is no /proc here: its arguments have to do.
    }
    const identity = identityOf(pid);
    const ours = args.some((arg) => arg.startsWith(data)) || environment.includes(`SHENPI_DATA=${data}`) || environment.includes(`PORT=${port}\0`);
    return identity === undefined || !ours ? [] : [{ ...identity, what: args.join(' ') }];
  });
}

test('Ctrl-C in the terminal of a running npm start stops every process of it, and each is gone when the prompt is back', async () => {
  const data = mkdtempSync(join(tmpdir(), 'shenpi-ctrl-c-'));
  const port = await freePort();
  const { TEMPORAL_ADDRESS: _own, ...env } = process.env;
  // A group of its own, as a shell gives one to what is typed.
  const npm = spawn('npm', ['start', '--', '--port', String(port), '--data', data], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
  const ended = once(npm, 'close');
  await expect.poll(() => fetch(`http://127.0.0.1:${port}/readyz`).then(({ ok }) => ok, () => npm.exitCode ?? false), { timeout: 180_000, interval: 300 }).toBe(true);
  const offices = Number(/offices \(played\)\s+http:\/\/127\.0\.0\.1:(\d+)/.exec(output)?.[1]);
  const { port: temporal } = JSON.parse(readFileSync(join(data, 'temporal.json'), 'utf8')) as { port: number }; // as the set-up writes it
  await expect.poll(() => isOpen(offices), { timeout: 60_000 }).toBe(true);
  const before = processesOf(port, data);
  for (const part of ['server/setup/start.mjs', 'server/start.ts', 'start-dev', 'sandbox/start.ts']) expect(before.filter(({ what }) => what.includes(part)), part).not.toEqual([]);

  process.kill(-(npm.pid ?? 0), 'SIGINT');
  await ended;
  expect(before.filter(lives)).toEqual([]);
  expect(processesOf(port, data)).toEqual([]);
  expect(await Promise.all([port, offices, temporal].map(isOpen))).toEqual([false, false, false]);
  expect(output.slice(output.indexOf('sandbox accounts'))).not.toMatch(/error|Error|"level":50/);
  rmSync(data, { recursive: true, force: true });
}, 300_000);
