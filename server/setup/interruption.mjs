// @ts-check
import { constants } from 'node:os';

/** Ctrl-C, or another request to end, before what a command brings up was up. */
export class Interrupted extends Error {
  /** @param {NodeJS.Signals} signal */
  constructor(signal) {
    super(`interrupted by ${signal}`);
    this.name = 'Interrupted';
    this.exitCode = 128 + constants.signals[signal];
  }
}

/**
 * Listens for requests to end, from now on: they break off what is being prepared, and once something is up they go to that.
 * @param {NodeJS.EventEmitter} [from]
 * @returns {{ signal: AbortSignal, goTo: (stop: (signal: NodeJS.Signals) => void) => void }}
 */
export function interruption(from = process) {
  const preparing = new AbortController();
  /** @type {((signal: NodeJS.Signals) => void) | undefined} */
  let stop;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    from.on(signal, () => {
      if (stop === undefined) preparing.abort(new Interrupted(signal));
      else stop(signal);
    });
  }
  return { signal: preparing.signal, goTo: (next) => { stop = next; } };
}
