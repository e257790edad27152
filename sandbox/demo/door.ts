import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** A refusal as the door words it. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

type RequestBody = NonNullable<RequestInit['body']>;

/** How long a request goes on being tried while the server is away. */
const patienceMs = 180_000;

/** The public API, as one signed-in person uses it; a lost answer is asked for again under the same idempotency key. */
export class Door {
  private cookie = '';

  constructor(
    private readonly url: string,
    readonly account: string,
  ) {}

  async get<T>(path: string): Promise<T> {
    return (await this.ask('GET', path)) as T; // what the API's schemas describe
  }

  async post<T>(path: string, body: unknown, key: string = randomUUID()): Promise<T> {
    return (await this.ask('POST', path, JSON.stringify(body), { 'content-type': 'application/json', 'idempotency-key': key })) as T; // as above
  }

  async upload<T>(fields: { [name: string]: string }, file: { name: string; content: string; type: string }, key: string): Promise<T> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob([file.content], { type: file.type }), file.name);
    return (await this.ask('POST', '/api/documents', form, { 'idempotency-key': key })) as T; // as above
  }

  private async ask(method: string, path: string, body?: RequestBody, headers: Record<string, string> = {}): Promise<unknown> {
    const until = Date.now() + patienceMs;
    for (;;) {
      try {
        if (!this.cookie) await this.signIn();
        const response = await this.send(method, path, body, headers);
        if (response.status === 401) {
          this.cookie = ''; // the session may be gone with a store that was put back
          if (Date.now() < until) continue;
        }
        return await read(response);
      } catch (error) {
        const again = !(error instanceof Refused) || error.status === 503 || error.status === 429;
        if (!again || Date.now() > until) throw error;
        await pause(300);
      }
    }
  }

  private async signIn(): Promise<void> {
    if (this.account === '') {
      this.cookie = 'none=1';
      return;
    }
    const response = await this.send('POST', '/api/session', JSON.stringify({ account: this.account, password: 'shenpi' }), {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    });
    await read(response);
    this.cookie = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
  }

  private send(method: string, path: string, body: RequestBody | undefined, headers: Record<string, string>): Promise<Response> {
    return fetch(`${this.url}${path}`, {
      method,
      headers: { accept: 'application/json', 'accept-language': 'zh-CN', 'x-requested-with': 'shenpi', cookie: this.cookie, ...headers },
      ...(body === undefined ? {} : { body }),
      signal: AbortSignal.timeout(60_000),
    });
  }
}

async function read(response: Response): Promise<unknown> {
  const text = await response.text();
  const json: unknown = text === '' ? undefined : JSON.parse(text);
  if (response.ok) return json;
  const { code = 'unknown', detail = text } = (json ?? {}) as { code?: string; detail?: string }; // RFC 9457 problem details
  throw new Refused(response.status, code, detail);
}
