import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { connectors } from '../../activities/connectors.ts';
import { readSettings, variables } from '../../server/settings.ts';
import { readmeTable, settingRows } from '../../server/settings/settingsTable.ts';
import { withoutTemporal } from '../../server/setup/stack.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const own = { TEMPORAL_CONFIG_FILE: join(tmpdir(), 'nobody-made-this.toml') };

it('reads arguments before the environment, and names what is wrong', () => {
  expect(readSettings(['--port', '1234', '--no-worker'], { PORT: '99', SHENPI_DAY_MS: '500' })).toMatchObject({ port: 1234, host: '127.0.0.1', worker: false, door: true, sandbox: true, dayMs: 500 });
  expect(() => readSettings(['--prot', '1'], {})).toThrow(/--prot/);
  expect(() => readSettings([], { PORT: 'seven' })).toThrow(/SHENPI_PORT: must be a whole number from 0 to 65535, and is “seven”/);
  expect(() => readSettings([], { DATABASE_URL: 'mysql://u:secret@x' })).toThrow(/DATABASE_URL: must be postgres:[^“]*“\*\*\*”/);
  expect(() => readSettings([], { SHENPI_SANDBX: '0' })).toThrow(/there is no setting SHENPI_SANDBX/);
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
  expect(() => readSettings([], { SHENPI_OFFICES_RANGES: 'everything' })).toThrow(/SHENPI_OFFICES_RANGES: must be address ranges/);
});

it('names every fault at once, in both languages', () => {
  const wrong = () => readSettings([], { SHENPI_WORKER: 'yes', SHENPI_DAY_MS: '1', SHENPI_OIDC_ISSUER: 'http://id.example.cn' });
  expect(wrong).toThrow(expect.objectContaining({ exitCode: 2, text: expect.objectContaining({ zh: expect.stringMatching(/SHENPI_WORKER：应为0 或 1.*SHENPI_DAY_MS：应为.*SHENPI_OIDC_ISSUER：/) as string }) as object }) as Error);
  expect(wrong).toThrow(/SHENPI_WORKER: must be 0 or 1.*SHENPI_DAY_MS: .*SHENPI_OIDC_ISSUER: must be an https address/);
});

it('takes an empty variable, as a compose file leaves it, for none', () => {
  expect(readSettings([], { ...own, SHENPI_PORT: '', PORT: '7001', SHENPI_OIDC_ISSUER: '', SHENPI_OIDC_ROLES: '', TEMPORAL_NAMESPACE: '', TEMPORAL_API_KEY: '' })).toMatchObject({ port: 7001, temporal: { namespace: 'default' } });
  expect(readSettings([], { SHENPI_OIDC_ROLES: '' }).identity).toBeUndefined();
});

it('reaches Temporal as Temporal itself is told to: by its variables, and by its profile file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shenpi-profile-'));
  const file = join(folder, 'temporal.toml');
  writeFileSync(file, '[profile.default]\naddress = "temporal.example:7233"\nnamespace = "district"\n[profile.cloud]\naddress = "cloud.example:7233"\napi_key = "k"\n');
  const by = (env: object) => readSettings([], { TEMPORAL_CONFIG_FILE: file, ...env }).temporal;
  expect(by({})).toMatchObject({ address: 'temporal.example:7233', namespace: 'district' });
  expect(by({ TEMPORAL_NAMESPACE: 'city' })).toMatchObject({ address: 'temporal.example:7233', namespace: 'city' });
  expect(by({ TEMPORAL_PROFILE: 'cloud' })).toMatchObject({ namespace: 'default', connection: { apiKey: 'k', tls: true } });
  expect(() => by({ TEMPORAL_PROFILE: 'clod' })).toThrow(/connection to Temporal cannot be read \(.*clod/);
  expect(() => by({ TEMPORAL_TLS_SERVER_CA_CERT_PATH: join(folder, 'none.pem') })).toThrow(/cannot be read \(.*none\.pem/);
  const ours = readSettings([], withoutTemporal({ TEMPORAL_CONFIG_FILE: file, TEMPORAL_API_KEY: 'k', TEMPORAL_PROFILE: 'cloud' }, join(folder, 'data'))).temporal;
  expect(ours).toMatchObject({ address: '127.0.0.1:7233', connection: { address: '127.0.0.1:7233' } });
  expect(ours.connection).not.toHaveProperty('tls', true);
  rmSync(folder, { recursive: true });
});

it('the README has the table of settings, and each of its rows says what it means in both languages', () => {
  expect(readFileSync(join(root, 'README.md'), 'utf8'), 'put there what `npm run config -- --markdown` prints').toContain(readmeTable());
  expect(settingRows().flatMap((row) => row.variables).sort()).toEqual(Object.keys(variables).sort());
  for (const { meaning, expects } of settingRows()) for (const text of [meaning, expects]) expect(text.zh !== '' && text.en !== '').toBe(true);
});

it('npm run config prints what holds, hides secrets, and says what is wrong with its exit code', () => {
  const run = (env: object) => spawnSync(process.execPath, ['--import', 'tsx', join(root, 'server/config.ts')], { encoding: 'utf8', env: { PATH: process.env.PATH, ...own, ...env } });
  const right = run({ DATABASE_URL: 'postgres://shenpi:hidden@db.example/shenpi', SHENPI_OFFICE_TREASURY_KEY: 'hidden', SHENPI_PORT: '7001' });
  expect(right.status).toBe(0);
  expect(right.stdout).toMatch(/^SHENPI_PORT +7001$/m);
  expect(right.stdout).toMatch(/^DATABASE_URL +postgres:\/\/shenpi:\*\*\*@db\.example\/shenpi$/m);
  expect(right.stdout).toMatch(/^SHENPI_OFFICE_TREASURY_KEY +\*\*\*$/m);
  expect(right.stdout).not.toContain('hidden');
  const wrong = run({ SHENPI_PORT: 'x' });
  expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('SHENPI_PORT：应为')]);
});
