// @ts-check
// Prints the URL of the PostgreSQL server that lives in the given folder, starting it unless another test file already did.
import { join } from 'node:path';
import { lock } from '../../server/setup/lockFile.mjs';
import { startPostgres } from './postgresServer.mjs';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('The folder for the server is missing.');
const held = await lock(join(folder, 'starting.json'), () => undefined);
try {
  process.stdout.write(`${await startPostgres(folder)}\n`);
} finally {
  held.release();
}
