import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { createOffices } from './offices.ts';
import { OrderBook } from './orderBook.ts';
import type { RegisteredBody } from './registers.ts';

/** How the played offices are started; port 0 means any free one. */
export interface StartOptions {
  port?: number;
  /** File of the treasury's orders; without it they last as long as the process. */
  ordersPath?: string;
  seed?: readonly RegisteredBody[];
}

/** Starts the outside offices on the loopback address only. Rejects with the port's error where it is in use. */
export async function startOffices({ port = 0, ordersPath, seed }: StartOptions = {}): Promise<{ url: string; close(): Promise<void> }> {
  const orders = new OrderBook(ordersPath);
  const server = createOffices({ orders, ...(seed ? { seed } : {}) }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an address with one.
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${actual}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
      orders.close();
    },
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { url } = await startOffices({
    port: Number(process.env.SANDBOX_PORT ?? 0),
    ...(process.env.SANDBOX_ORDERS ? { ordersPath: process.env.SANDBOX_ORDERS } : {}),
  });
  console.log(`外部单位（沙盒） / outside offices (sandbox): ${url}`);
  // Whoever started this process as its child waits for it.
  process.send?.({ url });
}
