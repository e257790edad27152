import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider, type Configuration } from 'oidc-provider';

/** People of the provider, by what they type as their login: the claims about each. */
export type People = { [login: string]: { [claim: string]: unknown } };

/** What the provider knows the door by. */
export const officeClient = { id: 'shenpi', secret: 'not a secret, since every reader of this test knows it' };

/** A real OpenID Connect provider on a port of this machine. */
export class Office {
  /** What the provider does with a request before it sees it; for faults. */
  interfere: ((path: string) => { status: number; body: string } | undefined) | undefined;
  private answer: RequestListener = (_request, response) => void response.writeHead(503).end();

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
  ) {}

  /** Listens; whoever asks gets 503 until {@link open}. */
  static async listen(): Promise<Office> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const office = new Office(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`); // it listens on a port
    server.on('request', (request, response) => {
      const instead = office.interfere?.(request.url ?? '');
      if (instead) response.writeHead(instead.status, { 'Content-Type': 'application/json' }).end(instead.body);
      else office.answer(request, response);
    });
    return office;
  }

  /** Begins to work, for one client at `origin`. */
  open(origin: string, people: People, more: Configuration = {}): void {
    const provider = new Provider(this.issuer, {
      clients: [{ client_id: officeClient.id, client_secret: officeClient.secret, redirect_uris: [`${origin}/api/sign-in/callback`], post_logout_redirect_uris: [`${origin}/sign-in`] }],
      claims: { openid: ['sub'], profile: ['name', 'groups', 'credit_code'] },
      pkce: { required: () => true },
      findAccount: (_context, login) => ({ accountId: login, claims: () => ({ sub: login, ...people[login] }) }),
      ...more,
    });
    this.answer = provider.callback();
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
