import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';

/**
 * The address (host:port) of the run's one Temporal server, in memory and shared by all test files: use your own task queue and case ids.
 * The first call starts it, which takes a second; a run that never asks never starts one. TEMPORAL_ADDRESS names another server.
 */
export function temporalAddress(): string {
  process.env.TEMPORAL_ADDRESS ||= execFileSync(
    process.execPath,
    [fileURLToPath(new URL('startTemporalOnce.mjs', import.meta.url)), inject('temporalFolder')],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  ).trim();
  return process.env.TEMPORAL_ADDRESS;
}
