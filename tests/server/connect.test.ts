import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createSecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { readSettings } from '../../server/settings.ts';
import { connectTemporal } from '../../server/temporal/connect.ts';
import { temporalAddress } from '../setup/temporal.ts';

const silent = pino({ level: 'silent' });
// A certificate of nobody, which was good in January 2024, with its key.
const expired = fileURLToPath(new URL('./certificates/expired.pem', import.meta.url));

const connect = (env: NodeJS.ProcessEnv) => connectTemporal(readSettings([], env).temporal, silent, 0);

it('connects to a server and a namespace that are there', async () => {
  const { connection, native, close } = await connect({ TEMPORAL_ADDRESS: temporalAddress() });
  expect((await connection.workflowService.getSystemInfo({})).serverVersion).toMatch(/^1\./);
  expect(await native()).toBe(await native());
  await close();
});

it('a namespace that is not there is told at once, with its exit code and what to do', async () => {
  await expect(connect({ TEMPORAL_ADDRESS: temporalAddress(), TEMPORAL_NAMESPACE: 'nowhere' })).rejects.toMatchObject({
    code: 'temporalNamespace', exitCode: 29, text: { zh: expect.stringContaining('没有命名空间 nowhere'), en: expect.stringContaining('namespace create --namespace nowhere') },
  });
});

it('a server whose certificate expired is told at once, and not waited for', async () => {
  const pem = readFileSync(expired);
  const server = createSecureServer({ cert: pem, key: pem }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const trusting = { TEMPORAL_ADDRESS: `localhost:${port}`, TEMPORAL_TLS_SERVER_CA_CERT_PATH: expired };
  await expect(connect(trusting)).rejects.toMatchObject({ code: 'temporalRefused', exitCode: 28, message: expect.stringMatching(/expired/) });
  await expect(connect({ TEMPORAL_ADDRESS: `localhost:${port}`, TEMPORAL_TLS: 'true' })).rejects.toMatchObject({ code: 'temporalRefused' });
  server.close();
});

it('so is a certificate of our own that expired, of which the server would only break the connection', async () => {
  const env = { TEMPORAL_ADDRESS: '127.0.0.1:1', TEMPORAL_TLS_CLIENT_CERT_PATH: expired, TEMPORAL_TLS_CLIENT_KEY_PATH: expired };
  await expect(connect(env)).rejects.toMatchObject({ code: 'temporalRefused', message: expect.stringContaining('our certificate expired on Feb') });
});

it('nobody there, or somebody who is no Temporal server: unreachable, after the patience given', async () => {
  await expect(connect({ TEMPORAL_ADDRESS: '127.0.0.1:1' })).rejects.toMatchObject({ code: 'temporalUnreachable', exitCode: 13, message: expect.stringContaining('127.0.0.1:1') });
  const mute = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
  await once(mute, 'listening');
  await expect(connect({ TEMPORAL_ADDRESS: `127.0.0.1:${(mute.address() as AddressInfo).port}` })).rejects.toMatchObject({ code: 'temporalUnreachable' });
  mute.close();
});
