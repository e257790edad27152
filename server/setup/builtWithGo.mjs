// @ts-check
import { existsSync, renameSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { lock } from './lockFile.mjs';
import { cacheFolder } from './places.mjs';
import { run } from './run.mjs';
import { sayWhile } from './say.mjs';

/**
 * @typedef {object} Wanted
 * @property {string} name its folder in the cache
 * @property {string} version
 * @property {readonly (readonly [program: string, ...args: string[]])[]} programs what has to be there, and the arguments by which each shows that it runs
 * @property {(folder: string, how: { env: NodeJS.ProcessEnv, signal: AbortSignal | undefined }) => Promise<string | undefined>} build fills the folder; gives why it could not
 * @property {string} minutes how long two cores take, in both languages' figures
 * @property {import('./say.mjs').Say} say
 * @property {NodeJS.ProcessEnv} [env]
 * @property {AbortSignal | undefined} [signal] breaks it off
 */

/**
 * Programs that Go builds from their modules, once for this user: whoever asks meanwhile waits, and half a build is never seen.
 * @param {Wanted} wanted
 * @returns {Promise<{ folder: string } | { why: string }>}
 */
export async function builtWithGo({ name, version, programs, build, minutes, say, env = process.env, signal }) {
  const home = join(env.XDG_CACHE_HOME ? join(env.XDG_CACHE_HOME, 'shenpi') : cacheFolder(), name);
  const folder = join(home, version);
  if (await allRun(folder, programs)) return { folder };
  const held = await lock(join(home, `${version}.lock`), ({ pid }, seconds) =>
    say(`正在等待另一个进程（${pid}）准备 ${name}……${seconds} 秒`, `waiting for process ${pid} to get ${name} … ${seconds} s`), signal);
  try {
    if (await allRun(folder, programs)) return { folder };
    if ((await run('go', ['version'], { env, signal })).code !== 0) return { why: 'there is no Go to build it with' };
    const fresh = await mkdtemp(join(home, 'new-'));
    try {
      say(`正在用 Go 编译 ${name} ${version}：两核约需 ${minutes} 分钟，只需一次……`, `building ${name} ${version} with Go: about ${minutes} minutes on two cores, only once …`);
      const why = await sayWhile(say, (seconds) => [`编译中……${seconds} 秒`, `building … ${seconds} s`], build(fresh, { env: { ...env, GOFLAGS: '' }, signal }));
      if (why !== undefined) return { why };
      if (!await allRun(fresh, programs)) return { why: 'what was built does not run on this machine' };
      rmSync(folder, { recursive: true, force: true });
      renameSync(fresh, folder);
      return { folder };
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
  } finally {
    held.release();
  }
}

/**
 * @param {string} folder
 * @param {Wanted['programs']} programs
 */
async function allRun(folder, programs) {
  for (const [program, ...args] of programs) {
    const path = join(folder, program);
    if (!existsSync(path) || (await run(path, args, { timeoutMs: 20_000 })).code !== 0) return false;
  }
  return true;
}
