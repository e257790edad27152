// @ts-check
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Fault } from './exitCodes.mjs';
import { root } from './places.mjs';
import { lastWord, run } from './run.mjs';
import { sayWhile } from './say.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const places = [
  '/usr/lib/chromium/chromium', '/snap/bin/chromium', '/opt/google/chrome/chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Finds a Chromium that runs, or installs one: CHROMIUM_PATH, PATH and the customary places, Playwright's cache,
 * Playwright's installer, and as root on Debian apt (with fonts for Chinese).
 * @param {{ say: import('./say.mjs').Say, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<string>} its path
 */
export async function findChromium({ say, env = process.env }) {
  const named = env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (await answers(named)) return named;
    throw new Fault('noChromium', { why: `CHROMIUM_PATH names ${named}, which does not run` });
  }
  const present = await firstThatRuns(env);
  if (present !== undefined) return present;

  const reasons = [];
  for (const install of [byPlaywright, byApt]) {
    const why = await install(say, env);
    const found = await firstThatRuns(env);
    if (found !== undefined) return found;
    reasons.push(why ?? 'what was installed does not run');
  }
  throw new Fault('noChromium', { why: reasons.join('; ') });
}

/** @param {NodeJS.ProcessEnv} env */
async function firstThatRuns(env) {
  const onPath = (env.PATH ?? '').split(delimiter).filter(Boolean).flatMap((folder) => names.map((name) => join(folder, name)));
  for (const path of [...onPath, ...places, ...inPlaywrightsCache(env)]) if (await answers(path)) return path;
  return undefined;
}

/** @param {string} path */
async function answers(path) {
  return existsSync(path) && (await run(path, ['--version'], { timeoutMs: 20_000 })).code === 0;
}

/** @param {NodeJS.ProcessEnv} env */
function inPlaywrightsCache(env) {
  const caches = [env.PLAYWRIGHT_BROWSERS_PATH, join(homedir(), '.cache', 'ms-playwright'), join(homedir(), 'Library', 'Caches', 'ms-playwright')];
  const inside = ['chrome-linux64/chrome', 'chrome-linux/chrome', 'chrome-mac/Chromium.app/Contents/MacOS/Chromium'];
  return caches.flatMap((cache) => {
    if (cache === undefined || !existsSync(cache)) return [];
    const builds = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name)).sort().reverse();
    return builds.flatMap((build) => inside.map((path) => join(cache, build, path)));
  });
}

/**
 * @param {import('./say.mjs').Say} say
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | undefined>} why it did not work
 */
async function byPlaywright(say, env) {
  const installer = join(root, 'node_modules', 'playwright-core', 'cli.js');
  if (!existsSync(installer)) return 'playwright-core is not installed';
  say('正在下载 Chromium……', 'downloading Chromium …');
  const installed = await sayWhile(say, (seconds) => [`下载中……${seconds} 秒`, `downloading … ${seconds} s`],
    run(process.execPath, [installer, 'install', '--no-shell', 'chromium'], { timeoutMs: 180_000, env: { ...env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '8000' } }));
  return installed.code === 0 ? undefined : `Playwright could not download it (${lastWord(installed)})`;
}

/**
 * @param {import('./say.mjs').Say} say
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | undefined>} why it did not work
 */
async function byApt(say, env) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return 'apt needs root on Debian';
  say('正在用 apt 安装 chromium 和中文字体……', 'installing chromium and fonts for Chinese with apt …');
  const quiet = { timeoutMs: 600_000, env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } };
  const steps = [['update'], ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']];
  for (const step of steps) {
    const done = await sayWhile(say, (seconds) => [`安装中……${seconds} 秒`, `installing … ${seconds} s`], run('apt-get', step, quiet));
    if (done.code !== 0) return `apt-get ${step[0]} failed (${lastWord(done)})`;
  }
  return undefined;
}
