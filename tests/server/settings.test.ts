import { expect, it } from 'vitest';
import { connectors } from '../../activities/connectors.ts';
import { readSettings } from '../../server/settings.ts';

it('reads arguments before the environment, and names what is wrong', () => {
  expect(readSettings(['--port', '1234', '--no-worker'], { PORT: '99', SHENPI_DAY_MS: '500' })).toMatchObject({ port: 1234, host: '127.0.0.1', worker: false, door: true, sandbox: true, dayMs: 500 });
  expect(() => readSettings(['--prot', '1'], {})).toThrow(/--prot/);
  expect(() => readSettings([], { PORT: 'seven' })).toThrow(/port/);
  expect(() => readSettings([], { DATABASE_URL: 'mysql://x' })).toThrow(/databaseUrl/);
});

it('reaches each office by its own address, key, time-out and ranges, or by those for all', () => {
  const { offices } = readSettings([], {
    SHENPI_OFFICES_URL: 'https://offices.example', SHENPI_OFFICES_KEY: 'all', SHENPI_OFFICES_RANGES: '10.0.0.0/8',
    SHENPI_OFFICE_TREASURY_URL: 'https://treasury.example', SHENPI_OFFICE_TREASURY_KEY: 'own', SHENPI_OFFICE_TREASURY_HOSTS: 'treasury.example', SHENPI_OFFICE_TREASURY_TIMEOUT_MS: '9000',
  });
  expect(offices.creditDefault).toMatchObject({ url: 'https://offices.example', key: 'all', timeoutMs: 5000, allowedRanges: ['10.0.0.0/8'] });
  expect(offices.treasury).toEqual({ url: 'https://treasury.example', key: 'own', timeoutMs: 9000, allowedHosts: ['treasury.example'], allowedRanges: ['10.0.0.0/8'] });
  expect(Object.keys(offices).sort()).toEqual([...Object.keys(connectors), 'treasury'].sort());
  expect(() => readSettings([], { SHENPI_OFFICE_POLICE_URL: 'https://x.example' })).toThrow(/SHENPI_OFFICE_POLICE_URL/);
  expect(() => readSettings([], { SHENPI_OFFICES_RANGES: 'everything' })).toThrow(/allowedRanges/);
});
