import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** An act that waits for its case gets this long; what starts this process gives it twice as much in all. */
const patienceMs = 10_000;
const everyMs = 50;

/** Watches what a server answers. The function it gives ends the server: nobody new comes in, who is being answered is, and streams, which have no end of their own, are ended. */
export function drained(server: Server): () => Promise<void> {
  const open = new Set<ServerResponse>();
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('request', (_request, response) => {
    open.add(response);
    response.once('close', () => open.delete(response));
  });
  return async () => {
    const closed = once(server, 'close');
    server.close();
    for (const response of open) if (/^text\/event-stream/.test(String(response.getHeader('Content-Type')))) response.end();
    // Node's own `closeIdleConnections` cuts off an answer that is ended and not yet sent.
    const endIdle = () => {
      const busy = new Set([...open].map(({ socket }) => socket));
      for (const socket of sockets) if (!busy.has(socket)) socket.destroy();
    };
    const idle = setInterval(endIdle, everyMs);
    const late = setTimeout(() => server.closeAllConnections(), patienceMs);
    endIdle();
    await closed;
    clearInterval(idle);
    clearTimeout(late);
  };
}
