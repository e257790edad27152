// @ts-check
import { join } from 'node:path';
import { builtWithGo } from './builtWithGo.mjs';
import { Fault } from './exitCodes.mjs';
import { lastWord, run } from './run.mjs';

const version = 'v2.40.3';
const module = `github.com/docker/compose/v2@${version}`;

/**
 * The Docker Compose command: Docker's plugin, `docker-compose`, the cache, else built from its Go module. It needs no Docker engine
 * to check a file.
 * @param {{ say: import('./say.mjs').Say, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<readonly [program: string, ...args: string[]]>} what stands before its own arguments
 */
export async function findCompose({ say, env = process.env }) {
  for (const command of /** @type {const} */ ([['docker', 'compose'], ['docker-compose']])) {
    const [program, ...args] = command;
    const told = await run(program, [...args, 'version', '--short'], { env, timeoutMs: 20_000 });
    // The first generation, written in Python, does not know what the file says.
    if (told.code === 0 && !/^v?1\./.test(told.output.trim())) return command;
  }
  const got = await builtWithGo({ name: 'compose', version, programs: [['docker-compose', 'version']], build, minutes: '6', say, env });
  if ('why' in got) throw new Fault('noCompose', { why: got.why });
  return [join(got.folder, 'docker-compose')];
}

/**
 * Its module excludes versions of others, which `go install` by name refuses: so it is built where its source lies.
 * @param {string} folder
 * @param {{ env: NodeJS.ProcessEnv, signal: AbortSignal | undefined }} how
 */
async function build(folder, how) {
  const got = await run('go', ['mod', 'download', '-json', module], how);
  if (got.code !== 0) return `go mod download failed (${lastWord(got)})`;
  const { Dir } = JSON.parse(got.output.slice(got.output.indexOf('{')));
  const built = await run('go', ['build', '-trimpath', '-o', join(folder, 'docker-compose'), './cmd'], { ...how, cwd: Dir });
  return built.code === 0 ? undefined : `go build failed (${lastWord(built)})`;
}
