import type { Logger } from 'pino';
import type { Outside } from '../activities/outside.ts';
import { officeNames, type OfficeSettings } from './officeSettings.ts';
import { playOffices, type PlayedOffices } from './playedOffices.ts';
import type { Settings } from './settings.ts';

// What the played offices ask for; real ones issue a secret key.
const sandboxKey = 'sandbox-key';

/** The outside offices as activities reach them. */
export interface Offices {
  access: Outside['offices'];
  /** Where a person can look at the played offices. */
  url?: string;
  /** The played offices, where there are any. */
  played?: PlayedOffices;
  stop(): Promise<void>;
}

/** Real offices by their settings; in a sandbox, those without an address are the played offices as a process of their own on this machine. */
export async function openOffices({ sandbox, offices, data }: Pick<Settings, 'sandbox' | 'offices' | 'data'>, log?: Pick<Logger, 'warn'>): Promise<Offices> {
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
  const played = await playOffices(data, log);
  return {
    access: (connector) => {
      const { url, timeoutMs } = named(connector);
      return url === undefined ? { baseUrl: played.url(), key: sandboxKey, timeoutMs, allowedHosts: ['127.0.0.1'], allowedRanges: ['127.0.0.0/8'] } : real(connector);
    },
    url: played.url(),
    played,
    stop: () => played.stop(),
  };
}
