import type { Logger } from 'pino';
import type { CaseClient } from './caseClient.ts';
import type { IdentityProvider } from './identity/identityProvider.ts';
import type { Figures } from './observe/figures.ts';
import type { Watched } from './observe/health.ts';
import type { Files } from './store/files.ts';
import type { Store } from './store/createStore.ts';

/** How time passes for the cases: `dayMs` real milliseconds are one day; `start` is the instant at which a new case begins, now where absent. */
export interface ProgrammeClock {
  dayMs: number;
  start?: string;
}

/** Everything the door needs, handed in: so the app is a value that tests can make. */
export interface Deps {
  store: Store;
  files: Files;
  cases: CaseClient;
  log: Logger;
  sandbox: boolean;
  clock: ProgrammeClock;
  /** Real time, in milliseconds since 1970-01-01T00:00Z. */
  now: () => number;
  /** Where people sign in; none: only a sandbox lets anybody in. */
  identity?: IdentityProvider;
  /** Address under which browsers reach the door; where absent it is what their requests say, proxies believed. */
  origin?: string;
  /** Cookies only over TLS, and told so to browsers. */
  secure: boolean;
  /** Requests a minute from one address. */
  limits: { session: number; reports: number };
  /** Folder with the built page; none in tests. */
  pageFolder?: string;
  /** How many proxies in front tell the address of the caller. */
  proxies: number;
  /** Where this process counts; figures of its own where absent. */
  figures?: Figures;
  /** Who may read them, and how the worker beside this door stands. */
  watch?: Pick<Watched, 'token' | 'worker'>;
}
