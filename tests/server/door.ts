import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { pino, type Logger } from 'pino';
import { createApp } from '../../server/app.ts';
import { sandboxPassword, seedStore } from '../../server/seed.ts';
import { createStore, usualClaimMs, type Store } from '../../server/store/createStore.ts';
import { folderFiles } from '../../server/store/files.ts';
import { openDatabase, type Database } from '../../server/store/openStore.ts';
import { openTestDatabase } from '../setup/testStore.ts';
import { expectAsPromised } from './expectAsPromised.ts';
import { kernelCaseClient } from './kernelCaseClient.ts';

/** An answer, read. */
export interface Reply {
  status: number;
  headers: Headers;
  // Tests look into answers of every shape; a wrong look fails the test.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
}

/** The door over an in-memory store, reached over HTTP as by a browser. */
export interface Door {
  origin: string;
  /** What the store rests on, for tests in which it breaks. */
  db: Database;
  /** Where uploaded files are kept. */
  folder: string;
  store: Store;
  cases: ReturnType<typeof kernelCaseClient>;
  /** Asks as an account (signed in on first use), or as nobody. */
  ask(account: string | undefined, method: string, path: string, options?: { body?: unknown; raw?: string; key?: string; headers?: Record<string, string>; form?: FormData }): Promise<Reply>;
  close(): Promise<void>;
}

let keys = 0;

/** Opens a door with the 14 measures and the sandbox's people; `on` is a database that others use too, `cases` are cases that another door runs. */
export async function openDoor({ now = () => Date.now(), claimMs = usualClaimMs, on, cases: shared, log = pino({ level: 'silent' }) }: { now?: () => number; claimMs?: number; on?: { url: string }; cases?: Door['cases']; log?: Logger } = {}): Promise<Door> {
  const database = await (on ? openDatabase({ ...on, pool: 10 }) : openTestDatabase());
  const store = createStore(database.db, () => new Date(now()), claimMs, database.signals);
  await seedStore(store, true);
  const folder = mkdtempSync(join(tmpdir(), 'shenpi-door-'));
  const cases = shared ?? kernelCaseClient(store);
  const app = createApp({
    store,
    files: folderFiles(folder),
    cases,
    log,
    sandbox: true,
    clock: { dayMs: 1_000, start: '2026-03-02T09:00:00.000+08:00' },
    now,
    secure: false,
    limits: { session: 1_000, reports: 5 },
    proxies: 0,
  });
  const server: Server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // it listens on a port
  const cookies = new Map<string, string>();

  const send = async (cookie: string | undefined, method: string, path: string, { body, raw, key, headers = {}, form }: Parameters<Door['ask']>[3] = {}): Promise<Reply> => {
    const write = method !== 'GET';
    const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: {
        ...(cookie === undefined ? {} : { cookie }),
        ...(write ? { 'X-Requested-With': 'shenpi', 'Idempotency-Key': key ?? `key-${(keys += 1)}` } : {}),
        ...(text === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(form ? { body: form } : text === undefined ? {} : { body: text }),
    });
    const answer = await response.text();
    const json = /json/.test(response.headers.get('Content-Type') ?? '');
    const reply: Reply = { status: response.status, headers: response.headers, body: json ? JSON.parse(answer) : answer };
    expectAsPromised(method, path, reply);
    return reply;
  };

  return {
    origin: `http://127.0.0.1:${port}`,
    db: database.db,
    folder,
    store,
    cases,
    async ask(account, method, path, options) {
      if (account !== undefined && !cookies.has(account)) {
        const { headers } = await send(undefined, 'POST', '/api/session', { body: { account, password: sandboxPassword } });
        cookies.set(account, headers.getSetCookie()[0]?.split(';')[0] ?? '');
      }
      return send(account === undefined ? undefined : cookies.get(account), method, path, options);
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
