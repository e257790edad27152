import { expect, it } from 'vitest';
import { readSettings } from '../../server/settings.ts';

it('reads arguments before the environment, and names what is wrong', () => {
  expect(readSettings(['--port', '1234', '--no-worker'], { PORT: '99', SHENPI_DAY_MS: '500' })).toMatchObject({ port: 1234, host: '127.0.0.1', worker: false, door: true, sandbox: true, dayMs: 500 });
  expect(() => readSettings(['--prot', '1'], {})).toThrow(/--prot/);
  expect(() => readSettings([], { PORT: 'seven' })).toThrow(/port/);
  expect(() => readSettings([], { DATABASE_URL: 'mysql://x' })).toThrow(/databaseUrl/);
});
