import type { NextFunction, Request, Response } from 'express';

/** The offices that can be switched one by one. */
export const offices = ['businessRegister', 'statistics', 'creditDefaults', 'higherAwards', 'bankAccounts', 'treasury'] as const;

/** One of {@link offices}. */
export type Office = (typeof offices)[number];

/** How an office behaves; `executeAndTimeout` does what was asked and never answers. */
export const modes = ['normal', 'slow', 'failing', 'wrong', 'down', 'executeAndTimeout'] as const;

/** One of {@link modes}. */
export type Mode = (typeof modes)[number];

/** One office's setting. */
export interface Setting {
  mode: Mode;
  /** For `slow`, in milliseconds. */
  delayMs: number;
  /** Requests for which the setting still holds; without it, until it is switched again. */
  times?: number;
}

const defaultDelayMs = 3_000;

/** The switchboard: how each office behaves right now. */
export class Switches {
  readonly #settings = new Map<Office, Setting>();

  /** Takes a request body; answers a sentence where it is malformed. */
  set(wish: unknown): string | undefined {
    const { office, mode, delayMs, times } = (typeof wish === 'object' && wish !== null ? wish : {}) as Record<string, unknown>;
    if (!isOneOf(offices, office)) return `office: ${offices.join(' | ')}`;
    if (!isOneOf(modes, mode)) return `mode: ${modes.join(' | ')}`;
    const delay = wholeNumber(delayMs);
    const count = wholeNumber(times);
    if (delay === 'wrong' || count === 'wrong') return 'delayMs, times: whole numbers from 1';
    this.#settings.set(office, { mode, delayMs: delay ?? defaultDelayMs, ...(count === undefined ? {} : { times: count }) });
    return undefined;
  }

  all(): Record<string, Setting> {
    return Object.fromEntries(offices.map((office) => [office, this.#settings.get(office) ?? { mode: 'normal', delayMs: defaultDelayMs }]));
  }

  /** Express middleware that makes an office behave as it is switched. */
  middleware(office: Office) {
    return (request: Request, response: Response, next: NextFunction): void => {
      const { mode, delayMs } = this.#take(office);
      if (mode === 'slow') {
        const timer = setTimeout(next, delayMs);
        response.once('close', () => clearTimeout(timer));
      } else if (mode === 'failing') {
        response.status(503).json({ error: 'switched to failing' });
      } else if (mode === 'wrong') {
        response.json({ surprise: 'switched to wrong' });
      } else if (mode === 'down') {
        request.socket.destroy();
      } else {
        if (mode === 'executeAndTimeout') response.json = () => response;
        next();
      }
    };
  }

  #take(office: Office): Setting {
    const setting = this.#settings.get(office);
    if (!setting) return { mode: 'normal', delayMs: defaultDelayMs };
    if (setting.times !== undefined) {
      if (setting.times > 1) this.#settings.set(office, { ...setting, times: setting.times - 1 });
      else this.#settings.delete(office);
    }
    return setting;
  }
}

function isOneOf<T extends string>(words: readonly T[], value: unknown): value is T {
  return words.some((word) => word === value);
}

/** Forms send text and leave empty what is not wanted; undefined means not given. */
function wholeNumber(value: unknown): number | 'wrong' | undefined {
  if (value === undefined || value === '') return undefined;
  const number = Number(value);
  return Number.isSafeInteger(number) && number >= 1 && number <= 3_600_000 ? number : 'wrong';
}
