import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { freePort, isOpen } from '../../server/setup/port.mjs';
import { bornOf, end, everyProcess, identityOf } from '../../server/setup/processIdentity.mjs';
import { startStack, says200 } from '../../server/setup/stack.mjs';
import { recordIn } from '../../server/setup/temporalServer.mjs';

const module = new URL('../../server/setup/stack.mjs', import.meta.url).href;
let data: string;
let port: number;
let server: string;

beforeEach(async () => {
  vi.stubEnv('TEMPORAL_ADDRESS', ''); // here it is about the one that is started
  data = mkdtempSync(join(tmpdir(), 'shenpi-stack-'));
  port = await freePort();
  server = join(data, 'server.mjs');
  // Stands where server/start.ts stands: answers, drains on request, and tells what it was given and that it drained.
  writeFileSync(server, `
    import { createServer } from 'node:http';
    import { appendFileSync } from 'node:fs';
    import { join } from 'node:path';
    const tell = (line) => appendFileSync(join(process.env.SHENPI_DATA, 'told'), line + '\\n');
    if (process.argv[2] === 'fail') process.exit(14);
    tell('temporal ' + process.env.TEMPORAL_ADDRESS);
    const http = createServer((_, response) => response.end('ok')).listen(Number(process.env.PORT), '127.0.0.1');
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => { tell('drained'); http.close(); http.closeAllConnections(); });
  `);
});

afterEach(async () => {
  for (const { pid } of everyProcess().filter(({ args }) => args.some((arg) => arg.startsWith(data)))) {
    const identity = identityOf(pid);
    if (identity !== undefined) await end(identity, 3_000);
  }
  rmSync(data, { recursive: true, force: true });
});

const start = (...rest: string[]) => startStack({ port, data, rest, say: () => undefined, program: [server] });
const told = () => readFileSync(join(data, 'told'), 'utf8').trim().split('\n');
const temporalHere = () => everyProcess().filter(({ args }) => args.includes(join(data, 'temporal.db'))).map(({ pid }) => pid);

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000; // how soon is not what is tested
  while (!await holds()) {
    if (Date.now() > end) throw new Error(`Waited a minute for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A starter in a process of its own, which can be killed. */
function starter(): ChildProcess {
  return spawn(process.execPath, ['--input-type=module', '-e', `
    const { startStack } = await import(${JSON.stringify(module)});
    const stack = await startStack({ port: ${port}, data: ${JSON.stringify(data)}, rest: [], say: () => undefined, program: [${JSON.stringify(server)}] });
    await stack.ended;
  `], { stdio: 'ignore' });
}

test('a stop lets the server drain, then stops Temporal, and leaves no record behind', async () => {
  const stack = await start();
  expect(await stack.ready()).toBe(true);
  expect(temporalHere()).toHaveLength(1);
  stack.stop('SIGINT');
  expect(await stack.ended).toBe(0);
  expect(told()).toEqual([expect.stringMatching(/^temporal 127\.0\.0\.1:\d+$/), 'drained']);
  expect(temporalHere()).toEqual([]);
  expect(recordIn(join(data, 'temporal.json'))).toBeUndefined();
});

test('a server that ends by itself passes its exit code on, and Temporal stops', async () => {
  const stack = await start('fail');
  expect(await stack.ready()).toBe(false);
  expect(await stack.ended).toBe(14);
  expect(temporalHere()).toEqual([]);
});

test('a second start on the same data is refused and disturbs nobody', async () => {
  const stack = await start();
  await stack.ready();
  await expect(start()).rejects.toMatchObject({ code: 'alreadyRunning', exitCode: 20 });
  expect(await says200(`${stack.origin}/readyz`)).toBe(true);
  expect(temporalHere()).toHaveLength(1);
  stack.stop('SIGTERM');
  expect(await stack.ended).toBe(0);
});

test('a port in use is found before anything is started', async () => {
  const stack = await start();
  await stack.ready();
  const other = join(data, 'other');
  await expect(startStack({ port, data: other, rest: [], say: () => undefined, program: [server] })).rejects.toMatchObject({ exitCode: 16 });
  stack.stop('SIGTERM');
  await stack.ended;
});

test('after kill -9 of the starter the server drains by itself, and the next start takes Temporal over', async () => {
  const first = starter();
  await until('the server answers', () => says200(`http://127.0.0.1:${port}/readyz`));
  const [temporal] = temporalHere();
  const dead = new Promise((resolve) => first.once('exit', resolve));
  first.kill('SIGKILL');
  await dead;
  const stack = await start();
  expect(await stack.ready()).toBe(true);
  expect(temporalHere()).toEqual([temporal]);
  expect(told().filter((line) => line === 'drained')).toHaveLength(1);
  stack.stop('SIGTERM');
  expect(await stack.ended).toBe(0);
  expect(temporalHere()).toEqual([]);
});

test('a Temporal that dies, and dies again, is started again at the same address', async () => {
  const stack = await start();
  await stack.ready();
  for (const time of ['first', 'second']) {
    const before = recordIn(join(data, 'temporal.json'));
    if (before === undefined) throw new Error('Temporal left no record');
    process.kill(before.pid, 'SIGKILL');
    await until(`another Temporal runs after the ${time} death`, async () => {
      const now = recordIn(join(data, 'temporal.json'));
      return now !== undefined && now.pid !== before.pid && now.port === before.port && bornOf(now.pid) !== undefined && await isOpen(now.port);
    });
  }
  stack.stop('SIGTERM');
  expect(await stack.ended).toBe(0);
  expect(temporalHere()).toEqual([]);
}, 150_000);
