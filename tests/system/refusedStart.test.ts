import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '../../server/settings.ts';
import { startServer } from '../../server/start.ts';
import { connectTemporal } from '../../server/temporal/connect.ts';

let data: string;
let said: string[];
const log = pino({ level: 'info' }, { write: (line: string) => void said.push((JSON.parse(line) as { msg: string }).msg) });
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'shenpi-refused-'));
  said = [];
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

/** Nothing listens there. */
const nowhere = { TEMPORAL_ADDRESS: '127.0.0.1:1' };
const start = (...args: string[]) => startServer(readSettings(['--data', data, '--port', '0', ...args], nowhere), log);

describe('accounts with a published password', () => {
  it.each(['0.0.0.0', '::'])('are not served on %s, and the start says so', async (host) => {
    await expect(start('--host', host)).rejects.toMatchObject({ code: 'sandboxAccountsNotLoopback', exitCode: 18, message: expect.stringContaining(host) as string });
  });

  it('are in the store for good: saying later that it is no sandbox lets nobody listen elsewhere', async () => {
    await expect(start('--host', '0.0.0.0')).rejects.toMatchObject({ exitCode: 18 });
    await expect(start('--host', '0.0.0.0', '--no-sandbox')).rejects.toMatchObject({ exitCode: 18 });
  });
});

it('a Temporal server that is absent is waited for with a message, and then the start ends with a code of its own', async () => {
  const began = Date.now();
  await expect(connectTemporal(readSettings([], nowhere).temporal, log, 10_000)).rejects.toMatchObject({ code: 'temporalUnreachable', exitCode: 13, message: expect.stringContaining('127.0.0.1:1') as string });
  expect(Date.now() - began).toBeGreaterThanOrEqual(10_000);
  expect(said.filter((line) => line.includes('正在等待 Temporal') && line.includes('127.0.0.1:1')).length).toBeGreaterThanOrEqual(1);
});
