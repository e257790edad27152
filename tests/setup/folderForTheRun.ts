import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityOf, lives } from '../../server/setup/processIdentity.mjs';

/** A folder in which the tests of one run keep a server they share. */
export interface FolderForTheRun {
  folder: string;
  /** Ends the server and removes the folder. */
  remove(): Promise<void>;
}

/** Makes a folder whose name begins so, and removes those that killed runs left behind; `endServer` ends what runs in a folder. */
export async function folderForTheRun(prefix: string, endServer: (folder: string) => Promise<void>): Promise<FolderForTheRun> {
  const remove = async (folder: string): Promise<void> => {
    await endServer(folder);
    rmSync(folder, { recursive: true, force: true });
  };
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    if (!ownerLives(folder)) await remove(folder);
  }
  // It gets its name only when it names its owner: a run that starts at this moment would take it for left behind.
  const unnamed = mkdtempSync(join(tmpdir(), 'shenpi-test-new-'));
  writeFileSync(join(unnamed, 'owner.json'), JSON.stringify(identityOf(process.pid) ?? {}));
  const folder = join(tmpdir(), `${prefix}${unnamed.slice(-6)}`);
  renameSync(unnamed, folder);
  return { folder, remove: () => remove(folder) };
}

function ownerLives(folder: string): boolean {
  try {
    return lives(JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8')));
  } catch {
    return false; // another user's folder, or one that is being removed
  }
}
