import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { preparePackages } from '../../server/setup/packages.mjs';

let folder: string;
let told: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shenpi-packages-'));
  told = [];
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } }));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** Stands where npm stands: notes what it is asked, installs where it can, and else fails in npm's words. */
function npm(can: { [command: string]: boolean }): void {
  const script = join(folder, 'npm-cli.js');
  writeFileSync(script, `
    const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
    const command = process.argv[2];
    appendFileSync('calls', command + '\\n');
    if (!${JSON.stringify(can)}[command]) {
      console.error('npm error code E404\\nnpm error 404 no such package\\nnpm error A complete log of this run can be found in: somewhere');
      process.exit(1);
    }
    mkdirSync('node_modules/a', { recursive: true });
    writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } }));
  `);
  vi.stubEnv('npm_execpath', script);
}

const prepare = () => preparePackages({ say: (zh, en) => void told.push(`${zh} ${en}`), folder });
const calls = () => readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n');

test('a fresh machine is told that packages are installed, which is done once', async () => {
  npm({ ci: true });
  await prepare();
  expect(existsSync(join(folder, 'node_modules', 'a'))).toBe(true);
  await prepare();
  expect(calls()).toEqual(['ci']);
  expect(told).toEqual([expect.stringContaining('installing the packages (the packages are not installed yet)')]);
});

test('where npm ci fails, npm install is tried, and the reason is told', async () => {
  npm({ install: true });
  await prepare();
  expect(calls()).toEqual(['ci', 'install']);
  expect(told[1]).toContain('code E404; 404 no such package');
});

test('where both fail, one sentence says why and what to do', async () => {
  npm({});
  await expect(prepare()).rejects.toMatchObject({ code: 'packages', exitCode: 11, text: { zh: expect.stringContaining('npm ci') as string, en: expect.stringContaining('404 no such package') as string } });
});
