import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Progress } from './rebuild.ts';

/** Where a server takes orders of its own machine's user: an embedded store can be opened by one process only, so the command asks that one. */
function placeOf(data: string): string {
  // The folder's own path may be longer than a socket's can be.
  const name = `shenpi-${createHash('sha256').update(resolve(data)).digest('hex').slice(0, 16)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

type Work = (tell: (progress: Progress) => void) => Promise<Progress>;

/** One line of the answer. */
interface Line {
  progress?: Progress;
  end?: Progress;
  error?: string;
}

/** Lets `npm run rebuild` reach the server that holds the store of a data folder; only the user who runs it can. */
export async function openControl(data: string, work: Work): Promise<{ close(): Promise<void> }> {
  const place = placeOf(data);
  if (process.platform !== 'win32') rmSync(place, { force: true }); // of a killed server: the store's lock says that no other one lives
  const server = createServer((socket) => {
    socket.on('error', () => undefined); // whoever asked has gone; the work is done all the same
    socket.once('data', () => void answer(socket, work));
  });
  server.listen(place);
  await once(server, 'listening');
  if (process.platform !== 'win32') chmodSync(place, 0o600);
  server.unref();
  return {
    async close() {
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
}

async function answer(socket: Socket, work: Work): Promise<void> {
  const write = (line: Line) => void (socket.writable && socket.write(`${JSON.stringify(line)}\n`));
  try {
    write({ end: await work((progress) => write({ progress })) });
  } catch (error) {
    write({ error: error instanceof Error ? error.message : String(error) });
  }
  socket.end();
}

/** Asks the server that holds a data folder's store to rebuild; nothing where none runs. */
export async function askControl(data: string, tell: (progress: Progress) => void): Promise<Progress | undefined> {
  const socket = connect(placeOf(data));
  try {
    await once(socket, 'connect');
  } catch {
    return undefined; // nobody listens
  }
  socket.write('rebuild\n');
  for await (const text of createInterface({ input: socket })) {
    const { progress, end, error } = JSON.parse(text) as Line; // written by `answer`
    if (progress) tell(progress);
    if (end) return end;
    if (error !== undefined) throw new Error(error);
  }
  throw new Error('the server ended before the rebuild did');
}
