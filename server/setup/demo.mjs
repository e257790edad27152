// @ts-check
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { entry } from './entry.mjs';
import { preparePackages } from './packages.mjs';
import { preparePage } from './page.mjs';
import { root } from './places.mjs';
import { say } from './say.mjs';
import { says200, startStack, wantedFrom } from './stack.mjs';

await entry(async () => {
  const { port, data, rest } = wantedFrom(process.argv.slice(2));
  await preparePackages({ say });
  const origin = `http://127.0.0.1:${port}`;
  if (await says200(`${origin}/livez`)) {
    say(`使用正在运行的服务器 ${origin}`, `using the server that runs at ${origin}`);
    return await demo(origin, rest);
  }

  await preparePage({ say });
  /** @type {import('./stack.mjs').Stack | undefined} */
  let stack;
  // Ctrl-C reaches the demo by itself; the server is stopped once it has ended.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => stack?.stop('SIGTERM'));
  stack = await startStack({ port, data, rest: [], say });
  try {
    return await stack.ready() ? await demo(origin, rest) : await stack.ended;
  } finally {
    stack.stop('SIGTERM');
    await stack.ended;
  }
});

/**
 * @param {string} origin
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
function demo(origin, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'sandbox', 'demo', 'demo.ts'), ...args], {
      cwd: root, env: { ...process.env, SHENPI_ORIGIN: origin }, stdio: 'inherit',
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
