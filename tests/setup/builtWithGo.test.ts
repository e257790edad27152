import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { builtWithGo } from '../../server/setup/builtWithGo.mjs';
import { findCompose } from '../../server/setup/compose.mjs';
import { findTemporalServer } from '../../server/setup/temporalOnPostgres.mjs';

let folder: string;
let env: NodeJS.ProcessEnv;
let builds: number;

function program(path: string, lines: string): undefined {
  writeFileSync(path, `#!/bin/sh\n${lines}\n`);
  chmodSync(path, 0o755);
  return undefined;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shenpi-go-'));
  mkdirSync(join(folder, 'bin'));
  program(join(folder, 'bin', 'go'), 'exit 0');
  env = { PATH: join(folder, 'bin'), XDG_CACHE_HOME: join(folder, 'cache') };
  builds = 0;
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const home = () => join(folder, 'cache', 'shenpi', 'tool');

const get = (build: (folder: string) => Promise<string | undefined>) =>
  builtWithGo({ name: 'tool', version: 'v1', programs: [['tool', '--version']], minutes: '1', say: () => undefined, env, build: (into) => ((builds += 1), build(into)) });

const sound = async (into: string): Promise<undefined> => program(join(into, 'tool'), 'exit 0');

test('two that ask at once get one build, and later ones what lies in the cache', async () => {
  const wanted = { folder: join(home(), 'v1') };
  expect(await Promise.all([get(sound), get(sound)])).toEqual([wanted, wanted]);
  expect(await get(sound)).toEqual(wanted);
  expect(builds).toBe(1);
  expect(existsSync(join(wanted.folder, 'tool'))).toBe(true);
});

test('a build that fails, or whose program does not run, is said and leaves nothing', async () => {
  expect(await get(async () => 'go install failed (no network)')).toEqual({ why: 'go install failed (no network)' });
  expect(await get(async (into) => program(join(into, 'tool'), 'exit 1'))).toEqual({ why: expect.stringContaining('does not run') });
  expect(readdirSync(home())).toEqual([]);
  expect(await get(sound)).toHaveProperty('folder');
});

test('a program in the cache that no longer runs is built anew', async () => {
  await get(sound);
  program(join(home(), 'v1', 'tool'), 'exit 1');
  expect(await get(sound)).toHaveProperty('folder');
  expect(builds).toBe(2);
});

test('a build that is broken off ends at once and leaves nothing', async () => {
  program(join(folder, 'bin', 'go'), 'test "$1" = version || exec /bin/sleep 60');
  const asked = new AbortController();
  const building = findTemporalServer({ say: (_zh, en) => (en.startsWith('building') ? asked.abort(new Error('asked')) : undefined), env, signal: asked.signal });
  await expect(building).rejects.toThrow('asked');
  expect(readdirSync(join(folder, 'cache', 'shenpi', 'temporal-server'))).toEqual([]);
}, 10_000);

test('without Go each tells what to do instead', async () => {
  rmSync(join(folder, 'bin', 'go'));
  const say = () => undefined;
  await expect(findTemporalServer({ say, env })).rejects.toMatchObject({ code: 'noTemporal', message: expect.stringContaining('no Go') });
  await expect(findCompose({ say, env })).rejects.toMatchObject({ code: 'noCompose', exitCode: 35, message: expect.stringContaining('Install the Docker Compose plugin') });
});

test('an installed Compose is taken, unless it is of the first generation', async () => {
  const say = () => undefined;
  program(join(folder, 'bin', 'docker-compose'), 'echo 1.29.2');
  program(join(folder, 'bin', 'docker'), 'echo 2.40.3');
  expect(await findCompose({ say, env })).toEqual(['docker', 'compose']);
  program(join(folder, 'bin', 'docker'), 'echo "unknown command"; exit 1');
  rmSync(join(folder, 'bin', 'go'));
  await expect(findCompose({ say, env })).rejects.toMatchObject({ code: 'noCompose' });
  program(join(folder, 'bin', 'docker-compose'), 'echo v2.40.3');
  expect(await findCompose({ say, env })).toEqual(['docker-compose']);
});
