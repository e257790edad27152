import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { folderForTheRun } from './folderForTheRun.ts';
import { endPostgres } from './postgresServer.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the run's PostgreSQL server, which the first test that asks for it starts. */
    postgresFolder: string;
  }
}

/** Gives the run a folder for its one PostgreSQL server, and ends the server (and any that a killed run left behind). */
export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const { folder, remove } = await folderForTheRun('shenpi-test-postgres-', (each) => endPostgres(join(each, 'postgres.json')));
  provide('postgresFolder', folder);
  return remove;
}
