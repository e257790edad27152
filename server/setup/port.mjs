// @ts-check
import { connect, createServer } from 'node:net';

/**
 * Whether the port can be listened on at 127.0.0.1.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export const isFree = (port) => listen(port).then((got) => got !== undefined);

/**
 * Whether the port is free, or is let go of in a moment: a process that was just killed holds its ports until the system has taken it down.
 * @param {number} port
 * @param {number} [withinMs]
 * @returns {Promise<boolean>}
 */
export async function soonFree(port, withinMs = 3_000) {
  for (const until = Date.now() + withinMs; !await isFree(port);) {
    if (Date.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return true;
}

/**
 * A port nobody listens on, below those from which systems take the ports of outgoing connections: whoever dies and comes back at the
 * same port would else find it taken, at worst by a client that calls it again and again and in the end connects to itself.
 * @returns {Promise<number>}
 */
export async function freePort() {
  for (let tries = 0; tries < 50; tries += 1) {
    const port = 10_000 + Math.floor(Math.random() * 20_000);
    if (await isFree(port)) return port;
  }
  const port = await listen(0);
  if (port === undefined) throw new Error('the machine has no free port');
  return port;
}

/**
 * @param {number} port
 * @returns {Promise<number | undefined>}
 */
function listen(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined));
    });
  });
}

/**
 * Whether something accepts connections there.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export function isOpen(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 1_000 });
    const answer = (/** @type {boolean} */ open) => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', () => answer(true));
    socket.once('timeout', () => answer(false));
    socket.once('error', () => answer(false));
  });
}
