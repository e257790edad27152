import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Interrupted } from '../../server/setup/interruption.mjs';
import { tryLock } from '../../server/setup/lockFile.mjs';
import { preparePackages } from '../../server/setup/packages.mjs';
import { freePort, isOpen } from '../../server/setup/port.mjs';
import { everyProcess } from '../../server/setup/processIdentity.mjs';
import { startStack } from '../../server/setup/stack.mjs';
import { findTemporalCli } from '../../server/setup/temporal.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const quiet = () => undefined;
let folder: string;
let server: Server | undefined;
let control: AbortController;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shenpi-interruption-'));
  control = new AbortController();
});
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
  rmSync(folder, { recursive: true, force: true });
});

/** A program that does not end by itself; it leaves a mark when it begins. */
function endless(path: string, begin = ''): string {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${begin}echo begun > ${folder}/begun\nwhile :; do /bin/sleep 0.2; done\n`);
  chmodSync(path, 0o755);
  return path;
}
const begun = () => vi.waitUntil(() => existsSync(join(folder, 'begun')), { timeout: 30_000 });
/** Whatever runs on behalf of this test. */
const running = () => everyProcess().filter(({ args }) => args.some((arg) => arg.includes(folder)));
const interrupt = () => control.abort(new Interrupted('SIGINT'));
const bareEnv = () => ({ PATH: join(folder, 'bin'), XDG_CACHE_HOME: join(folder, 'cache') });
const cache = () => join(folder, 'cache', 'shenpi', 'temporal');

test('Ctrl-C in the first moments of npm start ends all of it at once, and says so', async () => {
  const cli = endless(join(folder, 'temporal'));
  const data = join(folder, 'data');
  const { TEMPORAL_ADDRESS: _none, ...env } = process.env;
  const child = spawn('npm', ['start', '--', '--port', String(await freePort()), '--data', data], { cwd: root, env: { ...env, TEMPORAL_CLI: cli }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
  await begun();
  const exited = once(child, 'exit');
  const since = Date.now();
  process.kill(-(child.pid ?? 0), 'SIGINT'); // as a terminal does: to everybody in the group
  await exited;
  await vi.waitUntil(() => running().length === 0, { timeout: 10_000 });
  expect(Date.now() - since).toBeLessThan(10_000);
  expect(output).toContain('已按要求停止');
  expect(output).not.toMatch(/Error|at .*\.mjs:/);
  expect(readdirSync(data)).toEqual([]); // no record, no lock: the next start finds nothing to clear up
});

test('a build that is broken off ends, is not taken for a failure, and leaves nothing in the cache', async () => {
  endless(join(folder, 'bin', 'go'), '[ "$1" = install ] || exit 0\n');
  const search = findTemporalCli({ say: quiet, env: bareEnv(), origin: 'http://127.0.0.1:1', signal: control.signal });
  const ended = expect(search).rejects.toMatchObject({ name: 'Interrupted', exitCode: 130 });
  await begun();
  interrupt();
  await ended;
  expect(running()).toEqual([]);
  expect(readdirSync(cache())).toEqual([]);
});

test('a download that is broken off is not followed by a build', async () => {
  endless(join(folder, 'bin', 'go'));
  const asked = new Promise((resolve) => {
    server = createServer((request, response) => {
      const origin = `http://${request.headers.host}`;
      if (request.url?.startsWith('/cli/')) return void response.end(JSON.stringify({ archiveUrl: `${origin}/archive`, fileToExtract: 'temporal' }));
      response.writeHead(200, { 'content-length': 1_000 }).write('the beginning');
      resolve(undefined);
    }).listen(0, '127.0.0.1');
  });
  await once(server as unknown as Server, 'listening');
  const origin = `http://127.0.0.1:${((server as unknown as Server).address() as AddressInfo).port}`; // it listens on a port
  const ended = expect(findTemporalCli({ say: quiet, env: bareEnv(), origin, signal: control.signal })).rejects.toBeInstanceOf(Interrupted);
  await asked;
  interrupt();
  await ended;
  expect(existsSync(join(folder, 'begun'))).toBe(false);
  expect(readdirSync(cache())).toEqual([]);
});

test('an installation that is broken off is not tried another way', async () => {
  writeFileSync(join(folder, 'package-lock.json'), '{"packages":{}}');
  const npm = join(folder, 'npm-cli.js');
  writeFileSync(npm, `require('node:fs').appendFileSync('calls', process.argv[2] + '\\n'); setInterval(() => undefined, 1000);`);
  vi.stubEnv('npm_execpath', npm);
  const ended = expect(preparePackages({ say: quiet, folder, signal: control.signal })).rejects.toBeInstanceOf(Interrupted);
  await vi.waitUntil(() => existsSync(join(folder, 'calls')), { timeout: 30_000 });
  interrupt();
  await ended;
  vi.unstubAllEnvs();
  expect(readFileSync(join(folder, 'calls'), 'utf8')).toBe('ci\n');
  expect(running()).toEqual([]);
});

test('a Temporal that comes up meanwhile is stopped, and no server is started', async () => {
  vi.stubEnv('TEMPORAL_ADDRESS', '');
  const data = join(folder, 'data');
  const program = join(folder, 'server.mjs');
  writeFileSync(program, `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(join(folder, 'served'))}, '');`);
  const start = startStack({ port: await freePort(), data, rest: [], say: quiet, program: [program], signal: control.signal });
  const ended = expect(start).rejects.toBeInstanceOf(Interrupted);
  await vi.waitUntil(() => existsSync(join(data, 'temporal.json')), { timeout: 60_000, interval: 5 });
  const { port } = JSON.parse(readFileSync(join(data, 'temporal.json'), 'utf8')) as { port: number }; // as the set-up writes it
  interrupt();
  await ended;
  vi.unstubAllEnvs();
  expect(await isOpen(port)).toBe(false);
  expect(running()).toEqual([]);
  expect(existsSync(join(folder, 'served'))).toBe(false);
  expect(tryLock(join(data, 'running.json'))).toHaveProperty('release');
});
