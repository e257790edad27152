// @ts-check
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { entry } from './entry.mjs';
import { interruption } from './interruption.mjs';
import { preparePackages } from './packages.mjs';
import { preparePage } from './page.mjs';
import { root } from './places.mjs';
import { say } from './say.mjs';
import { says200, startStack, wantedFrom } from './stack.mjs';

await entry(async () => {
  const { port, data, rest } = wantedFrom(process.argv.slice(2));
  const { signal, goTo } = interruption();
  await preparePackages({ say, signal });
  const origin = `http://127.0.0.1:${port}`;
  if (await says200(`${origin}/livez`)) {
    say(`使用正在运行的服务器 ${origin}`, `using the server that runs at ${origin}`);
    return await demo(origin, rest, goTo);
  }

  await preparePage({ say, signal });
  const stack = await startStack({ port, data, rest: [], say, signal });
  goTo(stack.stop);
  try {
    return await stack.ready() ? await demo(origin, rest, goTo) : await stack.ended;
  } finally {
    goTo(stack.stop);
    stack.stop('SIGTERM');
    await stack.ended;
  }
});

/**
 * @param {string} origin
 * @param {readonly string[]} args
 * @param {(stop: (signal: NodeJS.Signals) => void) => void} goTo
 * @returns {Promise<number>}
 */
function demo(origin, args, goTo) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'sandbox', 'demo', 'demo.ts'), ...args], {
      cwd: root, env: { ...process.env, SHENPI_ORIGIN: origin }, stdio: 'inherit',
    });
    // It ends first and the server after it: else it would wait for a server that is gone.
    goTo((signal) => child.kill(signal));
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  });
}
