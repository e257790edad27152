// @ts-check
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { entry } from './entry.mjs';
import { Fault } from './exitCodes.mjs';
import { preparePackages } from './packages.mjs';
import { preparePage } from './page.mjs';
import { root } from './places.mjs';
import { say } from './say.mjs';
import { linesOf, tallyOf } from './tally.mjs';
import { findTemporalCli } from './temporal.mjs';

/** @type {import('./tally.mjs').Tally} */
let tally = { passed: 0, failed: 1, skipped: 0 }; // until vitest has spoken, the run itself is what failed

await entry(async () => {
  await preparePackages({ say });
  const env = { ...process.env };
  if (!env.TEMPORAL_ADDRESS) env.TEMPORAL_CLI = await findTemporalCli({ say });
  env.CHROMIUM_PATH = await findChromium({ say });
  await preparePage({ say });

  const folder = mkdtempSync(join(tmpdir(), 'shenpi-test-report-'));
  try {
    const report = join(folder, 'report.json');
    const code = await vitest(['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)], env);
    tally = tallyOf(JSON.parse(read(report)));
    if (tally.passed + tally.failed === 0) throw new Fault('noTestRan', { why: tally.skipped > 0 ? 'all were skipped' : 'vitest found none' });
    if (code !== 0 && tally.failed === 0) tally.failed = 1; // an error outside of any test, printed above
    return tally.failed > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
for (const line of linesOf(tally)) console.log(line);

/**
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
function vitest(args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', 'vitest', 'vitest.mjs'), ...args], { cwd: root, env, stdio: 'inherit' });
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Fault('noTestRan', { why: 'vitest ended before it reported' }, cause);
  }
}
