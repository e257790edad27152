// @ts-check
import { entry } from './entry.mjs';
import { interruption } from './interruption.mjs';
import { preparePackages } from './packages.mjs';
import { preparePage } from './page.mjs';
import { say } from './say.mjs';
import { startStack, wantedFrom } from './stack.mjs';

await entry(async () => {
  const wanted = wantedFrom(process.argv.slice(2));
  const { signal, goTo } = interruption();
  await preparePackages({ say, signal });
  await preparePage({ say, signal });
  const stack = await startStack({ ...wanted, say, signal });
  goTo((asked) => stack.stop(asked === 'SIGHUP' ? 'SIGTERM' : asked));
  return await stack.ended;
});
