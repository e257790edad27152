import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Outside } from '../activities/outside.ts';
import { officeNames, type OfficeSettings } from './officeSettings.ts';
import type { Settings } from './settings.ts';

// What the played offices ask for; real ones issue a secret key.
const sandboxKey = 'sandbox-key';
const root = fileURLToPath(new URL('..', import.meta.url));

/** The outside offices as activities reach them. */
export interface Offices {
  access: Outside['offices'];
  /** Where a person can look at the played offices. */
  url?: string;
  stop(): Promise<void>;
}

/** Real offices by their settings; in a sandbox, those without an address are the played offices as a process of their own on this machine. */
export async function openOffices({ sandbox, offices, data }: Settings): Promise<Offices> {
  const named = (connector: string): OfficeSettings => {
    const office = offices[connector as (typeof officeNames)[number]]; // a name that is none finds none
    if (!office) throw new Error(`There is no office ${connector}.`);
    return office;
  };
  const real: Outside['offices'] = (connector) => {
    const { url = '', ...office } = named(connector);
    return { ...office, baseUrl: url.replace(/\/$/, '') };
  };
  if (!sandbox || officeNames.every((name) => offices[name].url !== undefined)) return { access: real, stop: () => Promise.resolve() };
  const port = await freePort();
  const played = `http://127.0.0.1:${port}`;
  // Ends by itself when this process is killed, so that no played office is left behind.
  const followParent = new URL('./setup/followParent.mjs', import.meta.url).href;
  const child = spawn(process.execPath, ['--import', followParent, '--import', 'tsx', join(root, 'sandbox', 'start.ts')], {
    cwd: root,
    env: { ...process.env, SANDBOX_PORT: String(port), SANDBOX_ORDERS: join(data, 'orders.json') },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return {
    access: (connector) => {
      const { url, timeoutMs } = named(connector);
      return url === undefined ? { baseUrl: played, key: sandboxKey, timeoutMs, allowedHosts: ['127.0.0.1'], allowedRanges: ['127.0.0.0/8'] } : real(connector);
    },
    url: played,
    stop: () => stop(child),
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await gone;
  clearTimeout(late);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo; // it listens on a port
  probe.close();
  await once(probe, 'close');
  return port;
}
