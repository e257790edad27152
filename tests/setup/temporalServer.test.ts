import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { end, everyProcess, identityOf } from '../../server/setup/processIdentity.mjs';
import { findTemporalCli } from '../../server/setup/temporal.mjs';
import { freePort } from '../../server/setup/port.mjs';
import { startTemporal } from '../../server/setup/temporalServer.mjs';

const module = new URL('../../server/setup/temporalServer.mjs', import.meta.url).href;
const quiet = () => undefined;
let cli: string;
let dataFolder: string;

beforeAll(async () => {
  cli = await findTemporalCli({ say: quiet });
}, 900_000);

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'shenpi-temporal-server-'));
});

afterEach(async () => {
  for (const pid of serversHere()) {
    const identity = identityOf(pid);
    if (identity !== undefined) await end(identity, 5_000);
  }
  rmSync(dataFolder, { recursive: true, force: true });
});

const serversHere = () =>
  everyProcess().filter(({ args }) => args.includes(join(dataFolder, 'temporal.db'))).map(({ pid }) => pid);

const recordPath = () => join(dataFolder, 'temporal.json');

/** Starts Temporal from a process of its own, which is then killed as by `kill -9`: the server stays behind. */
async function leaveOneBehind(): Promise<{ pid: number; address: string }> {
  const port = await freePort();
  const program = `const { startTemporal } = await import(${JSON.stringify(module)});
    const { pid, address } = await startTemporal({ cli: ${JSON.stringify(cli)}, dataFolder: ${JSON.stringify(dataFolder)}, port: ${port}, say: () => undefined });
    process.stdout.write(JSON.stringify({ pid, address }) + '\\n');
    setInterval(() => undefined, 1000);`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => parent.once('exit', () => resolve()));
  const line = await new Promise<string>((resolve, reject) => {
    parent.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()));
    parent.once('exit', () => reject(new Error('the parent ended before it told its server')));
  });
  parent.kill('SIGKILL');
  await ended;
  // A cast because the line was written by the program above.
  return JSON.parse(line) as { pid: number; address: string };
}

const describeNamespace = (address: string) =>
  execFileSync(cli, ['operator', 'namespace', 'describe', '--namespace', 'default', '--address', address], { encoding: 'utf8' });

test('a server starts, keeps closed cases for 30 days, stops, and keeps its database', async () => {
  const server = await startTemporal({ cli, dataFolder, port: await freePort(), say: quiet });
  expect(server.takenOver).toBe(false);
  expect(describeNamespace(server.address)).toContain('720h0m0s');
  expect(JSON.parse(readFileSync(recordPath(), 'utf8'))).toMatchObject({ pid: server.pid, port: Number(server.address.split(':')[1]) });
  await server.stop();
  await server.stop();
  expect(identityOf(server.pid)).toBeUndefined();
  expect(existsSync(recordPath())).toBe(false);
  expect(existsSync(join(dataFolder, 'temporal.db'))).toBe(true);
});

test('a server whose starter was killed is taken over, not doubled', async () => {
  const orphan = await leaveOneBehind();
  const server = await startTemporal({ cli, dataFolder, say: quiet });
  expect(server).toMatchObject({ pid: orphan.pid, address: orphan.address, takenOver: true });
  expect(serversHere()).toEqual([orphan.pid]);
  await server.stop();
  expect(serversHere()).toEqual([]);
});

test('an orphan is found by its database when the record is lost', async () => {
  const orphan = await leaveOneBehind();
  rmSync(recordPath());
  const server = await startTemporal({ cli, dataFolder, say: quiet });
  expect(server).toMatchObject({ pid: orphan.pid, takenOver: true });
  await server.stop();
});

test('an orphan that does not answer is ended and replaced', async () => {
  const orphan = await leaveOneBehind();
  process.kill(orphan.pid, 'SIGSTOP');
  const server = await startTemporal({ cli, dataFolder, port: await freePort(), say: quiet });
  expect(server.takenOver).toBe(false);
  expect(serversHere()).toEqual([server.pid]);
  await server.stop();
});

test('a record that names a process which is not ours harms nobody', async () => {
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
  try {
    writeFileSync(recordPath(), JSON.stringify({ pid: stranger.pid, born: 'long ago', port: 1, startedAt: '2026-01-01T00:00:00Z' }));
    const server = await startTemporal({ cli, dataFolder, port: await freePort(), say: quiet });
    expect(server.takenOver).toBe(false);
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    await server.stop();
  } finally {
    stranger.kill('SIGKILL');
  }
});

test('a record that was cut off is no obstacle', async () => {
  writeFileSync(recordPath(), '{ "pid": 12');
  const server = await startTemporal({ cli, dataFolder, port: await freePort(), say: quiet });
  expect(server.takenOver).toBe(false);
  await server.stop();
});

test('a port in use is a Fault with its exit code', async () => {
  const port = await freePort();
  const holder = createServer().listen(port, '127.0.0.1');
  await new Promise((resolve) => holder.once('listening', resolve));
  try {
    await expect(startTemporal({ cli, dataFolder, port, say: quiet })).rejects.toMatchObject({ code: 'portInUse', exitCode: 16 });
    expect(serversHere()).toEqual([]);
  } finally {
    holder.close();
  }
});

test('a server that ends at once is a Fault which quotes its log', async () => {
  writeFileSync(join(dataFolder, 'temporal.db'), 'this is no database');
  const start = startTemporal({ cli, dataFolder, port: await freePort(), say: quiet });
  await expect(start).rejects.toMatchObject({ code: 'temporalUnreachable', exitCode: 13, message: expect.stringContaining('not a database') });
  expect(existsSync(recordPath())).toBe(false);
});

test('two that start at once get a server each', async () => {
  const other = mkdtempSync(join(tmpdir(), 'shenpi-temporal-server-'));
  const servers = await Promise.all([dataFolder, other].map((folder) => startTemporal({ cli, dataFolder: folder, say: quiet })));
  try {
    expect(new Set(servers.map(({ address }) => address)).size).toBe(2);
    expect(new Set(servers.map(({ pid }) => pid)).size).toBe(2);
  } finally {
    await Promise.all(servers.map(({ stop }) => stop()));
    rmSync(other, { recursive: true, force: true });
  }
});
