/** What a walk ended at. */
export interface Arrival {
  address: URL;
  status: number;
  text: string;
  headers: Headers;
}

/** A browser without a screen: keeps cookies by host and port, follows redirects, sends forms. */
export class Walker {
  private readonly jar = new Map<string, Map<string, string>>();
  /** Every `Set-Cookie` that came, as it came. */
  readonly set: string[] = [];

  /** One request, redirects not followed. */
  async ask(address: string | URL, init: RequestInit = {}): Promise<Response> {
    const { host } = new URL(address);
    const cookies = [...(this.jar.get(host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, { ...init, redirect: 'manual', headers: { ...(init.headers as Record<string, string> | undefined), ...(cookies === '' ? {} : { cookie: cookies }) } });
    for (const cookie of response.headers.getSetCookie()) this.keep(host, cookie);
    return response;
  }

  private keep(host: string, cookie: string): void {
    this.set.push(cookie);
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    const cookies = this.jar.get(host) ?? new Map<string, string>();
    if (value === '') cookies.delete(name);
    else cookies.set(name, value);
    this.jar.set(host, cookies);
  }

  /** Goes to an address and on, as long as it is sent on; stops before an address that `until` holds for. */
  async go(address: string | URL, init: RequestInit = {}, until: (address: URL) => boolean = () => false): Promise<Arrival> {
    let at = new URL(address);
    let request = init;
    for (let steps = 0; steps < 20; steps += 1) {
      const response = await this.ask(at, request);
      const location = response.headers.get('Location');
      if (location === null) return { address: at, status: response.status, text: await response.text(), headers: response.headers };
      at = new URL(location, at);
      request = {};
      if (until(at)) return { address: at, status: response.status, text: '', headers: response.headers };
    }
    throw new Error(`sent on for ever, at last to ${at.href}`);
  }

  /** Sends the form of a page, its hidden fields and these. */
  submit({ address, text }: Arrival, fields: Record<string, string>, until?: (address: URL) => boolean): Promise<Arrival> {
    const action = /<form[^>]*action="([^"]+)"/.exec(text)?.[1];
    if (action === undefined) throw new Error(`no form at ${address.href}: ${text.slice(0, 300)}`);
    const hidden = [...text.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [/name="([^"]*)"/.exec(input)?.[1] ?? '', /value="([^"]*)"/.exec(input)?.[1] ?? ''] as [string, string]);
    return this.go(new URL(action, address), { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams([...hidden, ...Object.entries(fields)]).toString() }, until);
  }
}
