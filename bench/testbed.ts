import { Client, Connection } from '@temporalio/client';
import { bundleWorkflowCode } from '@temporalio/worker';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { say } from '../server/setup/say.mjs';
import { freePort } from '../server/setup/port.mjs';
import { findTemporalCli } from '../server/setup/temporal.mjs';
import { startTemporal } from '../server/setup/temporalServer.mjs';
import { bundleWorkflows, workflowSources } from '../server/temporal/workflowBundle.ts';

const quiet = { trace() {}, debug() {}, info() {}, warn: console.warn, error: console.error, log() {} };
const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The entry points of the two bundles that are compared. */
export const entries = { engine: workflowSources.workflowsPath, baseline: source('./baseline/workflow.ts') };

/** Bundles a workflow file as a worker would. */
export async function bundled(entry: string, preloadModules: string[] = []): Promise<string> {
  const { code } = await bundleWorkflowCode({ workflowsPath: entry, logger: quiet, ...(preloadModules.length > 0 ? { preloadModules } : {}) });
  return code;
}

/** A Temporal server with a client, and a folder; everything else is started on it. */
export interface Testbed {
  address: string;
  namespace: string;
  client: Client;
  folder: string;
  /** Whether `TEMPORAL_ADDRESS` named the server, or one was started as `npm start` does. */
  own: boolean;
  /** Path of a workflow bundle, made once. */
  bundle(which: keyof typeof entries): Promise<string>;
}

/** Opens a testbed, lets work run on it, and takes it down. */
export async function onTestbed<T>(work: (testbed: Testbed) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'shenpi-bench-'));
  const undo: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  const takeDown = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  const interrupted = (): void => void takeDown().finally(() => process.exit(130));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    const given = process.env['TEMPORAL_ADDRESS'];
    const namespace = process.env['TEMPORAL_NAMESPACE'] ?? 'default';
    let address = given ?? '';
    if (!given) {
      const temporal = await startTemporal({ cli: await findTemporalCli({ say }), dataFolder: join(folder, 'temporal'), port: await freePort(), say });
      undo.push(() => temporal.stop());
      ({ address } = temporal);
    }
    const connection = await Connection.connect({ address });
    undo.push(() => connection.close());
    const made = new Map<string, Promise<string>>();
    const bundle = (which: keyof typeof entries): Promise<string> => {
      const path = join(folder, `${which}.js`);
      const kept = made.get(which) ?? (which === 'engine' ? bundleWorkflows().then(({ code }) => code) : bundled(entries[which])).then((code) => (writeFileSync(path, code), path));
      made.set(which, kept);
      return kept;
    };
    return await work({ address, namespace, client: new Client({ connection, namespace }), folder, own: !given, bundle });
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await takeDown();
  }
}
