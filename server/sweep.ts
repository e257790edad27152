import type { Logger } from 'pino';

/** Work that looks by itself, again and again, at what is left to do. */
export interface Sweep {
  /** One look, or the one that is under way; gives how much was done. */
  sweep(): Promise<number>;
  /** No further look; waits for the one under way. */
  stop(): Promise<void>;
}

/** Does the work every so many milliseconds, never twice at the same time; a look that fails is told as `failure` and tried again at the next. */
export function sweepEvery(everyMs: number, work: () => Promise<number>, log: Pick<Logger, 'warn'>, failure: string): Sweep {
  let running: Promise<number> | undefined;
  const sweep = () => (running ??= work().finally(() => (running = undefined)));
  const timer = setInterval(() => void sweep().catch((error: unknown) => log.warn({ err: error }, failure)), everyMs);
  timer.unref();
  return {
    sweep,
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
