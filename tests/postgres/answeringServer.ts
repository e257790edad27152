import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';

/** What a statement is answered: one row, or PostgreSQL's word for what went wrong. */
export type Answer = { [column: string]: string } | { code: string; said: string };

/** A server that speaks PostgreSQL's protocol as far as plain statements go, for servers that no test machine has: too old, or without room. */
export async function answeringServer(answer: (statement: string) => Answer): Promise<{ url: string; close(): void }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let waiting = Buffer.alloc(0);
    let begun = false;
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      waiting = Buffer.concat([waiting, chunk]);
      for (;;) {
        const head = begun ? 1 : 0; // the first message has no letter
        if (waiting.length < head + 4) return;
        const length = head + waiting.readInt32BE(head);
        if (waiting.length < length) return;
        const message = waiting.subarray(0, length);
        waiting = waiting.subarray(length);
        if (!begun) socket.write(Buffer.concat([packet('R', int32(0)), ready]));
        else if (message[0] === letter('Q')) socket.write(Buffer.concat([...replyTo(answer(message.subarray(5, -1).toString())), ready]));
        begun = true;
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    url: `postgres://shenpi@127.0.0.1:${port}/shenpi`,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

const letter = (name: string): number => name.charCodeAt(0);
const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};
const int16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
};
const text = (value: string): Buffer => Buffer.from(`${value}\0`);
const packet = (name: string, ...body: Buffer[]): Buffer => {
  const content = Buffer.concat(body);
  return Buffer.concat([Buffer.from(name), int32(content.length + 4), content]);
};
const ready = packet('Z', Buffer.from('I'));

function replyTo(answer: Answer): Buffer[] {
  if ('said' in answer) {
    const { code, said } = answer as { code: string; said: string }; // a row has no such column here
    return [packet('E', text('SERROR'), text(`C${code}`), text(`M${said}`), Buffer.from([0]))];
  }
  const columns = Object.entries(answer);
  // Columns of text, but for `t` and `f`.
  const described = columns.map(([name, value]) => Buffer.concat([text(name), int32(0), int16(0), int32(/^[tf]$/.test(value) ? 16 : 25), int16(-1), int32(-1), int16(0)]));
  const values = columns.map(([, value]) => Buffer.concat([int32(Buffer.byteLength(value)), Buffer.from(value)]));
  return [packet('T', int16(columns.length), ...described), packet('D', int16(columns.length), ...values), packet('C', text('SELECT 1'))];
}
