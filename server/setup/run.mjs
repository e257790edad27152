// @ts-check
import { spawn } from 'node:child_process';

/**
 * @typedef {object} Ran
 * @property {number} code exit code; 127 where the program does not exist, 124 where the time ran out
 * @property {string} output stdout and stderr as they came
 */

/**
 * Runs a program to its end and never throws for its failure.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, show?: boolean, signal?: AbortSignal | undefined }} [options] `show` lets its
 * output through to stderr; `signal` ends it, and then this does throw
 * @returns {Promise<Ran>}
 */
export function run(program, args, { cwd, env, timeoutMs, show = false, signal } = {}) {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const child = spawn(program, [...args], {
      cwd,
      env: env ?? process.env,
      stdio: ['ignore', show ? process.stderr : 'pipe', show ? 'inherit' : 'pipe'],
    });
    let output = '';
    let late = false;
    const breakOff = () => {
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 2_000).unref();
    };
    signal?.addEventListener('abort', breakOff, { once: true });
    child.on('exit', () => {
      signal?.removeEventListener('abort', breakOff);
      if (!signal?.aborted) return;
      clearTimeout(timer);
      // Not awaited: processes of its own may hold its ends for as long as they live.
      child.stdout?.destroy();
      child.stderr?.destroy();
      reject(signal.reason);
    });
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, timeoutMs);
    const gather = (/** @type {Buffer} */ chunk) => { output = (output + chunk.toString()).slice(-64_000); };
    child.stdout?.on('data', gather);
    child.stderr?.on('data', gather);
    child.on('error', (error) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', breakOff);
      resolve({ code: 127, output: `${output}${error.message}` });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code: late ? 124 : code ?? 1, output });
    });
  });
}

/**
 * The last line with something in it: what a program that failed usually says about it.
 * @param {Ran} ran
 */
export const lastWord = ({ code, output }) => {
  const line = output.trim().split('\n').pop()?.trim() ?? '';
  return line === '' ? `exit code ${code}` : line.slice(0, 300);
};
