export interface ProcessIdentity {
  pid: number;
  born: string;
}
export declare function tryLock(path: string): { release: () => void } | { holder: ProcessIdentity };
export declare function lock(path: string, waiting: (holder: ProcessIdentity, seconds: number) => void): Promise<{ release: () => void }>;
