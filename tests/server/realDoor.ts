import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp } from '../../server/app.ts';
import type { Deps } from '../../server/deps.ts';
import { openIdentityProvider } from '../../server/identity/identityProvider.ts';
import type { IdentitySettings } from '../../server/identity/identitySettings.ts';
import { readRoleMap } from '../../server/identity/roleMap.ts';
import { seedStore } from '../../server/seed.ts';
import { createStore, type Store } from '../../server/store/createStore.ts';
import { folderFiles } from '../../server/store/files.ts';
import { openTestDatabase } from '../setup/testStore.ts';
import { officeClient } from './identityProvider.ts';
import { kernelCaseClient } from './kernelCaseClient.ts';

/** A door outside a sandbox: its people come from an identity provider. */
export interface RealDoor {
  origin: string;
  store: Store;
  /** Moves the clock of sessions and sign-ins. */
  later(ms: number): void;
  /** Everything that was logged. */
  logged: { [field: string]: unknown }[];
  /** Another process on the same store, with a provider of its own or none. */
  beside(more?: Partial<Deps>, provider?: IdentitySettings | 'none'): Promise<string>;
  close(): Promise<void>;
}

/** Settings that fit a provider of the tests. */
export function settingsFor(issuer: string, roles: string, more: Partial<IdentitySettings> = {}): IdentitySettings {
  const read = readRoleMap(roles);
  if ('fault' in read) throw new Error(read.fault);
  return { issuer, clientId: officeClient.id, clientSecret: officeClient.secret, roles: read.map, groupsClaim: 'groups', creditCodeClaim: 'credit_code', scope: 'openid profile', ...more };
}

/** Opens a door outside a sandbox. */
export async function openRealDoor(identity: IdentitySettings): Promise<RealDoor> {
  const database = await openTestDatabase();
  let ahead = 0;
  const store = createStore(database.db, () => new Date(Date.now() + ahead));
  await store.settings.settle('sandbox', false);
  await seedStore(store, false);
  const folder = mkdtempSync(join(tmpdir(), 'shenpi-real-'));
  const logged: RealDoor['logged'] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(JSON.parse(line) as RealDoor['logged'][number]) });
  const undo: (() => Promise<unknown>)[] = [];
  const beside = async (more: Partial<Deps> = {}, provider: IdentitySettings | 'none' = identity): Promise<string> => {
    const app = createApp({
      store, files: folderFiles(folder), cases: kernelCaseClient(store), log, sandbox: false, clock: { dayMs: 86_400_000 }, now: () => Date.now(),
      secure: false, limits: { session: 1_000, reports: 5 }, proxies: 0, ...(provider === 'none' ? {} : { identity: openIdentityProvider(provider) }), ...more,
    });
    const server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    undo.push(async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
  };
  return {
    origin: await beside(), store, logged, beside,
    later: (ms) => void (ahead += ms),
    async close() {
      for (const step of undo) await step();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
