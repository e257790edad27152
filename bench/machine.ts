import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where and on what a figure was taken, as one line. */
export function machine(): string {
  const [cpu] = cpus();
  const parts = [
    new Date().toISOString().slice(0, 16).replace('T', ' ').concat(' UTC'),
    `commit ${commit()}`,
    `${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}`,
    `${Math.round(totalmem() / 1_073_741_824)} GiB`,
    `${platform()} ${release()}`,
    `Node ${process.versions.node}`,
    `Temporal SDK ${versionOf('@temporalio/worker')}`,
    `PGlite ${versionOf('@electric-sql/pglite')}`,
    `load before ${(loadavg()[0] ?? 0).toFixed(1)}`,
  ];
  return parts.join(' · ');
}

function commit(): string {
  try {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', '--', ':!bench/RESULTS.md') === '' ? '' : ' with uncommitted changes'}`;
  } catch {
    return 'unknown'; // not a checkout
  }
}

function versionOf(name: string): string {
  const { version } = JSON.parse(readFileSync(`${root}/node_modules/${name}/package.json`, 'utf8')) as { version: string }; // npm's own file
  return version;
}
