// @ts-check
// Prints the address of the Temporal server that lives in the given folder, starting it unless another test file already did.
import { join } from 'node:path';
import { entry } from '../../server/setup/entry.mjs';
import { lock } from '../../server/setup/lockFile.mjs';
import { say } from '../../server/setup/say.mjs';
import { findTemporalCli } from '../../server/setup/temporal.mjs';
import { startTemporal } from '../../server/setup/temporalServer.mjs';

await entry(async () => {
  const [dataFolder] = process.argv.slice(2);
  if (dataFolder === undefined) throw new Error('The folder for the server is missing.');
  const cli = await findTemporalCli({ say });
  const held = await lock(join(dataFolder, 'starting.json'), () => undefined);
  try {
    const { address } = await startTemporal({ cli, dataFolder, inMemory: true, say: () => undefined });
    process.stdout.write(`${address}\n`);
  } finally {
    held.release();
  }
  return 0;
});
