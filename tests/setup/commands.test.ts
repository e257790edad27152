import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findChromium } from '../../server/setup/chromium.mjs';
import { exitCodes, Fault } from '../../server/setup/exitCodes.mjs';
import { tryLock } from '../../server/setup/lockFile.mjs';
import { checkNode, missingPackages } from '../../server/setup/packages.mjs';
import { wantedFrom } from '../../server/setup/stack.mjs';
import { linesOf, tallyOf } from '../../server/setup/tally.mjs';

const here = (path: string) => fileURLToPath(new URL(`../../server/setup/${path}`, import.meta.url));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shenpi-setup-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function lay(path: string, packages: unknown): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), JSON.stringify({ packages }));
}

test('packages are missing when not installed, of another version, or half removed; optional ones may be absent', () => {
  const lock = { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/mac-only': { version: '2.0.0', optional: true } };
  lay('package-lock.json', lock);
  expect(missingPackages(folder)?.en).toBe('the packages are not installed yet');

  lay('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } });
  expect(missingPackages(folder)?.en).toContain('a is not as');
  mkdirSync(join(folder, 'node_modules/a'));
  expect(missingPackages(folder)).toBeUndefined();

  lay('package-lock.json', { ...lock, 'node_modules/a': { version: '1.0.1' } });
  expect(missingPackages(folder)?.zh).toContain('依赖包 a');
});

test.each([['18.20.0', false], ['20.18.3', false], ['20.19.0', true], ['22.0.0', true], ['24.1.0', true]])('Node %s is new enough: %s', (version, fits) => {
  if (fits) expect(() => checkNode(version)).not.toThrow();
  else expect(() => checkNode(version)).toThrow(/Node 20\.19 or newer/);
});

test('exit codes are unique, never 0 or 1, and the page about them lists each', () => {
  const page = readFileSync(here('README.md'), 'utf8');
  const codes = Object.entries(exitCodes);
  expect(new Set(codes.map(([, { exit }]) => exit)).size).toBe(codes.length);
  for (const [name, { exit }] of codes) {
    expect(exit).toBeGreaterThan(1);
    expect(page).toContain(`| ${exit} | \`${name}\` |`);
  }
});

test('a Fault speaks both languages with its details filled in', () => {
  const fault = new Fault('portInUse', { port: 7788 });
  expect(fault.text.zh).toContain('端口 7788 已被占用');
  expect(fault.text.en).toContain('Port 7788 is in use');
  expect(fault.exitCode).toBe(16);
});

test('arguments: port and data are read, the rest is the server\'s, nonsense is refused', () => {
  expect(wantedFrom(['--port', '7001', '--verbose', `--data=${folder}`], {})).toEqual({ port: 7001, data: folder, rest: ['--verbose'] });
  expect(wantedFrom([], { PORT: '7002', SHENPI_DATA: folder })).toEqual({ port: 7002, data: folder, rest: [] });
  for (const wrong of [['--port', 'x'], ['--port', '0'], ['--port', '70000'], ['--port'], ['--data=']]) {
    expect(() => wantedFrom(wrong, {})).toThrow(expect.objectContaining({ code: 'usage', exitCode: 2 }));
  }
});

test('a command that fails prints its sentence and gives its exit code', () => {
  const ran = spawnSync(process.execPath, [here('start.mjs'), '--port', 'x'], { encoding: 'utf8' });
  expect(ran.status).toBe(2);
  expect(ran.stderr).toContain('命令参数或设置不正确');
  expect(ran.stderr).not.toContain(' at ');
});

test('a lock is held once, and a dead holder\'s lock is free', () => {
  const path = join(folder, 'a.lock');
  const first = tryLock(path);
  expect(tryLock(path)).toMatchObject({ holder: { pid: process.pid } });
  if ('release' in first) first.release();
  writeFileSync(path, JSON.stringify({ pid: process.pid, born: 'another life' }));
  expect(tryLock(path)).toHaveProperty('release');
});

test('the last line counts tests, and a file that cannot be loaded as one failure', () => {
  const tests = (...states: string[]) => states.map((status) => ({ status }));
  const tally = tallyOf({
    testResults: [
      { status: 'passed', assertionResults: tests('passed', 'passed', 'skipped', 'todo') },
      { status: 'failed', assertionResults: tests('passed', 'failed') },
      { status: 'failed', assertionResults: [] },
    ],
  });
  expect(linesOf(tally)).toEqual(['2 skipped', '3 passed, 2 failed']);
  expect(linesOf({ passed: 1, failed: 0, skipped: 0 })).toEqual(['1 passed, 0 failed']);
});

test('Chromium: the one that is named or else the first on PATH, and never one that does not run', async () => {
  const browser = (name: string, exit: number) => {
    const path = join(folder, name, 'chromium');
    mkdirSync(join(folder, name));
    writeFileSync(path, `#!/bin/sh\nexit ${exit}\n`);
    chmodSync(path, 0o755);
    return path;
  };
  const broken = browser('broken', 127);
  const sound = browser('sound', 0);
  const PATH = `${join(folder, 'broken')}:${join(folder, 'sound')}`;
  const say = () => undefined;
  expect(await findChromium({ say, env: { PATH } })).toBe(sound);
  expect(await findChromium({ say, env: { PATH: '', CHROMIUM_PATH: sound } })).toBe(sound);
  await expect(findChromium({ say, env: { PATH, CHROMIUM_PATH: broken } })).rejects.toMatchObject({ code: 'noChromium', exitCode: 17 });
});

test('two holders of one dead lock never hold it both', () => {
  const path = join(folder, 'b.lock');
  writeFileSync(path, JSON.stringify({ pid: 1, born: 'another life' }));
  expect([tryLock(path), tryLock(path)].filter((each) => 'release' in each)).toHaveLength(1);
});
