import { processSchema, type Process } from '../../../model/process.ts';

/** A draft as this browser keeps it, so that neither a lost network nor a closed tab loses work. */
export interface LocalCopy {
  process: Process;
  /** The server's draft from which it was changed, so that what others did meanwhile can be told from what was done here. */
  from: { revision: number; process: Process };
  /** When it was kept, ISO 8601. */
  keptAt: string;
}

// What has to be there after a tab dies has to be written before it does: localStorage writes at once, IndexedDB some time later.
const keyOf = (account: string, process: string): string => `shenpi.process.${account}.${process}`;

/** The browser's storage, asked for where it is used: a browser may refuse even that. Named here, since tests read this file without a browser's types. */
const storage = (): { getItem(key: string): string | null; setItem(key: string, value: string): void; removeItem(key: string): void } =>
  (globalThis as unknown as { localStorage: ReturnType<typeof storage> }).localStorage;

/** Keeps the draft in this browser; says whether there was room for it. */
export function keepCopy(account: string, process: string, copy: LocalCopy): boolean {
  try {
    storage().setItem(keyOf(account, process), JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
}

/** The draft that this browser kept, where it is still well-formed. */
export function keptCopy(account: string, process: string): LocalCopy | undefined {
  try {
    return readCopy(JSON.parse(storage().getItem(keyOf(account, process)) ?? 'null'));
  } catch {
    return undefined; // what another program spoiled is no copy
  }
}

/** What is no longer needed because the server has it. */
export function forgetCopy(account: string, process: string): void {
  try {
    storage().removeItem(keyOf(account, process));
  } catch {
    return; // a browser that keeps nothing has nothing to forget
  }
}

/** A kept draft read back; undefined where it is malformed, for example kept by an older version of this page. */
export function readCopy(value: unknown): LocalCopy | undefined {
  if (!isObject(value) || !isObject(value['from'])) return undefined;
  const { keptAt, from } = value;
  const { revision } = from;
  const [process, base] = [processSchema.safeParse(value['process']), processSchema.safeParse(from['process'])];
  return process.success && base.success && typeof revision === 'number' && typeof keptAt === 'string' ? { process: process.data, from: { revision, process: base.data }, keptAt } : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
