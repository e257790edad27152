import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { end, lives } from '../../server/setup/processIdentity.mjs';
import { recordIn } from '../../server/setup/temporalServer.mjs';
import { folderForTheRun } from './folderForTheRun.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the run's Temporal server, which the first test that asks for it starts. */
    temporalFolder: string;
  }
}

/** Gives the run a folder for its one Temporal server, and ends the server (and any that a killed run left behind). */
export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const { folder, remove } = await folderForTheRun('shenpi-test-temporal-', async (each) => {
    const record = recordIn(join(each, 'temporal.json'));
    if (record !== undefined && lives(record)) await end(record, 5_000);
  });
  provide('temporalFolder', folder);
  return remove;
}
