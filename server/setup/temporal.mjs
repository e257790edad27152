// @ts-check
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Fault } from './exitCodes.mjs';
import { lock } from './lockFile.mjs';
import { cacheFolder } from './places.mjs';
import { lastWord, run } from './run.mjs';
import { sayWhile } from './say.mjs';

/** The newest release that Go installs by its name alone; downloaded in the same version, so that both ways give one server. */
const version = 'v1.5.1';
const goPackage = `github.com/temporalio/cli/cmd/temporal@${version}`;
const downloadOrigin = 'https://temporal.download';
const executable = process.platform === 'win32' ? 'temporal.exe' : 'temporal';
const connectMs = 8_000;
const stallMs = 30_000;

/**
 * @typedef {object} Search
 * @property {import('./say.mjs').Say} say
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [origin] where the official download is served
 * @property {AbortSignal | undefined} [signal] breaks the search off
 */

/**
 * Finds the Temporal command, or gets it: PATH, cache, official download, Go.
 * Whether a server has to be started at all (TEMPORAL_ADDRESS) is the caller's question.
 * @param {Search} search
 * @returns {Promise<string>} its path
 */
export async function findTemporalCli({ say, env = process.env, origin = downloadOrigin, signal }) {
  const named = env.TEMPORAL_CLI;
  if (named !== undefined && named !== '') {
    if (await answers(named, signal)) return named;
    throw new Fault('noTemporal', { why: `TEMPORAL_CLI names ${named}, which does not run` });
  }
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    const path = join(folder, executable);
    if (folder !== '' && existsSync(path) && await answers(path, signal)) return path;
  }
  const home = join(env.XDG_CACHE_HOME ? join(env.XDG_CACHE_HOME, 'shenpi') : cacheFolder(), 'temporal');
  const cached = join(home, version, executable);
  if (await answers(cached, signal)) return cached;

  const held = await lock(join(home, `${version}.lock`), ({ pid }, seconds) =>
    say(`正在等待另一个进程（${pid}）准备 Temporal……${seconds} 秒`, `waiting for process ${pid} to get Temporal … ${seconds} s`), signal);
  try {
    if (await answers(cached, signal)) return cached;
    const reasons = [];
    for (const get of [download, build]) {
      const folder = await mkdtemp(join(home, 'new-'));
      try {
        const why = await get({ folder, say, env, origin, signal });
        signal?.throwIfAborted();
        if (why === undefined && await answers(join(folder, executable), signal)) {
          rmSync(join(home, version), { recursive: true, force: true });
          renameSync(folder, join(home, version));
          return cached;
        }
        reasons.push(why ?? 'what was got does not run on this machine');
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }
    throw new Fault('noTemporal', { why: reasons.join('; ') });
  } finally {
    held.release();
  }
}

/**
 * @param {string} path
 * @param {AbortSignal | undefined} signal
 */
async function answers(path, signal) {
  return existsSync(path) && (await run(path, ['--version'], { timeoutMs: 20_000, signal })).code === 0;
}

/** @typedef {{ folder: string, say: import('./say.mjs').Say, env: NodeJS.ProcessEnv, origin: string, signal: AbortSignal | undefined }} Getting */

/**
 * The download that @temporalio/testing knows: a small JSON answer names the archive and the file in it.
 * @param {Getting} getting
 * @returns {Promise<string | undefined>} why it did not work
 */
async function download({ folder, say, origin, signal }) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  const archive = join(folder, 'archive.tar.gz');
  try {
    const question = new URL(`/cli/${version}`, origin);
    question.search = String(new URLSearchParams({ platform, arch, format: 'tar.gz', 'sdk-name': 'shenpi' }));
    const answer = await fetch(question, { signal: within(AbortSignal.timeout(connectMs), signal) });
    if (!answer.ok) return `the download answered ${answer.status}`;
    const { archiveUrl, fileToExtract } = /** @type {Record<string, unknown>} */ (await answer.json());
    if (typeof archiveUrl !== 'string' || typeof fileToExtract !== 'string' || fileToExtract.startsWith('-')) return 'the download gave an answer of an unknown shape';
    if (origin === downloadOrigin && !archiveUrl.startsWith('https://')) return 'the download named an archive without TLS';
    say(`正在下载 Temporal ${version}……`, `downloading Temporal ${version} …`);
    await sayWhile(say, (seconds) => [`下载中……${seconds} 秒`, `downloading … ${seconds} s`], save(archiveUrl, archive, signal));
    const unpacked = await run('tar', ['-xzf', archive, '-C', folder, fileToExtract], { timeoutMs: 120_000, signal });
    if (unpacked.code !== 0) return `the archive cannot be unpacked (${lastWord(unpacked)})`;
    if (fileToExtract !== executable) renameSync(join(folder, fileToExtract), join(folder, executable));
    rmSync(archive);
    return undefined;
  } catch (error) {
    return `the download failed (${reason(error)})`;
  }
}

/**
 * @param {AbortSignal} own
 * @param {AbortSignal | undefined} asked
 */
const within = (own, asked) => (asked === undefined ? own : AbortSignal.any([own, asked]));

/**
 * @param {string} url
 * @param {string} path
 * @param {AbortSignal | undefined} asked
 */
async function save(url, path, asked) {
  const control = new AbortController();
  const signal = within(control.signal, asked);
  // Aborts when nothing arrives for a while, not when a slow line takes long.
  let watch = setTimeout(() => control.abort(new Error('the connection took too long')), connectMs);
  try {
    const answer = await fetch(url, { signal });
    if (!answer.ok || answer.body === null) throw new Error(`the archive answered ${answer.status}`);
    const body = Readable.fromWeb(/** @type {import('node:stream/web').ReadableStream} */ (answer.body));
    body.on('data', () => {
      clearTimeout(watch);
      watch = setTimeout(() => control.abort(new Error('the transfer stalled')), stallMs);
    });
    await pipeline(body, createWriteStream(path), { signal });
    const promised = Number(answer.headers.get('content-length') ?? 0);
    if (promised > 0 && statSync(path).size !== promised) throw new Error('the archive is incomplete');
  } finally {
    clearTimeout(watch);
  }
}

/**
 * @param {Getting} getting
 * @returns {Promise<string | undefined>} why it did not work
 */
async function build({ folder, say, env, signal }) {
  const go = await run('go', ['version'], { env, signal });
  if (go.code !== 0) return 'there is no Go to build it with';
  mkdirSync(folder, { recursive: true });
  say(`正在用 Go 编译 Temporal ${version}：两核约需六分钟，占用约 250 MB，只需一次……`,
    `building Temporal ${version} with Go: about six minutes on two cores, about 250 MB, only once …`);
  const built = await sayWhile(say, (seconds) => [`编译中……${seconds} 秒`, `building … ${seconds} s`],
    run('go', ['install', goPackage], { env: { ...env, GOBIN: folder, GOFLAGS: '' }, signal }));
  return built.code === 0 ? undefined : `go install failed (${lastWord(built)})`;
}

/** @param {unknown} error */
function reason(error) {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message;
}
