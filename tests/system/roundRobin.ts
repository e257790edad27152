import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One address in front of several servers, each asked in its turn, as the proxy of the production shape does; nothing is tried twice. */
export class RoundRobin {
  readonly answered: number[];
  private turn = 0;
  private readonly server: Server;

  private constructor(private readonly ports: readonly number[]) {
    this.answered = ports.map(() => 0);
    this.server = createServer((incoming, outgoing) => this.pass(incoming, outgoing));
  }

  static async before(ports: readonly number[]): Promise<RoundRobin> {
    const proxy = new RoundRobin(ports);
    proxy.server.listen(0, '127.0.0.1');
    await once(proxy.server, 'listening');
    return proxy;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`; // it listens on a port
  }

  async stop(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  private pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const place = this.turn++ % this.ports.length;
    const { method, url, headers } = incoming;
    const asked = request({ host: '127.0.0.1', port: this.ports[place], method, path: url, headers }, (answer) => {
      this.answered[place] = (this.answered[place] ?? 0) + 1;
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    asked.on('error', () => (outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead(502).end()));
    incoming.pipe(asked);
  }
}
