// @ts-check
import { entry } from './entry.mjs';
import { preparePackages } from './packages.mjs';
import { preparePage } from './page.mjs';
import { say } from './say.mjs';
import { startStack, wantedFrom } from './stack.mjs';

await entry(async () => {
  const wanted = wantedFrom(process.argv.slice(2));
  await preparePackages({ say });
  await preparePage({ say });

  /** @type {import('./stack.mjs').Stack | undefined} */
  let stack;
  /** @type {NodeJS.Signals | undefined} */
  let early;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      early ??= signal;
      stack?.stop(signal === 'SIGHUP' ? 'SIGTERM' : signal);
    });
  }
  stack = await startStack({ ...wanted, say });
  if (early !== undefined) stack.stop('SIGTERM');
  return await stack.ended;
});
