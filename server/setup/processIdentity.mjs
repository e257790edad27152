// @ts-check
import { readFileSync, readdirSync } from 'node:fs';
import { execFileSync } from 'node:child_process';

/**
 * @typedef {object} ProcessIdentity
 * @property {number} pid
 * @property {string} born when the process started, in the words of the operating system: a reused pid has another one
 */

/** @param {string} path */
const readOrNothing = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined; // the process ended, or this system has no /proc
  }
};

/** @param {readonly string[]} args */
const ps = (args) => {
  try {
    return execFileSync('ps', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined; // no such process, or no ps
  }
};

/**
 * When the process started; undefined when there is none (a zombie counts as none).
 * @param {number} pid
 * @returns {string | undefined}
 */
export function bornOf(pid) {
  if (process.platform === 'linux') {
    const stat = readOrNothing(`/proc/${pid}/stat`);
    if (stat === undefined) return undefined;
    // The name in parentheses may hold spaces, so fields are counted from the last parenthesis: state is the 3rd, start time the 22nd.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    const boot = (readOrNothing('/proc/sys/kernel/random/boot_id') ?? '').trim();
    return `${boot}:${fields[19]}`;
  }
  const line = ps(['-o', 'stat=,lstart=', '-p', String(pid)])?.trim();
  if (line === undefined || line === '' || line.startsWith('Z')) return undefined;
  return line.replace(/^\S+\s+/, '');
}

/**
 * @param {number} pid
 * @returns {ProcessIdentity | undefined}
 */
export function identityOf(pid) {
  const born = bornOf(pid);
  return born === undefined ? undefined : { pid, born };
}

/**
 * Whether exactly this process still lives.
 * @param {ProcessIdentity} identity
 */
export const lives = ({ pid, born }) => bornOf(pid) === born;

/**
 * Every process of this machine with its arguments, as far as they may be seen.
 * @returns {{ pid: number, args: string[] }[]}
 */
export function everyProcess() {
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => ({ pid: Number(name), args: (readOrNothing(`/proc/${name}/cmdline`) ?? '').split('\0').slice(0, -1) }))
      .filter(({ pid, args }) => args.length > 0 && bornOf(pid) !== undefined);
  }
  return (ps(['-axo', 'pid=,args=']) ?? '').split('\n').flatMap((line) => {
    const [, pid, args] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined || args === undefined ? [] : [{ pid: Number(pid), args: args.split(' ') }];
  });
}

/**
 * Sends SIGTERM, waits, then SIGKILL.
 * @param {ProcessIdentity} identity
 * @param {number} patienceMs how long SIGTERM may take
 * @returns {Promise<boolean>} whether the process is gone
 */
export async function end(identity, patienceMs) {
  for (const [signal, wait] of /** @type {const} */ ([['SIGTERM', patienceMs], ['SIGKILL', 5_000]])) {
    if (!lives(identity)) return true;
    try {
      process.kill(identity.pid, signal);
    } catch {
      // It ended between the question and the signal, or belongs to somebody else; asked again below.
    }
    if (await gone(identity, wait)) return true;
  }
  return false;
}

/**
 * Waits for a process to end by itself.
 * @param {ProcessIdentity} identity
 * @param {number} patienceMs
 */
export async function gone(identity, patienceMs) {
  const until = Date.now() + patienceMs;
  while (lives(identity)) {
    if (Date.now() >= until) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}
