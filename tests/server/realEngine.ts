import { Connection, type Client } from '@temporalio/client';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp } from '../../server/app.ts';
import { openOffices } from '../../server/offices.ts';
import { createOutside } from '../../server/outside/createOutside.ts';
import { seedStore } from '../../server/seed.ts';
import { readSettings } from '../../server/settings.ts';
import { freePort } from '../../server/setup/port.mjs';
import { findTemporalCli } from '../../server/setup/temporal.mjs';
import { startTemporal } from '../../server/setup/temporalServer.mjs';
import { createStore, type Store } from '../../server/store/createStore.ts';
import { folderFiles } from '../../server/store/files.ts';
import type { OpenDatabase } from '../../server/store/openStore.ts';
import type { CaseClient } from '../../server/caseClient.ts';
import { taskQueue, temporalCaseClient } from '../../server/temporal/caseClient.ts';
import { TemporalWorld } from '../drivers/temporalWorld.ts';
import { openTestDatabase } from '../setup/testStore.ts';
import { Office } from '../system/office.ts';
import type { System } from '../system/system.ts';

/** Door, worker, played offices and an empty Temporal server of their own in this process, so that a test can reach behind the door. */
export interface RealEngine {
  office: Office;
  origin: string;
  store: Store;
  database: OpenDatabase;
  cases: CaseClient;
  temporal: Client;
  /** Stops the worker and lets another one carry the cases; in between, `meanwhile`. */
  withoutWorker<T>(meanwhile: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const silent = () => undefined;

/** Opens an engine with the 14 measures and the sandbox's people. */
export async function openRealEngine({ inMemory = true }: { inMemory?: boolean } = {}): Promise<RealEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'shenpi-engine-'));
  const temporal = await startTemporal({ cli: await findTemporalCli({ say: silent }), dataFolder: folder, port: await freePort(), inMemory, say: silent });
  process.env['TEMPORAL_ADDRESS'] = temporal.address; // for TemporalWorld
  const database = await openTestDatabase();
  const store = createStore(database.db);
  await store.settings.settle('sandbox', true);
  await seedStore(store, true);
  const world = await openOffices({ ...readSettings(['--data', folder], {}), sandbox: true });
  const now = () => Date.now();
  const connection = await Connection.connect({ address: temporal.address });
  const cases = temporalCaseClient(connection, 'default');
  const engine = await TemporalWorld.open(createOutside({ store, cases, offices: world.access, now }), taskQueue);
  let worker = await engine.worker();
  const app = createApp({
    store, files: folderFiles(folder), cases, log: pino({ level: 'error' }), sandbox: true, clock: { dayMs: 100, start: '2026-03-02T09:00:00.000+08:00' }, now,
    secure: false, limits: { session: 1_000, reports: 100 }, proxies: 0,
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
  return {
    office: new Office({ origin } as System), // an office only goes to its door
    origin,
    store,
    database,
    cases,
    temporal: engine.client,
    async withoutWorker(meanwhile) {
      await worker.stop();
      try {
        return await meanwhile();
      } finally {
        worker = await engine.worker();
      }
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await worker.stop();
      await engine.close();
      await connection.close();
      await world.stop();
      await database.close();
      await temporal.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
