import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { end, identityOf, lives } from '../../server/setup/processIdentity.mjs';
import { recordIn } from '../../server/setup/temporalServer.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the run's Temporal server, which the first test that asks for it starts. */
    temporalFolder: string;
  }
}

const prefix = 'shenpi-test-temporal-';

/** Gives the run a folder for its one Temporal server, and ends the server (and any that a killed run left behind). */
export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    if (!ownerLives(folder)) await remove(folder);
  }
  // It gets its name only when it names its owner: a run that starts at this moment would take it for left behind.
  const unnamed = mkdtempSync(join(tmpdir(), 'shenpi-test-new-'));
  writeFileSync(join(unnamed, 'owner.json'), JSON.stringify(identityOf(process.pid) ?? {}));
  const folder = join(tmpdir(), `${prefix}${unnamed.slice(-6)}`);
  renameSync(unnamed, folder);
  provide('temporalFolder', folder);
  return () => remove(folder);
}

function ownerLives(folder: string): boolean {
  try {
    return lives(JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8')));
  } catch {
    return false; // another user's folder, or one that is being removed
  }
}

async function remove(folder: string): Promise<void> {
  const record = recordIn(join(folder, 'temporal.json'));
  if (record !== undefined && lives(record)) await end(record, 5_000);
  rmSync(folder, { recursive: true, force: true });
}
