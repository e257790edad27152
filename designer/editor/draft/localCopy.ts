import { processSchema, type Process } from '../../../model/process.ts';

/** A draft as this browser keeps it, so that neither a lost network nor a closed tab loses work. */
export interface LocalCopy {
  process: Process;
  /** The revision of the server's draft from which it was changed. */
  base: number;
  /** When it was kept, ISO 8601. */
  keptAt: string;
}

// What has to be there after a tab dies has to be written before it does: localStorage writes at once, IndexedDB some time later.
const keyOf = (account: string, process: string): string => `shenpi.process.${account}.${process}`;

/** Keeps the draft in this browser; says whether there was room for it. */
export function keepCopy(account: string, process: string, copy: LocalCopy): boolean {
  try {
    localStorage.setItem(keyOf(account, process), JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
}

/** The draft that this browser kept, where it is still well-formed. */
export function keptCopy(account: string, process: string): LocalCopy | undefined {
  try {
    return readCopy(JSON.parse(localStorage.getItem(keyOf(account, process)) ?? 'null'));
  } catch {
    return undefined; // what another program spoiled is no copy
  }
}

/** What is no longer needed because the server has it. */
export function forgetCopy(account: string, process: string): void {
  localStorage.removeItem(keyOf(account, process));
}

/** A kept draft read back; undefined where it is malformed, for example kept by an older version of this page. */
export function readCopy(value: unknown): LocalCopy | undefined {
  if (typeof value !== 'object' || value === null || !('process' in value) || !('base' in value) || !('keptAt' in value)) return undefined;
  const { base, keptAt } = value;
  const process = processSchema.safeParse(value.process);
  return process.success && typeof base === 'number' && typeof keptAt === 'string' ? { process: process.data, base, keptAt } : undefined;
}
