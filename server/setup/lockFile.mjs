// @ts-check
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { identityOf, lives } from './processIdentity.mjs';

/** @typedef {import('./processIdentity.mjs').ProcessIdentity} ProcessIdentity */

/**
 * Takes the lock when nobody living holds it. The file appears with its content in one step (link), so no reader ever sees half of it.
 * @param {string} path
 * @returns {{ release: () => void } | { holder: ProcessIdentity }}
 */
export function tryLock(path) {
  mkdirSync(dirname(path), { recursive: true });
  const me = identityOf(process.pid) ?? { pid: process.pid, born: '' };
  const mine = `${path}.${randomUUID()}`;
  writeFileSync(mine, JSON.stringify(me));
  try {
    for (;;) {
      try {
        linkSync(mine, path);
        return { release: () => rmSync(path, { force: true }) };
      } catch (error) {
        if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
      }
      const holder = holderOf(path);
      if (holder !== undefined && lives(holder)) return { holder };
      discard(path);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/**
 * Waits until the lock is free.
 * @param {string} path
 * @param {(holder: ProcessIdentity, seconds: number) => void} waiting called at first and then every ten seconds
 * @param {AbortSignal} [signal] ends the waiting
 */
export async function lock(path, waiting, signal) {
  const since = Date.now();
  for (let told = -10; ;) {
    signal?.throwIfAborted();
    const attempt = tryLock(path);
    if ('release' in attempt) return attempt;
    const seconds = Math.round((Date.now() - since) / 1000);
    if (seconds - told >= 10) {
      waiting(attempt.holder, seconds);
      told = seconds;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/**
 * @param {string} path
 * @returns {ProcessIdentity | undefined}
 */
function holderOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined; // released meanwhile, or no lock of ours: free in both cases
  }
}

/**
 * Removes a dead holder's lock. Renaming first makes sure that of two who find it dead only one removes it,
 * and that a lock which somebody took in the meantime is put back.
 * @param {string} path
 */
function discard(path) {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return; // the other one was quicker
    throw error;
  }
  const holder = holderOf(aside);
  if (holder !== undefined && lives(holder)) {
    try {
      linkSync(aside, path);
    } catch {
      // A third one holds it by now.
    }
  }
  rmSync(aside, { force: true });
}
