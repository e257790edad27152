import { createReadStream, existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** Where uploaded files lie, by the SHA-256 of their content. */
export interface Files {
  /** A folder for files that are being received, on the same volume. */
  incoming(): Promise<string>;
  /** Takes a received file over; one with the same content that is there already stays. */
  keep(path: string, sha256: string): Promise<void>;
  read(sha256: string): Readable | undefined;
}

/** Files in a folder: `ab/abcdef…`. */
export function folderFiles(folder: string): Files {
  const placeOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('not a SHA-256');
    return join(folder, sha256.slice(0, 2), sha256);
  };
  return {
    async incoming() {
      const incoming = join(folder, 'incoming');
      await mkdir(incoming, { recursive: true });
      return incoming;
    },
    async keep(path, sha256) {
      const place = placeOf(sha256);
      if (existsSync(place)) return rm(path, { force: true });
      await mkdir(join(place, '..'), { recursive: true });
      await rename(path, place);
    },
    read(sha256) {
      const place = placeOf(sha256);
      return existsSync(place) ? createReadStream(place) : undefined;
    },
  };
}
