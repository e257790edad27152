// @ts-check
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from './exitCodes.mjs';
import { lock } from './lockFile.mjs';
import { root } from './places.mjs';
import { run } from './run.mjs';

/** What the page is made of: a change in any of them calls for a new build. */
const sources = ['designer', 'model', 'package-lock.json'];

/**
 * Builds the designer's page into dist/designer when it is missing or older than its sources.
 * @param {{ say: import('./say.mjs').Say, signal?: AbortSignal }} options
 */
export async function preparePage({ say, signal }) {
  if (isFresh()) return;
  const held = await lock(join(root, 'dist', 'designer.lock'), ({ pid }) =>
    say(`正在等待另一个进程（${pid}）构建页面……`, `waiting for process ${pid} to build the page …`), signal);
  try {
    if (isFresh()) return;
    say('正在构建页面……', 'building the page …');
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    // Beside the one in use, which a running server may be handing out at this moment.
    const next = join(root, 'dist', 'designer.next');
    const built = await run(process.execPath, [vite, 'build', 'designer', '--outDir', next, '--emptyOutDir'], { cwd: root, signal });
    if (built.code !== 0) {
      process.stderr.write(`${built.output.trimEnd()}\n`);
      throw new Fault('pageNotBuilt', { why: `exit code ${built.code}` });
    }
    rmSync(join(root, 'dist', 'designer'), { recursive: true, force: true });
    renameSync(next, join(root, 'dist', 'designer'));
  } finally {
    held.release();
  }
}

function isFresh() {
  const page = join(root, 'dist', 'designer', 'index.html');
  return existsSync(page) && statSync(page).mtimeMs >= Math.max(...sources.map((source) => newest(join(root, source))));
}

/**
 * @param {string} path
 * @returns {number} the latest change in it
 */
function newest(path) {
  if (!existsSync(path)) return 0;
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs;
  return Math.max(0, ...readdirSync(path, { withFileTypes: true }).map((entry) => newest(join(path, entry.name))));
}
