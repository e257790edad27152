import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a running case is replayed by: the workflow, the kernel, and the packages of both. */
const replayedBy = ['model', 'workflows', 'package-lock.json'];

/** Name of this build: the release, and a hash that is the same wherever it is installed. */
export function buildId(): string {
  const hash = createHash('sha256');
  for (const file of replayedBy.flatMap(filesIn).sort()) hash.update(file.split(sep).join('/')).update('\0').update(readFileSync(join(root, file))).update('\0');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }; // npm holds it to this
  return `${version}-${hash.digest('hex').slice(0, 12)}`;
}

function filesIn(place: string): string[] {
  if (place.endsWith('.json')) return [place];
  return readdirSync(join(root, place), { withFileTypes: true }).flatMap((entry) => {
    const path = join(place, entry.name);
    return entry.isDirectory() ? filesIn(path) : entry.name.endsWith('.ts') ? [path] : [];
  });
}
