import { randomUUID } from 'node:crypto';

/** What the door said: nothing is retried and nothing thrown, so that refusals can be looked at. */
export interface Answer<T> {
  status: number;
  body: T;
}

/** A refusal's body, as far as tests look at it. */
export interface ProblemBody {
  code: string;
  detail: string;
}

type Content = { json: unknown } | { form: FormData } | { stream: ReadableStream<Uint8Array>; type: string };

/** One person at the public API of a running system, signed in at the first request; nobody where the account is empty. */
export class Person {
  private cookie: Promise<string> | undefined;

  constructor(
    private readonly origin: string,
    readonly account: string,
  ) {}

  async ask<T>(method: string, path: string, content?: Content, key: string = randomUUID()): Promise<Answer<T>> {
    const response = await this.send(method, path, content, key, await (this.cookie ??= this.signIn()));
    const text = await response.text();
    return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as T }; // what the API's schemas describe
  }

  get<T>(path: string): Promise<Answer<T>> {
    return this.ask('GET', path);
  }

  post<T>(path: string, json: unknown, key?: string): Promise<Answer<T>> {
    return this.ask('POST', path, { json }, key);
  }

  /** An answer that is not JSON. */
  async download(path: string): Promise<{ status: number; headers: Headers; content: Buffer }> {
    const response = await this.send('GET', path, undefined, '', await (this.cookie ??= this.signIn()));
    return { status: response.status, headers: response.headers, content: Buffer.from(await response.arrayBuffer()) };
  }

  private async signIn(): Promise<string> {
    if (this.account === '') return 'nobody=1';
    const response = await this.send('POST', '/api/session', { json: { account: this.account, password: 'shenpi' } }, randomUUID(), '');
    if (!response.ok) throw new Error(`${this.account} cannot sign in: ${await response.text()}`);
    return response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
  }

  private send(method: string, path: string, content: Content | undefined, key: string, cookie: string): Promise<Response> {
    const headers: Record<string, string> = { 'x-requested-with': 'shenpi', cookie };
    if (method !== 'GET') headers['idempotency-key'] = key;
    if (content && 'json' in content) headers['content-type'] = 'application/json';
    if (content && 'stream' in content) headers['content-type'] = content.type;
    const body = content && ('json' in content ? JSON.stringify(content.json) : 'form' in content ? content.form : content.stream);
    const init: RequestInit & { duplex?: 'half' } = { method, headers, signal: AbortSignal.timeout(60_000) };
    if (body !== undefined) Object.assign(init, { body, ...(body instanceof ReadableStream ? { duplex: 'half' } : {}) });
    return fetch(`${this.origin}${path}`, init);
  }
}
